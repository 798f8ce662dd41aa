/** Which course the links in an element lead to: the path of the only one, or MANY. */
export type CourseLinks = ReadonlyMap<Element, string>;
export const MANY = '*';

/** The links to pages of courses, and for each element which courses stand in it. */
export function courseLinks(document: Document, prefix: string): { links: Map<Element, string>; holders: CourseLinks } {
  const links = new Map<Element, string>();
  const holders = new Map<Element, string>();
  for (const link of document.querySelectorAll(`a[href*="${prefix}" i]`)) {
    const path = coursePath(link, prefix);
    if (path === null) continue;
    links.set(link, path);
    for (let at: Element | null = link; at !== null; at = at.parentElement) {
      const known = holders.get(at);
      // What is around this one knows of the course, too.
      if (known === path || known === MANY) break;
      holders.set(at, known === undefined ? path : MANY);
    }
  }
  return { links, holders };
}

function coursePath(link: Element, prefix: string): string | null {
  try {
    const { pathname } = new URL(link.getAttribute('href') ?? '', link.ownerDocument.baseURI);
    return pathname.toLowerCase().startsWith(prefix) ? pathname.toLowerCase() : null;
  } catch {
    return null;
  }
}

/** The nearest element around a node that holds a link of a course, and which. */
export function holderOf(node: Node, holders: CourseLinks): Element | null {
  let at = node.parentElement;
  while (at !== null && !holders.has(at)) at = at.parentElement;
  return at;
}
