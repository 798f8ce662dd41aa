import { describe, expect, it, test } from 'vitest';
import { readFacts } from '../../engine/facts/read';
import { vocabularyOf } from '../../engine/vocabulary';
import { describeElement, nameOf } from '../../platform/explain';
import { cases, pack } from '../support/content';
import { closePage, openHtml, openReplica, sightWithoutLayout } from '../support/page';
import { siteOf } from '../support/readings';

/** What a person may have typed; nothing of it may be found anywhere. */
const SECRET = 'A123456789';
/** Everything through which a page's script could get at it. */
const WAYS: Record<string, string[]> = {
  HTMLInputElement: ['value', 'valueAsNumber', 'valueAsDate', 'files'],
  HTMLTextAreaElement: ['value', 'textLength'],
  HTMLSelectElement: ['value', 'selectedIndex', 'selectedOptions'],
  HTMLOptionElement: ['selected', 'value'],
};
const PRESSED = 'input[type=submit], input[type=button], input[type=reset], input[type=image]';

type Classes = Record<string, { prototype: object } | undefined>;

let filledIn = 0;

/** Fills in every field of a page, as a person and as a server would. */
function fillIn(document: Document) {
  for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
    if (field.matches(`${PRESSED}, [type=radio], [type=checkbox], [type=file]`)) continue;
    field.value = SECRET;
    field.setAttribute('value', SECRET);
    filledIn += 1;
  }
}

/** Does some work while each way to read a field throws. The classes are shared by all windows, so this is taken back. */
function whileForbidden<T>(document: Document, work: () => T): T {
  const classes = document.defaultView as unknown as Classes;
  const undo: (() => void)[] = [];
  const replace = (owner: string, property: string, by: PropertyDescriptor) => {
    const prototype = classes[owner]?.prototype as object;
    const before = Object.getOwnPropertyDescriptor(prototype, property);
    Object.defineProperty(prototype, property, { ...by, configurable: true });
    undo.push(() => (before === undefined ? Reflect.deleteProperty(prototype, property) : Object.defineProperty(prototype, property, before)));
  };
  const forbid = (what: string) => () => {
    throw new Error(`${what} was read`);
  };
  for (const [owner, properties] of Object.entries(WAYS)) for (const property of properties) replace(owner, property, { get: forbid(`${owner}.${property}`) });
  const { getAttribute } = (classes.Element as unknown as { prototype: Element }).prototype;
  replace('Element', 'getAttribute', {
    value(this: Element, name: string) {
      return name === 'value' && !this.matches(`button, ${PRESSED}`) ? forbid('the attribute value')() : getAttribute.call(this, name);
    },
  });
  try {
    return work();
  } finally {
    for (const step of undo.reverse()) step();
  }
}

/** All that the guide and the laboratory know of a page after a look. */
function toldOf(document: Document, url: string, also: Element[] = []): string {
  const { host, pathname } = new URL(url);
  const vocabulary = vocabularyOf(pack, siteOf(pack.journey, host) ?? 'elearn');
  fillIn(document);
  return whileForbidden(document, () => {
    const { facts, elements } = readFacts(document, { host, path: pathname }, vocabulary, sightWithoutLayout(document));
    return JSON.stringify([facts, [...elements, ...also].map((element) => [describeElement(element, vocabulary.rules), nameOf(element)])]);
  });
}

/** One case for every replica: any address at which it is served. */
const places = new Map(
  cases.flatMap(
    ({ folder, case: entry }) =>
      [[`${folder}/${entry.replica}`, entry.url], ...Object.entries(entry.frames ?? {}).map(([url, file]) => [file, url])] as [string, string][],
  ),
);

describe('no field is ever read', () => {
  test.each([...places])('%s', (file, url) => {
    const { document } = openReplica(file, url);
    const told = toldOf(document, url);
    closePage(document);
    expect(told).not.toContain(SECRET);
  });
});

it('the replicas have enough fields to make this worth something', () => expect(filledIn).toBeGreaterThan(100));

it.each([
  ['a label that wraps a field', (field: string) => `<label>帳號 ${field} 天 <input type="checkbox"></label>`],
  ['a label by id', (field: string) => `<p id="l">帳號 ${field}</p><input aria-labelledby="l">`],
  ['words beside a field', (field: string) => `<p>帳號 ${field} <input></p>`],
  ['a link with a field in it', (field: string) => `<a href="/x">帳號 ${field}</a>`],
])('nor where a name could hold it: %s', (_, html) => {
  const fields = ['<input>', '<textarea></textarea>', '<select><option>一</option></select>', '<input type="range">'];
  const { document } = openHtml(`<!doctype html><body>${fields.map(html).join('')}</body>`, 'https://www.cp.gov.tw/');
  const all = [...document.querySelectorAll('input, textarea, select, a')];
  expect(toldOf(document, 'https://www.cp.gov.tw/', all)).not.toContain(SECRET);
});

it('the traps of this test are real, and gone afterwards', () => {
  const open = () => openHtml('<!doctype html><body><input><select></select><textarea></textarea>', 'https://www.cp.gov.tw/').document;
  const readings = (document: Document) => {
    const [input, select, area] = document.querySelectorAll<HTMLInputElement>('input, select, textarea');
    return [() => input?.value, () => select?.value, () => area?.value, () => input?.getAttribute('value')];
  };
  const document = open();
  for (const read of readings(document)) expect(() => whileForbidden(document, read)).toThrow('was read');
  for (const read of readings(open())) expect(read).not.toThrow();
});
