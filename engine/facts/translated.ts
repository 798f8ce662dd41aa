/**
 * Whether a document is not in the language it was written in, so that none of the rules' words can be on it: a translator of the browser has left
 * its class (Google's), or the document says that it is not Chinese and its title is not either.
 */
export function isTranslated(document: Document): boolean {
  // `document.open()` takes the root away for a moment.
  const root: Element | null = document.documentElement;
  if (root === null) return false;
  if (/(^|\s)translated-/u.test(root.getAttribute('class') ?? '')) return true;
  const language = root.getAttribute('lang') ?? '';
  return language !== '' && !/^zh/iu.test(language) && !/\p{Script=Han}/u.test(document.title);
}
