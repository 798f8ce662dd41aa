import { type Drill, type Drilled, elementsOf, rootsOf } from '../../drills/drill';

/** What scripts and style sheets hang on: ids, classes, names. A person sees none of them. */

function drop(name: 'id' | 'name') {
  return ({ document }: Drilled) => {
    for (const element of elementsOf(document)) {
      // Ids that labels point at are what a person hears, not a hook; radios need a name to be a group.
      const root = element.getRootNode() as Document | ShadowRoot;
      const isPointedAt = name === 'id' && root.querySelector(`[for="${element.id}"], [aria-labelledby~="${element.id}"]`) !== null;
      const isGrouped = name === 'name' && element.getAttribute('type') === 'radio';
      if (!isPointedAt && !isGrouped) element.removeAttribute(name);
    }
    return true;
  };
}

const SEEN = ['display', 'visibility', 'position', 'inset'] as const;

/** What the classes have made of an element is written on it, so that what was hidden or lay over the page still does. */
function dropClasses({ document }: Drilled) {
  const view = document.defaultView as Window;
  const elements = elementsOf(document);
  const look = (element: Element) => {
    const style = view.getComputedStyle(element);
    return SEEN.map((property) => style[property]);
  };
  const before = elements.map(look);
  for (const element of elements) element.removeAttribute('class');
  for (const [index, element] of elements.entries()) {
    for (const [which, value] of look(element).entries()) {
      const was = before[index]?.[which] ?? '';
      if (was !== value && was !== '') (element as HTMLElement).style.setProperty(SEEN[which] as string, was);
    }
  }
  return true;
}

/** Classes renamed together with their rules: nothing looks different, and nothing is called as it was. */
function renameClasses({ document }: Drilled) {
  const renamed = new Map<string, string>();
  const other = (name: string) => renamed.get(name) ?? (renamed.set(name, `r${renamed.size}`).get(name) as string);
  for (const element of elementsOf(document)) for (const name of [...element.classList]) element.classList.replace(name, other(name));
  for (const sheet of rootsOf(document).flatMap((root) => [...root.querySelectorAll('style')])) {
    sheet.textContent = (sheet.textContent ?? '').replace(/\.([a-zA-Z_][\w-]*)/g, (whole, name: string) =>
      renamed.has(name) ? `.${renamed.get(name)}` : whole,
    );
  }
  return renamed.size > 0;
}

export const HOOK_DRILLS: Drill[] = [
  { name: 'ids dropped', keeps: 'words', apply: drop('id') },
  { name: 'classes dropped', keeps: 'words', apply: dropClasses },
  { name: 'classes renamed', keeps: 'words', apply: renameClasses },
  { name: 'ids, names and classes dropped', keeps: 'words', apply: (page) => [drop('id'), drop('name'), dropClasses].every((change) => change(page)) },
];
