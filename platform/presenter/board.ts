/** From the edges of the window. px */
const GAP = 16;

/** What the board says. */
export interface BoardText {
  /** The number of the step; '' without one. */
  step: string;
  /** That what is typed is covered. */
  on: string;
  /** What cannot be covered; '' where all can. */
  cannot: string;
}

/** The step, large enough for the last row, in the corner where it is least in the way. */
export class Board {
  readonly #board: HTMLElement;
  readonly #step: HTMLElement;
  readonly #on: HTMLElement;
  readonly #cannot: HTMLElement;

  constructor(readonly root: ShadowRoot) {
    const make = (name: string) => root.ownerDocument.createElement(name);
    this.#board = make('div');
    this.#board.className = 'board';
    this.#step = make('b');
    const words = make('div');
    this.#on = make('div');
    this.#cannot = make('div');
    this.#cannot.className = 'cannot';
    words.append(this.#on, this.#cannot);
    this.#board.append(this.#step, words);
  }

  /** @param spared boxes that it does not lie over where there is a corner without one, in px of the window */
  draw(text: BoardText, spared: readonly DOMRect[]) {
    if (!this.#board.isConnected) this.root.append(this.#board);
    for (const [element, words] of [
      [this.#step, text.step],
      [this.#on, text.on],
      [this.#cannot, text.cannot],
    ] as const) {
      if (element.textContent !== words) element.textContent = words;
    }
    const { clientWidth, clientHeight } = this.root.ownerDocument.documentElement;
    const { width, height } = this.#board.getBoundingClientRect();
    const corners = [GAP, clientWidth - width - GAP].flatMap((left) => [clientHeight - height - GAP, GAP].map((top) => new DOMRect(left, top, width, height)));
    const { left, top } = corners.find((corner) => !spared.some((box) => meet(corner, box))) ?? (corners[0] as DOMRect);
    this.#board.style.cssText = `left: ${left}px; top: ${top}px`;
  }

  remove() {
    this.#board.remove();
  }
}

function meet(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
