import type { practiceCard } from '../../practice/card';
import { CAPTCHA } from './draw-replica';
import type { Played, Stage } from './stage';

/** What a person reads and presses where nothing is pointed at: on a page that nobody knows, in a list of courses, on a course's page. */
const ONWARDS = ['確認', '上課去', '報名課程', '認識河川', '下一步', '開始註冊', '我要註冊', '繼續'];
/** The list of courses after a search: its fields need no filling in again. */
const SEARCHED = 'student_target_no_limit';

/** What the guide says now, and whether the player waits. */
export interface Said {
  do: string;
  why: string;
  isPaused: boolean;
}

/**
 * Plays a practice by itself: shows each sentence for as long as it takes to read, then does what it says. Presses only in pages of the
 * practice, which are our own.
 */
export class Player {
  #played: Played | null = null;
  #said = { do: '', why: '' };
  #seen = '';
  #timer: ReturnType<typeof setTimeout> | null = null;
  isPaused = false;

  constructor(
    readonly stage: Stage,
    readonly card: ReturnType<typeof practiceCard>,
    readonly changed: (said: Said) => void,
    /** Milliseconds for a sentence of so many characters. */
    readonly readingTime: (characters: number) => number = (characters) => 2500 + characters * 120,
  ) {}

  /** The guide has drawn. */
  see(played: Played | null) {
    this.#played = played;
    const card = played?.shown.card ?? null;
    this.#said = { do: card === null ? '' : card.do || card.title, why: card?.why ?? '' };
    const what = JSON.stringify([this.#said, this.stage.state.address.href, played?.shown.ring === null]);
    if (what === this.#seen) return;
    this.#seen = what;
    this.#tell();
    this.#plan();
  }

  pause() {
    this.isPaused = true;
    this.#cancel();
    this.#tell();
  }

  resume() {
    this.isPaused = false;
    this.#tell();
    this.#plan(0);
  }

  /** Does what the sentence says now, and waits for the next one. */
  async next() {
    this.#cancel();
    await this.#act();
    // A page that answers by nothing new is looked at again.
    this.#plan();
  }

  stop() {
    this.#cancel();
    this.isPaused = true;
  }

  #tell() {
    this.changed({ ...this.#said, isPaused: this.isPaused });
  }

  #plan(characters = this.#said.do.length + this.#said.why.length) {
    this.#cancel();
    if (!this.isPaused && !this.stage.state.isOver) this.#timer = setTimeout(() => void this.next(), this.readingTime(characters));
  }

  #cancel() {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #act(): Promise<void> {
    const played = this.#played;
    if (played === null || played.window.closed) return;
    const { ring, card } = played.shown;
    if (ring !== null && !this.stage.state.address.searchParams.has(SEARCHED)) return this.#press(ring, played.window);
    const action = card?.buttons.find((button) => button.action === 'mail-came' || button.action === 'open');
    if (action?.action === 'mail-came') await this.stage.ask(played.window, { ask: 'add', event: { type: 'finished', step: 9 } });
    if (action?.action === 'open' && action.place !== undefined) await this.stage.ask(played.window, { ask: 'open', place: action.place });
    if (action === undefined) this.#goOn(played.window);
  }

  #press(element: Element, window: Window) {
    const typed = this.#typedInto(element);
    element.scrollIntoView({ block: 'center' });
    if (typed === null) {
      (element as HTMLElement).click();
      return;
    }
    (element as HTMLElement).focus();
    if (element.localName === 'select') (element as HTMLSelectElement).selectedIndex = 1;
    else (element as HTMLInputElement).value = typed;
    for (const type of ['input', 'change']) element.dispatchEvent(new (window as Window & typeof globalThis).Event(type, { bubbles: true }));
    (element as HTMLElement).blur();
  }

  /** What the practice card says for a field; null for what is pressed. */
  #typedInto(element: Element): string | null {
    if (!element.matches('input:not([type=radio], [type=checkbox], [type=submit], [type=button], [type=image]), select, textarea')) return null;
    const { card } = this;
    const mark = this.stage.markOf(element) ?? '';
    const values: Record<string, string> = {
      account: card.account,
      password: card.password,
      'password-again': card.password,
      name: card.name,
      mail: card.mail,
      'mail-again': card.mail,
      'id-number': card.idNumber,
      'hint-answer': card.answer,
      mobile: card.mobile,
      captcha: CAPTCHA,
      'hours-minimum': '1',
      'hours-maximum': '',
    };
    return values[mark] ?? '1';
  }

  #goOn(window: Window) {
    const buttons = [...window.document.querySelectorAll<HTMLElement>('button, a[href], input[type=submit]')].filter((button) => button.checkVisibility());
    const words = (button: HTMLElement) => (button.textContent || (button as HTMLInputElement).value || '').trim();
    ONWARDS.flatMap((onward) => buttons.find((button) => words(button) === onward) ?? [])[0]?.click();
  }
}
