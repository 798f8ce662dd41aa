import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';

export { sightWithoutLayout } from './sight-without-layout';

export const ROOT = join(import.meta.dirname, '../..');

/** Where a replica's element was marked for the tests; the mark itself is gone from the page. */
export interface OpenPage {
  document: Document;
  marks: Map<Element, string>;
}

/** Opens a replica in happy-dom at an address, its marks taken off. */
export function openReplica(file: string, url: string): OpenPage {
  return openHtml(readFileSync(join(ROOT, 'content-rules', file), 'utf8'), url);
}

/** Opens a page in happy-dom at an address, the marks of the tests taken off. No script of it runs, nothing is loaded. */
export function openHtml(html: string, url: string): OpenPage {
  const window = new Window({
    url,
    settings: { disableJavaScriptFileLoading: true, disableJavaScriptEvaluation: true, disableCSSFileLoading: true, disableIframePageLoading: true } as never,
  });
  window.document.write(html);
  const document = window.document as unknown as Document;
  const marks = new Map<Element, string>();
  for (const element of document.querySelectorAll('[data-expect]')) {
    marks.set(element, element.getAttribute('data-expect') ?? '');
    element.removeAttribute('data-expect');
  }
  return { document, marks };
}

/** Ends a window that has been read, its memory with it. */
export function closePage(document: Document) {
  void (document.defaultView as unknown as Window).happyDOM.close();
}

/** Takes words off a page: in text, and in the attributes that name a control. */
export function takeWordsOff(document: Document, words: readonly string[]) {
  if (words.length === 0) return;
  const without = (text: string) => words.reduce((rest, word) => rest.replaceAll(word, ''), text);
  for (const element of document.querySelectorAll('*')) {
    for (const attribute of ['alt', 'aria-label', 'title', 'placeholder', 'value']) {
      const text = element.getAttribute(attribute);
      if (text !== null) element.setAttribute(attribute, without(text));
    }
    for (const node of element.childNodes) if (node.nodeType === 3) (node as Text).data = without((node as Text).data);
  }
}
