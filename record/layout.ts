import type { Layout } from './attributes';

const BLOCKS = new Set(
  'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary ul option optgroup'.split(
    ' ',
  ),
);
/** Laid out by rules of their own, or by the browser. */
const OWN_WAYS = new Set(
  'table caption colgroup col thead tbody tfoot tr td th button input select textarea img iframe video audio canvas svg br meter progress object marquee rt rp ruby'.split(
    ' ',
  ),
);

/**
 * The one thing about how an element lies that its name does not tell: hidden, a layer over most of the window, floating, or set
 * otherwise than elements of its name are. Null where there is nothing to tell.
 */
export function layoutOf(element: Element, name: string, view: Window): Layout | null {
  const { display, visibility, position, float } = view.getComputedStyle(element);
  if (display === 'none' || visibility === 'hidden' || visibility === 'collapse') return 'hidden';
  if (position === 'fixed' && coversWindow(element, view)) return 'cover';
  if (float === 'left' || float === 'right') return 'float';
  if (OWN_WAYS.has(name) || display === '' || display === 'contents') return null;
  const usual = BLOCKS.has(name) ? 'block' : 'inline';
  const kind = kindOf(display);
  return kind === usual ? null : kind;
}

function kindOf(display: string): Layout {
  if (/^inline-/.test(display)) return 'inline-block';
  if (display === 'inline' || display === 'ruby') return 'inline';
  if (/flex/.test(display)) return 'flex';
  return /grid/.test(display) ? 'grid' : 'block';
}

function coversWindow(element: Element, { innerWidth, innerHeight }: Window): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width >= innerWidth * 0.8 && height >= innerHeight * 0.8;
}
