import type { Drill, Drilled } from '../../drills/drill';

/** The right element itself: there twice, not to be seen, not to be pressed, late, or made anew. */

function withTarget(act: (target: HTMLElement, page: Drilled) => void): Drill['apply'] {
  return (page) => {
    if (page.target === null) return false;
    act(page.target as HTMLElement, page);
    return true;
  };
}

/** Only where the page has a clock. */
function onClock(act: (target: HTMLElement, page: Drilled, later: NonNullable<Drilled['later']>) => void): Drill['apply'] {
  return (page) => page.later !== undefined && withTarget((target) => act(target, page, page.later as NonNullable<Drilled['later']>))(page);
}

const NOTHING_LEFT = 'display: inline-block; width: 0; height: 0; min-width: 0; min-height: 0; padding: 0; border: 0; margin: 0; overflow: hidden';
const PUSHED_OFF = 'position: absolute; left: -9999px; top: -9999px';

/** An element and what stands for it: a radio is seen as long as its label is. */
function restyle(target: HTMLElement, style: string) {
  for (const element of [target, ...((target as HTMLInputElement).labels ?? [])]) {
    element.setAttribute('style', `${element.getAttribute('style') ?? ''}; ${style}`);
  }
}

function equalTwin(target: Element, { replace }: Drilled) {
  const twin = target.cloneNode(true) as Element;
  target.after(twin);
  replace(target, twin);
}

function unequalTwin(target: Element) {
  const twin = target.cloneNode(true) as Element;
  if (twin.hasAttribute('href')) twin.setAttribute('href', '/elsewhere');
  twin.removeAttribute('id');
  target.after(twin);
}

function cover(_target: Element, { document }: Drilled) {
  const layer = document.createElement('div');
  layer.setAttribute('style', 'position: fixed; inset: 0; z-index: 2147483000; background: #fff');
  document.body.append(layer);
}

/** Between a tenth of a second and twenty, on the page's own clock. */
function arriveLate(target: HTMLElement, { document, random }: Drilled, later: NonNullable<Drilled['later']>) {
  const mark = document.createComment('');
  target.replaceWith(mark);
  later(100 + random.below(19_900), () => mark.replaceWith(target));
}

/** As a script does that draws its part of the page anew: another element, the same to see. */
function replaceInMidStep(_target: HTMLElement, page: Drilled, later: NonNullable<Drilled['later']>) {
  later(100 + page.random.below(5_000), () => {
    // By then another drill may have built it otherwise.
    const old = page.target as HTMLElement;
    const made = old.cloneNode(true) as HTMLElement;
    old.replaceWith(made);
    page.replace(old, made);
  });
}

export const UNEQUAL_TWIN: Drill = { name: 'target doubled, leading elsewhere', keeps: 'target', apply: withTarget(unequalTwin) };

export const TARGET_DRILLS: Drill[] = [
  { name: 'target doubled, equal', keeps: 'target', apply: withTarget(equalTwin) },
  UNEQUAL_TWIN,
  {
    name: 'target hidden',
    keeps: 'target',
    apply: withTarget((target) => {
      for (const element of [target, ...((target as HTMLInputElement).labels ?? [])]) element.setAttribute('hidden', '');
    }),
  },
  {
    name: 'target disabled',
    keeps: 'target',
    apply: withTarget((target) => {
      target.setAttribute('disabled', '');
      target.setAttribute('aria-disabled', 'true');
    }),
  },
  { name: 'target covered', keeps: 'target', apply: withTarget(cover) },
  {
    name: 'target of no size',
    keeps: 'target',
    apply: withTarget((target) => {
      restyle(target, NOTHING_LEFT);
    }),
  },
  {
    name: 'target pushed off the page',
    keeps: 'target',
    apply: withTarget((target) => {
      restyle(target, PUSHED_OFF);
    }),
  },
  {
    name: 'target far below',
    keeps: 'words',
    apply: withTarget((target) => {
      restyle(target, 'position: relative; margin-top: 4000px');
    }),
  },
  { name: 'target gone', keeps: 'target', apply: withTarget((target) => void target.remove()) },
  { name: 'target late', keeps: 'words', apply: onClock(arriveLate) },
  { name: 'target made anew in mid-step', keeps: 'words', apply: onClock(replaceInMidStep) },
];
