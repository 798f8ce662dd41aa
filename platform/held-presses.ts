import type { CautionModel } from '../components/models';
import type { Rule } from '../content-rules/schema';
import type { CautionSeen } from '../engine/verdict';
import { nameOf } from './explain';
import { Guard, type HeldPress, isPressOf } from './guard';
import type { Overlay } from './overlay';
import type { Settings } from './settings';

/** What the guide of a document knows and does for its held presses. */
export interface PressesGuide {
  rules: readonly Rule[];
  overlay: Pick<Overlay, 'element' | 'cautionIsSeen'>;
  settings(): Settings;
  /** The wrong choices on the page as it is in this instant, and the elements that their numbers stand for. */
  seen(): { cautions: readonly CautionSeen[]; elements: readonly Element[] };
  /** What is held, or is to be pressed once more, has changed. */
  draw(): void;
  /** A trusted press of anything, let through. */
  passed(path: readonly EventTarget[]): void;
  /** The right choice was pressed for the person. */
  chosen(): void;
  /** Let through from now on. */
  armed(key: string): void;
  /** The person has gone on after the warning. */
  insisted(key: string): void;
  /** Never to be warned of again. */
  muted(id: string): void;
}

/** What is held in one document, its warning and what becomes of it. The contract: docs/decisions.md, "Held choices". */
export class HeldPresses {
  readonly #guard: Guard;
  readonly #armed = new Set<string>();
  #held: { press: HeldPress; model: CautionModel } | null = null;
  #pressAgain: { element: Element; name: string } | null = null;

  constructor(
    view: Window,
    readonly guide: PressesGuide,
  ) {
    this.#guard = new Guard(view, {
      heldBy: (path) => this.#heldBy(path),
      heldForm: (form, submitter) => this.#heldForm(form, submitter),
      held: (press) => this.#warn(press),
      passed: (path) => {
        this.#pressAgain = null;
        guide.passed(path);
      },
    });
  }

  /** Called again once `document.open()` has taken the listeners away. */
  listen() {
    this.#guard.listen();
  }

  /** The warning that is open. */
  get caution(): CautionModel | null {
    return this.#held?.model ?? null;
  }

  /** What was let through after its warning and is to be pressed once more, and its name. */
  get pressAgain(): { element: Element; name: string } | null {
    return this.#pressAgain;
  }

  /** What was let through in this tab before. */
  addArmed(keys: readonly string[]) {
    for (const key of keys) this.#armed.add(key);
  }

  /** A warning that cannot be seen must not lock the page: the next press passes. The page may have covered it for good since it was opened. */
  failOpen(press = this.#held?.press) {
    if (press === undefined || this.#held?.press !== press || this.guide.overlay.cautionIsSeen()) return;
    this.#arm(press);
    this.#pressAgain = { element: press.element, name: this.#held.model.control };
    this.close();
  }

  /** The safe answer. */
  safe(muted: boolean) {
    const press = this.#held?.press;
    if (press === undefined) return;
    const { cautions, elements } = this.#seen();
    const caution = cautions.find((seen) => keyOf(seen) === press.key);
    const choice = caution?.choose == null ? undefined : elements[caution.choose.element];
    this.#mute(muted);
    this.close();
    // The only thing ever pressed for anyone: the native radio that the person's own button names.
    if (choice?.matches('input[type="radio" i]') === true) HTMLElement.prototype.click.call(choice);
    this.guide.chosen();
  }

  /** 「我知道，繼續」 */
  insist(muted: boolean) {
    if (this.#held === null) return;
    const { press, model } = this.#held;
    this.#arm(press);
    this.#mute(muted);
    this.guide.insisted(press.key);
    this.#pressAgain = { element: press.element, name: model.control };
    this.close();
  }

  /** Closes the warning; nothing is let through. */
  close() {
    this.#held = null;
    this.guide.draw();
  }

  #seen() {
    const { cautions, elements } = this.guide.seen();
    const { muted } = this.guide.settings();
    return { cautions: cautions.filter((caution) => !muted.includes(caution.id) && !this.#armed.has(keyOf(caution))), elements };
  }

  #heldBy(path: readonly EventTarget[]): HeldPress | null {
    const { element: own } = this.guide.overlay;
    if (own !== null && path.includes(own)) return null;
    return this.#find((element) => isPressOf(path, element));
  }

  #heldForm(form: Element, submitter: Element | null): HeldPress | null {
    return this.#find((element) => {
      // With nothing named that sends the form, it is not sent by a link in it.
      if (submitter === null ? element.localName === 'a' : submitter !== element) return false;
      return (element as HTMLButtonElement).form === form || Node.prototype.contains.call(form, element);
    });
  }

  #find(isMeant: (element: Element) => boolean): HeldPress | null {
    const { cautions, elements } = this.#seen();
    for (const caution of cautions) {
      for (const { element: number } of caution.held) {
        const element = elements[number];
        if (element !== undefined && isMeant(element)) return { key: keyOf(caution), caution, element };
      }
    }
    return null;
  }

  #warn(press: HeldPress) {
    const { caution, element } = press;
    const { language } = this.guide.settings();
    const rule = this.guide.rules.find(({ id }) => id === caution.page)?.cautions.find(({ id }) => id === caution.id);
    const say = rule?.say[language];
    if (say?.title === undefined) return this.#arm(press);
    const { title, body = '', safe = '', insist = '' } = say;
    this.#held = { press, model: { language, id: caution.id, title, body, safe, insist, control: nameOf(element) } };
    this.guide.draw();
    requestAnimationFrame(() => requestAnimationFrame(() => this.failOpen(press)));
  }

  #arm({ key }: HeldPress) {
    this.#armed.add(key);
    this.guide.armed(key);
  }

  #mute(muted: boolean) {
    const id = this.#held?.model.id;
    if (muted && id !== undefined) this.guide.muted(id);
  }
}

function keyOf(caution: CautionSeen): string {
  return `${caution.page}/${caution.id}`;
}
