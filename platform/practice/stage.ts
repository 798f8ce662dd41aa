import type { HelpPack, HoursWords, PagePack, RulePack, Site } from '../../content-rules/schema';
import type { Broken } from '../../drills/break-page';
import type { Verdict } from '../../engine/verdict';
import { EDITIONS } from '../../practice/editions';
import type { Fault } from '../../practice/faults';
import { NO_MEMORY, type SiteMemory, type SiteReply, Sites } from '../../practice/sites';
import { startAt } from '../../practice/starts';
import type { Trap } from '../../practice/traps';
import { follow, type Going, trapOfCourse } from '../../practice/visit';
import type { Way } from '../../practice/ways';
import type { Scene } from '../../support/desk/scene';
import { HelpAnswers } from '../help-answers';
import { Keeper } from '../keeper';
import type { FromPage, ToPage } from '../messages';
import type { Shown } from '../overlay';
import { type GuidedTab, PageAnswers } from '../page-answers';
import type { Settings } from '../settings';
import { NO_TAB_STATE, speakerOf, type TabState } from '../tab-state';
import type { View } from '../view';
import { frameAddress, type Marks } from './draw-replica';
import { MemoryShelf } from './memory-shelf';

/** Everything that a practice plays. */
export interface PracticeContent {
  pack: RulePack;
  pages: Record<Site, PagePack>;
  help: HelpPack;
  hours: HoursWords;
  /** File below content-rules/ → HTML. */
  replicas: Readonly<Record<string, string>>;
}

export interface PracticeSetup {
  way: Way;
  faults: readonly Fault[];
  language: Settings['language'];
  textSize?: Settings['textSize'];
  /** One of START_STEPS. */
  startStep: number;
  /** Instead of a start: one page as it is said to be. */
  scene?: Scene;
}

/** What one page of the practice gets from the stage. */
export interface PagePlayed {
  address: URL;
  reply: SiteReply | null;
  /** The replica's HTML, where the reply is one. */
  html: string | null;
  /** The guide's pack of the page's site; null where no guide runs. */
  guided: { site: Site; pack: PagePack } | null;
  hours: HoursWords;
  faults: readonly Fault[];
  /** In what the page is other than its replica; null where it is not. */
  broken: Broken | null;
  language: Settings['language'];
  depth: number;
  /** Name → value of the fields of a form that came back: in memory for this one page. */
  kept: ReadonlyMap<string, string>;
}

/** What is drawn in one frame, for those who play or show it. */
export interface Played {
  window: Window;
  shown: Shown;
  verdict: Verdict;
}

/** What the person in front of the practice is shown around it. */
export interface StageState {
  address: URL;
  title: string;
  step: number | null;
  traps: readonly Trap[];
  /** The notice mail has been sent. */
  hasMail: boolean;
  /** The course was begun: the practice is over. */
  isOver: boolean;
  /** What a page's own script would say in a box. */
  alert: string | null;
  /** A real ID number was typed, and has been taken away. */
  isRefused: boolean;
}

interface Frame {
  number: number;
  window: Window;
  hear: (message: ToPage) => Promise<unknown> | undefined;
  take: (view: View) => void;
}

const FORM_SENT = '/portal/person/initial/registrysuccess.aspx';

/** Plays both sites in one frame of our own page, with the guide's own engine, rules and keeper; everything is in memory and gone with it. */
export class Stage {
  readonly #sites: Sites;
  readonly #answers: PageAnswers;
  readonly #keeper: Keeper;
  readonly #visits: { going: Going; reply: SiteReply | null; address: URL }[] = [];
  readonly #frames = new Map<Window, Frame>();
  readonly #played = new Map<number, Played>();
  readonly #marks = new Map<Window, Marks>();
  #kept: ReadonlyMap<string, string> = new Map();
  #memory: SiteMemory;
  #tab: TabState = NO_TAB_STATE;
  #frame: HTMLIFrameElement | null = null;
  #state: StageState;
  readonly #tabSide: GuidedTab;
  #presents = false;
  #presentsHeard: ((presents: boolean) => void)[] = [];
  /** A clicker was pressed. */
  turned: (to: 'next' | 'back') => void = () => undefined;

  /** @param changed told after each change of what is shown around the practice */
  constructor(
    readonly content: PracticeContent,
    readonly setup: PracticeSetup,
    /** Whose name stands on the certificate. */
    readonly name: string,
    readonly changed: (state: StageState) => void,
    /** Told what the frame that speaks draws. */
    readonly drew: (played: Played | null) => void = () => undefined,
  ) {
    const start = startAt(setup.startStep);
    this.#memory = { ...NO_MEMORY, ...start.remembers };
    this.#sites = new Sites(EDITIONS.practice, new Set(setup.faults));
    this.#keeper = new Keeper(content.pack.journey, new MemoryShelf((view) => this.#tell(view)));
    this.#answers = new PageAnswers(content.pack, new HelpAnswers(content.pack, content.help, 'chrome'));
    this.#state = {
      address: new URL(setup.scene?.address ?? start.address),
      title: '',
      step: null,
      traps: [],
      hasMail: setup.startStep > 9,
      isOver: false,
      alert: null,
      isRefused: false,
    };
    this.#tabSide = {
      id: 0,
      read: async () => this.#tab,
      write: async (state) => {
        this.#tab = state;
        this.#settle();
      },
      tell: async <T>(number: number, message: ToPage) => {
        const frame = [...this.#frames.values()].find((each) => each.number === number);
        return frame === undefined || frame.window.closed ? null : (((await frame.hear(message)) ?? null) as T | null);
      },
      open: async (url) => this.open(url),
      badge: async () => undefined,
    };
  }

  get state(): StageState {
    return this.#state;
  }

  /** Begins in this frame. */
  async begin(frame: HTMLIFrameElement) {
    this.#frame = frame;
    // What plays itself stands still for no warning; it says them.
    await this.#keeper.change(() => ({ language: this.setup.language, textSize: this.setup.textSize ?? 'normal', holds: this.setup.way !== 'watch' }));
    for (let step = 1; step < this.setup.startStep; step += 1) await this.#keeper.add({ type: 'finished', step });
    for (const event of this.setup.scene?.events ?? []) await this.#keeper.add(event);
    if (this.setup.way === 'watch') for (const [question, answer] of WATCHED_ANSWERS) await this.#keeper.add({ type: 'answered', question, answer });
    this.open(this.#state.address.href);
  }

  /** Opens an address in the practice's tab, as if it were typed. */
  open(address: string) {
    this.#go(this.#frame?.contentWindow ?? null, { address: new URL(address), sent: null, filled: [] });
  }

  // What the pages ask. They are of the same origin, and call these directly.

  /** A page has been loaded: what it is. */
  opened(window: Window): PagePlayed {
    const { search, hash } = window.location;
    const visit = this.#visits[Number(search.slice(1) || -1)] ?? this.#visitOf({ address: new URL(hash.slice(1)), sent: null, filled: [] });
    const { address, reply } = visit;
    const isMain = window === this.#frame?.contentWindow;
    const site = this.#siteOf(address);
    const html = reply !== null && 'replica' in reply ? (this.content.replicas[reply.replica] ?? null) : null;
    const kept = this.#kept;
    this.#kept = new Map();
    if (isMain) {
      // Whatever frames the page before had are gone with it.
      this.#frames.clear();
      this.#tab = { ...this.#tab, claims: {} };
      this.#played.clear();
      this.#marks.clear();
      this.#presentsHeard = [];
    }
    let depth = 0;
    for (let at: Window = window; at !== this.#frame?.contentWindow && at !== at.parent; at = at.parent) depth += 1;
    return {
      address,
      reply,
      html,
      guided: html === null || site === undefined || this.setup.way === 'alone' ? null : { site, pack: this.content.pages[site] },
      hours: this.content.hours,
      faults: this.setup.faults,
      broken: address.href === this.setup.scene?.address ? this.setup.scene.broken : null,
      language: this.setup.language,
      depth,
      kept,
    };
  }

  /** A page has been drawn. */
  drawn(window: Window, { address }: PagePlayed, title: string, marks: Marks = new Map()) {
    this.#marks.set(window, marks);
    if (window === this.#frame?.contentWindow) this.#change({ address, title });
  }

  /**
   * A link or a form leads on.
   * @param name of the link's or form's target, as `_top`
   */
  go(window: Window, going: Going, name: string, kept: ReadonlyMap<string, string> = new Map()) {
    this.#kept = kept;
    const isOut = name === '_top' || name === '_parent' || name === '_blank';
    this.#go(isOut ? (this.#frame?.contentWindow ?? null) : window, going);
  }

  /** Something marked was pressed. */
  pressed(mark: string, path: string) {
    if (mark === 'enrol') {
      const trap = trapOfCourse(path);
      if (trap !== null) this.trapped(trap);
      if (trap === 'restricted') this.#change({ alert: '報名身分不符，請詳見課程簡介' });
    }
    if (mark === 'go-to-class') this.#change({ isOver: true });
  }

  /** The person has fallen into a trap. */
  trapped(...traps: Trap[]) {
    const all = [...new Set([...this.#state.traps, ...traps])];
    if (all.length > this.#state.traps.length) this.#change({ traps: all });
  }

  /** A projector shows it: thick ring, halo, a clicker's keys. */
  get presents(): boolean {
    return this.#presents;
  }

  present(presents: boolean) {
    this.#presents = presents;
    for (const told of this.#presentsHeard) told(presents);
  }

  onPresents(told: (presents: boolean) => void) {
    this.#presentsHeard.push(told);
  }

  /** @returns whether the key was one of a clicker */
  key({ key }: Pick<KeyboardEvent, 'key'>): boolean {
    if (key !== 'PageDown' && key !== 'PageUp') return false;
    this.turned(key === 'PageDown' ? 'next' : 'back');
    return true;
  }

  /** What a box says has been read. */
  seen() {
    this.#change({ alert: null, isRefused: false });
  }

  /** A real ID number was typed, and has been taken away. */
  refused() {
    this.trapped('real-number');
    this.#change({ isRefused: true });
  }

  /** Which field an element of a page is, as its replica marks it. */
  markOf(element: Element): string | undefined {
    return [...this.#marks.values()].find((marks) => marks.has(element))?.get(element);
  }

  ask<T>(window: Window, message: FromPage): Promise<T | null> {
    const frame = this.#frames.get(window);
    if (frame === undefined) return Promise.resolve(null);
    const asker = {
      tab: this.#tabSide,
      frame: frame.number,
      keeper: this.#keeper,
      site: this.#siteOf(this.#state.address) ?? '',
      view: () => this.#keeper.view(),
    };
    return this.#answers.answer(message, asker) as Promise<T | null>;
  }

  view(): Promise<View> {
    return this.#keeper.view();
  }

  listen(window: Window, hear: Frame['hear'], take: Frame['take']) {
    const isMain = window === this.#frame?.contentWindow;
    const number = isMain ? 0 : (this.#frames.get(window)?.number ?? 1 + Math.max(0, ...[...this.#frames.values()].map((each) => each.number)));
    this.#frames.set(window, { number, window, hear, take });
  }

  /** What the guide of a frame draws. */
  show(window: Window, shown: Shown, verdict: Verdict) {
    const number = this.#frames.get(window)?.number;
    if (number === undefined) return;
    this.#played.set(number, { window, shown, verdict });
    this.#settle();
  }

  #siteOf({ host }: URL): Site | undefined {
    return Object.entries(this.content.pack.journey.sites).find(([, site]) => site.host === host)?.[0] as Site | undefined;
  }

  #settle() {
    const speaker = speakerOf(this.#tab);
    const played = speaker === null ? undefined : this.#played.get(speaker);
    const step = played !== undefined && 'step' in played.verdict ? played.verdict.step : this.#state.step;
    if (step !== this.#state.step) this.#change({ step });
    this.drew(played ?? null);
  }

  #tell(view: View) {
    for (const { window, take } of this.#frames.values()) if (!window.closed) take(view);
  }

  #visitOf(going: Going) {
    const { scene } = this.setup;
    if (scene !== undefined && going.address.href === scene.address) return { going, reply: { replica: scene.replica }, address: going.address };
    const { address, reply, traps, memory } = follow(this.#sites, going, this.#memory);
    this.#memory = memory;
    this.trapped(...traps);
    if (address.pathname.toLowerCase() === FORM_SENT && reply !== null && !('isBack' in reply)) this.#change({ hasMail: true });
    if (reply !== null && 'certificate' in reply) this.#change({ isOver: true });
    return { going, reply, address };
  }

  #go(window: Window | null, going: Going) {
    const visit = this.#visitOf(going);
    this.#visits.push(visit);
    if (window !== null) window.location.href = frameAddress(visit.address.href, this.#visits.length - 1);
  }

  #change(change: Partial<StageState>) {
    this.#state = { ...this.#state, ...change };
    this.changed(this.#state);
  }
}

const WATCHED_ANSWERS = [
  ['hours', 'yes'],
  ['civil', 'no'],
  ['account', 'no'],
  ['identify', 'number'],
] as const;
