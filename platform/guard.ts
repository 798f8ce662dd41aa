import { labelsOf } from './sight';

/** A press that a rule wants held: the caution's key, and what was pressed. */
export interface HeldPress {
  key: string;
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

/**
 * Holds a press before anything of the page hears of it: registered at document_start, capture phase, on the window.
 * Covers mouse, touch, middle click, Enter, Space, labels, `javascript:` links and implicit submit, which all end in a click
 * event; a form sent without one (`requestSubmit`) is held at its submit event. Nothing is ever dispatched again.
 */
export class Guard {
  #listening: AbortController | null = null;
  /** The rest of a double click belongs to the press that was held. */
  #heldAt = 0;

  constructor(
    readonly view: Window,
    readonly questions: GuardQuestions,
  ) {
    this.listen();
  }

  /** Registers anew: `document.open()` takes listeners of the window away. */
  listen() {
    this.stop();
    this.#listening = new AbortController();
    const options = { capture: true, signal: this.#listening.signal };
    this.view.addEventListener('click', (event) => this.#press(event), options);
    this.view.addEventListener('auxclick', (event) => event.button === 1 && this.#press(event), options);
    this.view.addEventListener('submit', (event) => this.#submit(event), options);
  }

  stop() {
    this.#listening?.abort();
    this.#listening = null;
  }

  #press(event: MouseEvent) {
    if (!event.isTrusted) return;
    const path = event.composedPath();
    if (event.detail > 1 && event.timeStamp - this.#heldAt < 700) return swallow(event);
    const press = this.questions.heldBy(path);
    if (press === null) return this.questions.passed(path);
    this.#heldAt = event.timeStamp;
    swallow(event);
    this.questions.held(press);
  }

  #submit(event: SubmitEvent) {
    const form = event.composedPath()[0];
    if (!(form instanceof Element)) return;
    const press = this.questions.heldForm(form, event.submitter);
    if (press === null) return;
    swallow(event);
    this.questions.held(press);
  }
}

function swallow(event: Event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Whether a press on this path is a press of the element: of it, of something in it, or of its label. */
export function isPressOf(path: readonly EventTarget[], element: Element): boolean {
  return path.includes(element) || labelsOf(element).some((label) => path.includes(label));
}
