import type { Drilled } from '../../../drills/drill';
import { Random } from '../../../drills/random';
import { LAYOUT_DRILLS, type LayoutDrill } from '../layout-drills';
import { DRILLS } from '../sample';

/**
 * Runs inside a page, in the page's own world, where the extension cannot see what it keeps: drills the page before the guide looks
 * at it, and knows from then on which elements are right.
 */
export interface DrilledPage {
  /** False where a drill had nothing to change. */
  isApplied: boolean;
  /** A drill has asked for the page to be shown in a frame. */
  isFramed: boolean;
  /** Does what the drills left for later. */
  goOn(): void;
  /** What a person sees inside a ring. */
  inside(box: Box): Inside;
}

/** What is to be drilled, and how: JSON. */
export interface DrillOrder {
  /** The page with the marks of the tests, which were never in the page itself. */
  marked: string;
  /** The mark of the right element. */
  mark: string | null;
  drills: string[];
  seed: number;
}

/** In CSS pixels of the document's own viewport. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Inside {
  /** It is the box of a right element, or of its label, or of both. */
  isRight: boolean;
  /** At how many of nine points a press reaches a right element. */
  reached: number;
  /** What a press at the centre reaches. */
  centre: string;
}

const OF_A_PIXEL = 2;

function drill({ marked, mark, drills: names, seed }: DrillOrder): DrilledPage {
  const right = new Set(mark === null ? [] : markedElements(marked, mark));
  document.currentScript?.remove();
  const page: Drilled = {
    document,
    target: [...right].find((element) => element.checkVisibility()) ?? [...right][0] ?? null,
    replace: (old, by) => {
      if (right.has(old)) right.add(by);
      if (page.target === old) page.target = by;
    },
    random: new Random(seed),
    address: { host: location.host, path: location.pathname },
    framed: false,
  };
  const drills = names.map((name) => [...DRILLS, ...LAYOUT_DRILLS].find((each) => each.name === name) as LayoutDrill);
  const drilled: DrilledPage = {
    isApplied: true,
    isFramed: false,
    goOn: () => {
      for (const { later } of drills) later?.(page);
    },
    inside: (box) => inside(box, right),
  };
  const apply = (each: LayoutDrill) => {
    drilled.isApplied &&= each.apply(page);
    drilled.isFramed ||= page.framed || each.frame !== undefined;
    if (page.address.path !== location.pathname) history.replaceState(null, '', page.address.path + location.search);
  };
  const needsLayout = (each: LayoutDrill) => LAYOUT_DRILLS.includes(each);
  for (const each of drills.filter((one) => !needsLayout(one))) apply(each);
  // The page's own scripts have shown and hidden their blocks by then; the guide looks one frame later.
  document.addEventListener('DOMContentLoaded', () => {
    for (const each of drills.filter(needsLayout)) apply(each);
  });
  return drilled;
}

/** The marks stand only in the file, which is parsed beside the page. */
function markedElements(file: string, mark: string): Element[] {
  const elements = [...document.body.querySelectorAll('*')];
  const inFile = [...new DOMParser().parseFromString(file, 'text/html').body.querySelectorAll('*')];
  return inFile.flatMap((element, index) => {
    const own = elements[index];
    if (own?.localName !== element.localName) throw new Error(`the page is not the file: ${own?.localName} instead of ${element.localName}`);
    return element.getAttribute('data-expect') === mark ? [own] : [];
  });
}

function labelsOf(element: Element): HTMLLabelElement[] {
  return [...((element as HTMLInputElement).labels ?? [])];
}

function inside(box: Box, right: ReadonlySet<Element>): Inside {
  const shares = [0.5, 0.1, 0.9];
  const hits = shares.flatMap((x) => shares.map((y) => deepestAt(box.x + box.width * x, box.y + box.height * y)));
  const candidates = [...right].filter((element) => element.isConnected && isEnabled(element));
  return {
    isRight: candidates.some((element) => boxesOf(element).some((each) => isSame(each, box))),
    reached: hits.filter((hit) => hit !== null && candidates.some((element) => isPressedBy(element, hit))).length,
    centre: describe(hits[0] ?? null),
  };
}

function describe(element: Element | null): string {
  if (element === null) return 'nothing';
  const attributes = ['id', 'class', 'name', 'type', 'href'].flatMap((name) => {
    const value = element.getAttribute(name);
    return value === null ? [] : [`[${name}="${value}"]`];
  });
  return `${element.localName}${attributes.join('')} ${(element.textContent ?? '').trim().slice(0, 20)}`;
}

function isEnabled(element: Element): boolean {
  return !element.matches(':disabled') && element.getAttribute('aria-disabled') !== 'true' && element.closest('[inert]') === null;
}

/** Its own box, its labels', and the two together. */
function boxesOf(element: Element): Box[] {
  const boxes = [element, ...labelsOf(element)].map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width > 0 && height > 0);
  if (boxes.length === 0) return [];
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const together = { x: left, y: top, width: Math.max(...boxes.map((box) => box.right)) - left, height: Math.max(...boxes.map((box) => box.bottom)) - top };
  return [...boxes, together];
}

function isSame(a: Box, b: Box): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) <= OF_A_PIXEL);
}

function deepestAt(x: number, y: number): Element | null {
  let hit = document.elementFromPoint(x, y);
  for (let root = hit?.shadowRoot; root != null; root = hit?.shadowRoot) {
    const deeper: Element | null = root.elementFromPoint(x, y);
    if (deeper === null || deeper === hit) break;
    hit = deeper;
  }
  return hit;
}

function isPressedBy(element: Element, hit: Element): boolean {
  return element.contains(hit) || labelsOf(element).some((label) => label.contains(hit));
}

/** Called by the last line of the served script, with the order. */
Object.assign(globalThis, { drill });
