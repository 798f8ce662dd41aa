import type { Size } from './choice';

/** What A4 leaves of its height within the margins of `style.css`, and a little to spare for another font. CSS px. */
const PAGE = ((297 - 12 - 10) / 25.4) * 96 - 10;
/** Smaller than the smallest size of letters there is to choose; it has never been needed. Points. */
const LEAST = 10;

/** Makes letters smaller, by half points, until a sheet fits on one page. @returns their size then */
export function fitOnPage(paper: HTMLElement, size: Size): number {
  for (let points: number = size; ; points -= 0.5) {
    paper.style.fontSize = `${points}pt`;
    if (points <= LEAST || paper.offsetHeight <= PAGE) return points;
  }
}
