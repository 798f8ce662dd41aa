import { render } from 'preact';
import type { TextSize } from '../classroom/text-sizes';
import { Card, type CardProps } from '../components/Card';
import { CautionDialog } from '../components/CautionDialog';
import type { CardModel, CautionModel } from '../components/models';
import { OVERLAY_STYLE } from '../components/overlay-style';
import { Ring } from '../components/Ring';
import { follow } from './follow';
import { OverlayHost, type OverlayRoot } from './overlay-host';
import { placeCard, placeRing } from './placing';
import { labelsOf, seenBox } from './sight';
import type { Surroundings } from './surroundings';

/** What the overlay is to show. */
export interface Shown {
  /** The element to ring, or null. */
  ring: Element | null;
  card: CardModel | null;
  caution: CautionModel | null;
  /** What the card speaks of, besides the ringed: not to be covered by it. */
  spared?: Element | null;
  /** Of the card's and the warning's text. */
  textSize: TextSize;
}

export interface OverlayActions extends Omit<CardProps, 'card'> {
  onSafe(muted: boolean): void;
  onInsist(muted: boolean): void;
  onDismiss(): void;
}

/**
 * The warning's buttons do nothing until it has been seen for so long, so that neither the second half of a double click nor a lure
 * that uncovers it at the last moment decides anything. Milliseconds.
 */
const DEAD_TIME = 500;

const ERROR_TEXT = '[role="alert"], .error, .alert-danger, .field-validation-error, .text-danger, .help-block-error';

/** Draws ring, card and warning in one document; draws only what has changed, and lets go of everything when there is nothing. */
export class Overlay {
  readonly #host: OverlayHost;
  #shown: Shown = { ring: null, card: null, caution: null, textSize: 'normal' };
  #stopFollowing: (() => void) | null = null;
  #said = '';
  /** Since when the warning has been seen at every look. */
  #seenSince: number | null = null;

  constructor(
    readonly document: Document,
    readonly actions: OverlayActions,
    around: Pick<Surroundings, 'addStyle'>,
  ) {
    this.#host = new OverlayHost(document, (root) => around.addStyle(root, OVERLAY_STYLE));
  }

  /** Our own element, which the guide looks past. */
  get element(): Element | null {
    return this.#host.element;
  }

  /** What the document's window heard for us: it may have lost its listeners. */
  listen() {
    this.#host.listen();
  }

  show(shown: Shown) {
    const isEmpty = shown.ring === null && shown.card === null && shown.caution === null;
    if (isEmpty && this.#host.element === null) return;
    const before = this.#shown;
    this.#shown = shown;
    if (before.caution?.id !== shown.caution?.id) this.#seenSince = null;
    const root = this.#host.mount();
    if (root === null) return;
    // Beside a modal dialog or a fullscreen part of the page our buttons are as dead as the page itself.
    root.main.className = `${shown.textSize} ${this.document.querySelector('dialog:modal, :fullscreen') === null ? '' : 'dead'}`;
    if (isEmpty) {
      this.#stopFollowing?.();
      this.#stopFollowing = null;
      render(null, root.main);
      this.#host.unmount();
      return;
    }
    const isSame = sameWords(before, shown) && root.isFresh === false;
    if (!isSame) {
      const wasInCard = this.#focused()?.closest('[data-part="card"]');
      render(<Everything shown={shown} actions={this.actions} />, root.main);
      // Who has pressed a button of the card by keyboard goes on from its new words, though the button is gone.
      const title = wasInCard && !this.#focused() ? root.main.querySelector<HTMLElement>('[data-part="title"]') : null;
      title?.setAttribute('tabindex', '-1');
      title?.focus();
      this.#announce(root.status, shown.card);
    }
    const hasMoved = before.ring !== shown.ring || before.spared !== shown.spared || (before.card === null) !== (shown.card === null);
    if (!isSame || hasMoved || root.isFresh) this.#follow(root);
    this.#noteCaution();
  }

  #focused() {
    return this.#host.root?.activeElement;
  }

  /** Places ring and card when the browser has laid them out, and again whenever the target, the card or the page moves. No timers. */
  #follow({ main, status }: OverlayRoot) {
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    const ring = main.querySelector<HTMLElement>('[data-part="ring"]');
    const card = main.querySelector<HTMLElement>('[data-part="card"]');
    const target = this.#shown.ring;
    let spot: number | null = null;
    const place = () => {
      const box = target === null ? null : seenBox(target);
      // The card first: it asks for much and moves nothing. A ring of another size would make the browser lay out anew for each answer.
      if (card !== null) spot = placeCard(card, box, this.#neverHidden(box), spot);
      if (ring !== null && box !== null) placeRing(ring, box, target?.isConnected === true);
    };
    if (card === null && ring === null) return;
    const following = new AbortController();
    const { signal } = following;
    const view = this.document.defaultView as Window;
    for (const event of ['scroll', 'resize', 'focusin']) view.addEventListener(event, place, { capture: true, passive: true, signal });
    // What is said has a size even where nothing else has: the text of a link that breaks is no box to the browser.
    follow(target, card === null ? [status] : [status, card], place, signal);
    this.#stopFollowing = () => following.abort();
  }

  #neverHidden(box: DOMRect | null): DOMRect[] {
    const active = this.document.activeElement;
    const inUse = active?.matches('input, textarea, select, [contenteditable]') === true ? [active] : [];
    const errors = [...this.document.querySelectorAll(ERROR_TEXT)].slice(0, 10);
    const spared = this.#shown.spared ?? null;
    const boxes = [...inUse, ...errors, ...(spared === null ? [] : [spared, ...labelsOf(spared)])]
      .map((element) => element.getBoundingClientRect())
      .filter((box) => box.width > 0 && box.height > 0 && box.height < 200);
    return box === null ? boxes : [new DOMRect(box.x - 10, box.y - 10, box.width + 20, box.height + 20), ...boxes];
  }

  /** One polite message a step, the same words as on the card. */
  #announce(status: HTMLElement, card: CardModel | null) {
    const words = card === null ? '' : card.title;
    if (words === this.#said) return;
    this.#said = words;
    status.textContent = words;
  }

  /** Whether an answer to the warning counts: a person has had it before their eyes for a moment, and has it now. */
  mayBeAnswered(): boolean {
    this.#noteCaution();
    return this.#seenSince !== null && performance.now() - this.#seenSince >= DEAD_TIME;
  }

  #noteCaution() {
    this.#seenSince = this.cautionIsSeen() ? (this.#seenSince ?? performance.now()) : null;
  }

  /** Whether the warning is really seen: drawn, of some size, on top at its middle, and under nothing that came later. */
  cautionIsSeen(): boolean {
    const root = this.#host.root;
    const dialog = root?.querySelector('dialog');
    if (root == null || dialog == null || !dialog.open) return false;
    const box = dialog.getBoundingClientRect();
    if (box.width < 50 || box.height < 50 || !this.#host.isInSight()) return false;
    const hit = root.elementFromPoint(box.left + box.width / 2, box.top + Math.min(20, box.height / 2));
    return hit !== null && dialog.contains(hit);
  }
}

function Everything({ shown, actions }: { shown: Shown; actions: OverlayActions }) {
  return (
    <>
      {shown.ring !== null && <Ring />}
      {shown.card !== null && <Card key={shown.card.title} card={shown.card} {...actions} />}
      {shown.caution !== null && <CautionDialog key={shown.caution.id} caution={shown.caution} {...actions} />}
    </>
  );
}

function sameWords(a: Shown, b: Shown): boolean {
  return (a.ring === null) === (b.ring === null) && JSON.stringify([a.card, a.caution]) === JSON.stringify([b.card, b.caution]);
}
