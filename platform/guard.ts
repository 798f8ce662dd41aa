import type { CautionSeen } from '../engine/verdict';
import { labelsOf } from './sight';

/** A press that a rule wants held: the caution's key, and what was pressed. */
export interface HeldPress {
  key: string;
  /** As it was seen at the press: the page may look otherwise a moment later. */
  caution: CautionSeen;
  element: Element;
}

export interface GuardQuestions {
  /** Which held choice this press is, by the page as it is in this instant; null lets it through. */
  heldBy(path: readonly EventTarget[]): HeldPress | null;
  /** Which held choice sending this form is, where no press came before it. */
  heldForm(form: Element, submitter: Element | null): HeldPress | null;
  /** It was held. */
  held(press: HeldPress): void;
  /** A trusted press of anything, let through. */
  passed(path: readonly EventTarget[]): void;
}

/** What comes before a click, and what of it may have the page act: at the press itself, or at a touch that then never becomes a click. */
const BEFORE_A_CLICK = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend'];
/** The browser itself makes a click of Enter or Space on these. */
const CLICKED_BY_KEYS = 'a[href], button, input, summary';
/** The second half of a double click comes no later. Milliseconds. */
const DOUBLE_CLICK = 700;

/**
 * Holds a press before anything of the page hears of it: registered at document_start, capture phase, on the window.
 * Covers mouse, touch, middle click, Enter, Space, labels, `javascript:` links and implicit submit, which all end in a click
 * event; a form sent without one (`requestSubmit`) is held at its submit event. Nothing is ever dispatched again.
 */
export class Guard {
  /** The rest of a double click belongs to the press that was held. */
  #heldAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly view: Window,
    readonly questions: GuardQuestions,
  ) {}

  /** Adds the listeners where they are missing: `document.open()` takes them away. */
  listen() {
    this.view.addEventListener('click', this.#press, true);
    this.view.addEventListener('auxclick', this.#press, true);
    for (const type of ['keydown', 'keypress', 'keyup']) this.view.addEventListener(type, this.#key as EventListener, true);
    this.view.addEventListener('submit', this.#submit, true);
    for (const type of BEFORE_A_CLICK) this.view.addEventListener(type, this.#before, { capture: true, passive: true });
  }

  /** What is a button by its role alone has no click of its own: the page presses it when it hears the key. */
  readonly #key = (event: KeyboardEvent) => {
    if (!/^(Enter| )$/.test(event.key)) return;
    const at = event.composedPath()[0];
    if (event.type === 'keydown' && at instanceof Element && !at.matches(CLICKED_BY_KEYS)) this.#press(event);
    else this.#before(event);
  };

  /** The browser goes on to make its click of it, which is then held; the page hears of neither. */
  readonly #before = (event: Event) => {
    if (event.isTrusted && this.questions.heldBy(event.composedPath()) !== null) event.stopImmediatePropagation();
  };

  readonly #press = (event: UIEvent) => {
    // The right button opens a menu, the ones beside it go back and forward.
    if (!event.isTrusted || (event as MouseEvent).button > 1) return;
    const path = event.composedPath();
    const press = this.questions.heldBy(path);
    if (press === null && event.detail > 1 && event.timeStamp - this.#heldAt < DOUBLE_CLICK) return swallow(event);
    if (press === null) return this.questions.passed(path);
    this.#heldAt = event.timeStamp;
    swallow(event);
    this.questions.held(press);
  };

  readonly #submit = (event: SubmitEvent) => {
    const form = event.composedPath()[0];
    // Even where a script made the event: Firefox then sends the form.
    if (!(form instanceof Element)) return;
    const press = this.questions.heldForm(form, event.submitter);
    if (press === null) return;
    swallow(event);
    this.questions.held(press);
  };
}

function swallow(event: Event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Whether a press on this path is a press of the element: of it, of something in it, or of its label. */
export function isPressOf(path: readonly EventTarget[], element: Element): boolean {
  return path.includes(element) || labelsOf(element).some((label) => path.includes(label));
}
