/** What both browsers have for extensions alone, each under a name of its own. */
interface Opener {
  chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
}

/** The shadow root of an element, a closed one too; null where it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const inFirefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (inFirefox !== undefined) return inFirefox;
  // Chrome throws where it is given no element of HTML.
  if (!(element instanceof HTMLElement)) return null;
  return (globalThis as Opener).chrome?.dom?.openOrClosedShadowRoot(element) ?? null;
}

/** The document and all shadow roots in it, at any depth. */
export function rootsIn(root: Document | ShadowRoot): (Document | ShadowRoot)[] {
  const roots = [root];
  for (const element of root.querySelectorAll('*')) {
    const inner = shadowRootOf(element);
    if (inner !== null) roots.push(...(rootsIn(inner) as ShadowRoot[]));
  }
  return roots;
}
