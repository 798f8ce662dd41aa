import type { Drill, Drilled } from '../../drills/drill';
import { DRILLS } from './sample';

/** Redesigns that mean something only where there is layout, and time: they run inside a page of a real browser. */
export interface LayoutDrill extends Drill {
  /** What happens once the guide has spoken of the page as it came. */
  later?: (page: Drilled) => void;
  /** It happens so many milliseconds after loading, whether or not the guide has spoken. */
  after?: number;
  /** The page is shown in a frame of a page of this site, or of the other one. */
  frame?: 'same site' | 'other site';
}

/** The target as it is pressed: a choice together with its labels. */
function partsOf(target: Element): HTMLElement[] {
  const labels = [...((target as HTMLInputElement).labels ?? [])] as HTMLElement[];
  const around = labels.find((label) => label.contains(target));
  return around === undefined ? [target as HTMLElement, ...labels] : [around];
}

function withTarget(act: (target: Element, page: Drilled) => void): Drill['apply'] {
  return (page) => {
    if (page.target === null) return false;
    act(page.target, page);
    return true;
  };
}

/** Style that no sheet of the page can overrule, on everything that is pressed. */
function styled(styles: Record<string, string>): Drill['apply'] {
  return withTarget((target) => {
    for (const part of partsOf(target)) for (const [name, value] of Object.entries(styles)) part.style.setProperty(name, value, 'important');
  });
}

function add({ document }: Drilled, style: string, html = ''): HTMLElement {
  const block = document.createElement('div');
  block.style.cssText = style;
  block.innerHTML = html;
  document.body.append(block);
  return block;
}

/** A layer over the whole window, as a notice or a consent wall puts it there. */
function coverAll(page: Drilled) {
  add(page, 'position: fixed; inset: 0; z-index: 99999; padding: 60px; background: #fff', '<p>系統維護公告，請稍後再試。</p>');
}

/** A box over a share of the target's width, from its left. */
function coverShare(page: Drilled, share: number) {
  const boxes = partsOf(page.target as Element).map((part) => part.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = (Math.max(...boxes.map((box) => box.right)) - left) * share;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top;
  const place = `left: ${left + scrollX - 2}px; top: ${top + scrollY - 2}px; width: ${width + (share === 1 ? 4 : 2)}px; height: ${height + 4}px`;
  const cover = add(page, `position: absolute; ${place}; z-index: 99999; background: #ffd`);
  // Where the page's body is itself the origin of places, it is elsewhere than it was meant to be.
  const is = cover.getBoundingClientRect();
  cover.style.translate = `${left - 2 - is.left}px ${top - 2 - is.top}px`;
}

/** Puts an element around the target in its place. */
function wrapTarget({ document, target }: Drilled, style: string): HTMLElement {
  const [part] = partsOf(target as Element);
  const wrapper = document.createElement('span');
  wrapper.style.cssText = style;
  part?.replaceWith(wrapper);
  wrapper.append(...(part === undefined ? [] : [part]));
  return wrapper;
}

/** Moves everything that is in the page into one element. */
function moveAllInto({ document }: Drilled, holder: Element, into: ParentNode = holder) {
  into.append(...document.body.childNodes);
  document.body.append(holder);
}

/** What is still to come: the place of the target, or all of the page. */
const awaited = new WeakMap<Drilled, Comment>();
const wholes = new WeakMap<Drilled, DocumentFragment>();

const takeAway = withTarget((target, page) => {
  const place = page.document.createComment('');
  target.replaceWith(place);
  awaited.set(page, place);
});

const bring = (page: Drilled) => awaited.get(page)?.replaceWith(page.target as Element);

const late = (seconds: number): LayoutDrill => ({
  name: `target arriving ${seconds} s late`,
  keeps: 'words',
  apply: takeAway,
  later: bring,
  after: seconds * 1000,
});

/** The part of the page around the target is written anew, word for word, as an UpdatePanel does. */
function rewrite(page: Drilled) {
  const block = page.target?.parentElement?.closest('form, main, section, table, div') ?? page.document.body;
  const before = [...block.querySelectorAll('*')];
  const html = block.innerHTML;
  block.innerHTML = html;
  for (const [index, element] of block.querySelectorAll('*').entries()) page.replace(before[index] as Element, element);
}

/** A drill of the other lists, done while the guide is looking. */
function inMidStep(name: string): Pick<LayoutDrill, 'name' | 'keeps' | 'apply' | 'later'> {
  const drill = DRILLS.find((each) => each.name === name) as Drill;
  return { name: `${name}, in mid-step`, keeps: drill.keeps, apply: () => true, later: (page) => void drill.apply(page) };
}

function styleBody({ body }: Document, name: string, value: string): boolean {
  body.style.setProperty(name, value);
  return true;
}

function scrollTargetTo(page: Drilled, top: number) {
  scrollBy({ top: (page.target as Element).getBoundingClientRect().top - top, behavior: 'instant' });
}

const room = (page: Drilled, height: number) => {
  const spacer = page.document.createElement('div');
  spacer.style.cssText = `flex: none; height: ${height}px`;
  return spacer;
};

export const LAYOUT_DRILLS: LayoutDrill[] = [
  {
    name: 'covered by a fixed layer',
    keeps: 'target',
    apply: withTarget((_, page) => coverAll(page)),
  },
  { name: 'covered by a layer that comes later', keeps: 'target', apply: withTarget(() => undefined), later: coverAll },
  { name: 'covered by a box over it alone', keeps: 'target', apply: withTarget((_, page) => coverShare(page, 1)) },
  { name: 'covered in part', keeps: 'words', apply: withTarget((_, page) => coverShare(page, 0.3 + page.random.next() * 0.4)) },
  {
    name: 'target of no width and height',
    keeps: 'target',
    apply: styled({
      display: 'inline-block',
      overflow: 'hidden',
      width: '0',
      height: '0',
      'min-width': '0',
      'min-height': '0',
      padding: '0',
      border: '0',
      'font-size': '0',
    }),
  },
  { name: 'target off-screen', keeps: 'target', apply: styled({ position: 'absolute', left: '-9999px' }) },
  { name: 'target hidden by visibility', keeps: 'target', apply: styled({ visibility: 'hidden' }) },
  { name: 'target hidden by opacity', keeps: 'target', apply: styled({ opacity: '0' }) },
  { name: 'target clipped away', keeps: 'target', apply: styled({ display: 'inline-block', 'clip-path': 'inset(50%)' }) },
  { name: 'target shrunk to nothing', keeps: 'target', apply: styled({ display: 'inline-block', transform: 'scale(0)' }) },
  {
    name: 'target in a closed box',
    keeps: 'target',
    apply: withTarget((_, page) => void wrapTarget(page, 'display: block; height: 0; overflow: hidden')),
  },
  {
    name: 'target scrolled out of a box',
    keeps: 'target',
    apply: withTarget((_, page) => {
      const box = page.document.createElement('div');
      box.style.cssText = 'margin-top: 300px; height: 200px; overflow: auto';
      moveAllInto(page, box);
      box.append(room(page, 3000));
      box.scrollTop += (page.target as Element).getBoundingClientRect().top - box.getBoundingClientRect().top + 120;
    }),
  },
  {
    name: 'target in a disabled group',
    keeps: 'target',
    apply: withTarget((target, page) => {
      if (target.matches('input, select, textarea, button')) {
        const group = page.document.createElement('fieldset');
        group.disabled = true;
        const [part] = partsOf(target);
        part?.replaceWith(group);
        group.append(part as Element);
      } else wrapTarget(page, '').inert = true;
    }),
  },
  {
    name: 'far below the fold',
    keeps: 'words',
    apply: withTarget((_, page) => page.document.body.prepend(room(page, 3000))),
  },
  {
    name: 'under a bar that stays',
    keeps: 'target',
    apply: withTarget((_, page) => {
      add(page, 'position: fixed; top: 0; left: 0; right: 0; height: 140px; z-index: 99999; background: #134; color: #fff', '網站導覽列');
      page.document.body.prepend(room(page, 400));
      page.document.body.append(room(page, 2000));
      scrollTargetTo(page, 20);
    }),
  },
  {
    name: 'in a modal dialog',
    keeps: 'words',
    apply: (page) => {
      const dialog = page.document.createElement('dialog');
      moveAllInto(page, dialog);
      dialog.showModal();
      return true;
    },
  },
  {
    name: 'in an open shadow root, labels and all',
    keeps: 'words',
    apply: (page) => {
      const host = page.document.createElement('div');
      const root = host.attachShadow({ mode: 'open' });
      root.append(...[...page.document.querySelectorAll('style')].map((sheet) => sheet.cloneNode(true)));
      moveAllInto(page, host, root);
      return true;
    },
  },
  { name: 'in a frame of the same site', keeps: 'words', frame: 'same site', apply: () => true },
  { name: 'in a frame of another site', keeps: 'words', frame: 'other site', apply: () => true },
  { name: 'made smaller by a transform', keeps: 'words', apply: ({ document }) => styleBody(document, 'transform', 'scale(0.8)') },
  { name: 'made larger by zoom', keeps: 'words', apply: ({ document }) => styleBody(document, 'zoom', '1.3') },
  late(0.1),
  late(1),
  late(3),
  { name: 'target arriving when the guide has spoken', keeps: 'words', apply: takeAway, later: bring },
  {
    name: 'page arriving when the guide has spoken',
    keeps: 'words',
    apply: (page) => {
      const all = page.document.createDocumentFragment();
      all.append(...page.document.body.childNodes);
      wholes.set(page, all);
      return true;
    },
    later: (page) => page.document.body.append(wholes.get(page) ?? ''),
  },
  { name: 'target replaced by an equal one in mid-step', keeps: 'words', apply: withTarget(() => undefined), later: rewrite },
  inMidStep('text wrapped by a translator'),
  inMidStep('translated to English'),
];
