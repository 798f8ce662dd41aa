import { type CardSituation, cardFor, reloadNote } from '../components/card-model';
import type { CardButton, StuckTopic } from '../components/models';
import type { PagePack, RecoveryOfSite, Site } from '../content-rules/schema';
import { markComplaints } from '../engine/facts/complaints';
import { type Reading, readFacts } from '../engine/facts/read';
import { toldFacts } from '../engine/facts/told-facts';
import { look } from '../engine/look';
import { type JourneyEvent, NO_PROGRESS, type Progress, type Question } from '../engine/progress';
import { type Claim, claimOf } from '../engine/settle';
import type { Verdict } from '../engine/verdict';
import { type Vocabulary, vocabularyOf } from '../engine/vocabulary';
import { withRecovery } from '../engine/with-recovery';
import { withoutNames } from '../engine/without-names';
import type { SeenDocument } from '../support/report/make-report';
import { describeElement } from './explain';
import { isPressOf } from './guard';
import { HeldPresses } from './held-presses';
import { type HoursToSay, hoursPart } from './hours-part';
import type { Explanation, ReportAnswer, ToPage } from './messages';
import { Overlay } from './overlay';
import { Patience } from './patience';
import { DEFAULT_SETTINGS, type Settings } from './settings';
import { isAside, seenBox, sightOf } from './sight';
import type { Surroundings } from './surroundings';
import { parseView, type View } from './view';
import { Watch } from './watch';

/** What one look found, with the elements its numbers stand for. */
interface Latest {
  verdict: Verdict;
  elements: readonly Element[];
  /** What the page says of the hours of courses, where its rule asks for them. */
  hours?: HoursToSay | null;
}

const CHOICE_WITHOUT_STATE = '[role="radio" i]:not([aria-checked], input)';

/** A frame with less of either side shows nobody anything. CSS px. */
const SMALLEST_FRAME = 40;

const NOTHING_YET: Latest = { verdict: Object.freeze({ kind: 'quiet', reason: 'nothing to say', why: [] }), elements: [] };

/** The guide of one document: looks, draws, holds wrong choices, and tells the keeper what it sees. */
export class Guide {
  /** The site's own, and the targets of a way back while one is under way. */
  #pack: PagePack;
  #vocabulary: Vocabulary;
  #recovery: RecoveryOfSite | null = null;
  readonly #depth: number;
  readonly #framedSteps: number[];
  readonly #overlay: Overlay;
  readonly #presses: HeldPresses;
  readonly #watch: Watch;
  #root: Element | null;
  #latest = NOTHING_YET;
  #reading: Reading | null = null;
  #settings: Settings = DEFAULT_SETTINGS;
  #progress: Progress = NO_PROGRESS;
  /** Until storage has answered nothing is drawn; presses are held all the same, by the defaults. */
  #hasView = false;
  #speaks: boolean;
  /** Fields the person was in and has left: all that is ever known of them. */
  #left = new WeakSet<Element>();
  /** The form was sent from this document. */
  #sentHere = false;
  /** Of the choices that do not tell whether they are made, the one pressed last. */
  #chosen: Element | null = null;
  #mailIsLate = false;
  #fold: { title: string; folded: boolean } | null = null;
  #reported = '';
  readonly #patience = new Patience(() => this.#watch.mark());

  constructor(
    readonly document: Document,
    readonly pack: PagePack,
    readonly site: Site,
    readonly around: Surroundings,
  ) {
    this.#pack = pack;
    const view = document.defaultView as Window;
    this.#vocabulary = vocabularyOf(pack, site);
    this.#depth = around.depth(view);
    this.#speaks = this.#depth === 0;
    this.#framedSteps = pack.journey.steps.filter((step) => step.framed).map(({ step }) => step);
    this.#root = document.documentElement;
    this.#overlay = new Overlay(
      document,
      {
        onPress: (button) => this.#press(button),
        onAnswer: (question, answer) => this.#add({ type: 'answered', question: question as Question, answer }),
        onSkip: (question) => this.#add({ type: 'answered', question: question as Question, answer: 'unsaid' }),
        onPutAway: () => void this.around.ask({ ask: 'put-away', site }),
        onFold: (folded) => this.#setFolded(folded),
        onStuck: () => this.#stuck(),
        onSafe: (muted) => this.#overlay.mayBeAnswered() && this.#presses.safe(muted),
        onInsist: (muted) => this.#overlay.mayBeAnswered() && this.#presses.insist(muted),
        onDismiss: () => this.#presses.close(),
      },
      around,
    );
    this.#presses = new HeldPresses(view, {
      rules: pack.rules,
      overlay: this.#overlay,
      settings: () => this.#settings,
      seen: () => this.#wrongChoices(),
      draw: () => this.#draw(),
      passed: (path) => this.#passed(path),
      chosen: () => this.#watch.mark(),
      armed: (caution) => void this.around.ask({ ask: 'arm', caution }),
      insisted: (caution) => this.#add({ type: 'insisted', caution }),
      muted: (id) => this.#mute(id),
    });
    this.#watch = new Watch(
      document,
      (hasChanged) => this.#look(hasChanged),
      () => this.#hasView,
    );
    this.#connect();
    this.#listen();
  }

  #connect() {
    this.around.listen(
      (message) => this.#hear(message),
      (view) => this.#take(view),
    );
    void this.#readView();
  }

  /** Everything that is heard of the window. Called again once `document.open()` has taken the listeners away; none is ever there twice. */
  #listen() {
    const view = this.document.defaultView as Window;
    this.#presses.listen();
    this.#watch.listen();
    this.#overlay.listen();
    view.addEventListener('pagehide', this.#gone);
    view.addEventListener('pageshow', this.#returned);
    view.addEventListener('focusout', this.#leave, true);
  }

  readonly #gone = (event: Event) => {
    if (event.isTrusted) void this.around.ask({ ask: 'gone' });
  };

  readonly #leave = (event: FocusEvent) => {
    const field = event.composedPath()[0];
    // Leaving the window is not leaving the field.
    if (field instanceof Element && event.isTrusted && this.document.hasFocus()) this.#left.add(field);
  };

  readonly #returned = (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    this.#reported = '';
    void this.#readView();
  };

  /** Not where it is known: a storage that takes nothing has an older one. */
  async #viewKnown() {
    if (!this.#hasView) await this.#readView();
  }

  async #readView() {
    const view = await this.around.readView();
    // What is known already, perhaps told by the keeper, is better than nothing; an orphan has nothing else.
    if (view !== null || !this.#hasView) this.#take(view ?? parseView(view));
  }

  #take({ settings, progress }: View) {
    // What a page complains of is read only once its form was sent.
    if (progress.sentFrom !== this.#progress.sentFrom) this.#reading = null;
    this.#settings = settings;
    this.#progress = progress;
    const id = progress.recovery?.id;
    // What a way back points at has to be asked for first: until then nothing else is pointed at.
    this.#hasView = id === this.#recovery?.id;
    if (this.#hasView) this.#watch.again();
    else if (id === undefined) this.#follow(null);
    else void this.around.ask<RecoveryOfSite>({ ask: 'recovery', recovery: id }).then((found) => this.#progress.recovery?.id === id && this.#follow(found));
  }

  #follow(recovery: RecoveryOfSite | null) {
    this.#recovery = recovery;
    this.#pack = recovery === null ? this.pack : withRecovery(this.pack, recovery);
    this.#vocabulary = vocabularyOf(this.#pack, this.site);
    this.#reading = null;
    this.#hasView = true;
    this.#watch.again();
  }

  #stuck(): Promise<StuckTopic | null> {
    const { verdict } = this.#latest;
    return this.around.ask<StuckTopic>({ ask: 'stuck', page: 'page' in verdict ? verdict.page : null, step: 'step' in verdict ? verdict.step : null });
  }

  get #isPaused(): boolean {
    return this.#settings.paused.includes(this.site);
  }

  #read(): Reading {
    const { host, path } = this.around.address(this.document);
    const sight = sightOf(this.document, this.#overlay.element, this.#left, this.#chosen);
    const reading = readFacts(this.document, { host, path }, this.#vocabulary, sight, this.#overlay.element);
    const { sentFrom } = this.#progress;
    const sent = sentFrom == null ? undefined : this.#vocabulary.rules.find(({ id }) => id === sentFrom)?.sent;
    if (sent !== undefined) markComplaints(reading, sent.complaints, sight);
    return reading;
  }

  #judge(reading: Reading, explain: boolean): Latest {
    const { facts, elements } = reading;
    const verdict = look(facts, this.#vocabulary.rules, {
      progress: this.#progress,
      framed: this.#depth > 0,
      framedSteps: this.#recovery?.framed === true ? [...this.#framedSteps, this.#progress.here] : this.#framedSteps,
      sentHere: this.#sentHere,
      explain,
    });
    return {
      verdict,
      elements,
      hours: hoursPart()?.(this.document, reading, 'page' in verdict && this.pack.rules.find(({ id }) => id === verdict.page)?.hours),
    };
  }

  /** What is ringed: what is to be pressed, or the line that one has to look at oneself. */
  #pointedAt({ verdict, elements, hours }: Latest): Element | null {
    if (verdict.kind !== 'recognised') return null;
    if (verdict.target !== null) return elements[verdict.target.element] ?? null;
    return hours?.line?.element ?? null;
  }

  /** A page that has not changed is not read again to be judged by what else has become known. */
  #look(hasChanged: boolean) {
    if (this.document.documentElement !== this.#root) {
      // document.open() has thrown away the root and every listener of the window.
      this.#root = this.document.documentElement;
      this.#listen();
    }
    // Frames that count or keep something alive are hidden or a few pixels large: none of them may take the card from the page.
    const isUnseen = this.#depth > 0 && Math.min(innerWidth, innerHeight) < SMALLEST_FRAME;
    if (this.#isPaused || isUnseen) {
      this.#reading = null;
      this.#latest = NOTHING_YET;
    } else {
      if (hasChanged || this.#reading === null) {
        this.#reading = this.#read();
        this.#watch.within(this.#reading.roots);
      }
      this.#latest = this.#judge(this.#reading, false);
    }
    if (!this.#hasView) return;
    this.#draw();
    this.#presses.failOpen();
    if (!this.around.isOrphan()) this.#report();
  }

  #draw() {
    const { verdict } = this.#latest;
    // Someone who has put the card away still has to be told that their press was not in vain.
    const isAway = this.#isPaused || (this.#settings.putAway.includes(this.site) && this.#presses.pressAgain === null);
    // An orphan no longer knows where the person is. What it holds stays held.
    const target = isAway || this.around.isOrphan() ? null : this.#pointedAt(this.#latest);
    const isHere = target === null || !isAside(target, this.#overlay.element);
    const card = this.#speaks && !isAway && this.#patience.isOver(verdict) ? this.#card(target, isHere) : null;
    const shown = { ring: isHere ? target : null, card, caution: this.#presses.caution, spared: this.#spokenOf(), textSize: this.#settings.textSize };
    this.#overlay.show(shown);
    this.around.drawn?.(shown, verdict);
  }

  /** What else the card speaks of: what it tells to press once more, or the one thing that a note of the page's rule is about. */
  #spokenOf(): Element | null {
    if (this.#presses.pressAgain !== null) return this.#presses.pressAgain.element;
    const { verdict, elements } = this.#latest;
    const noted = verdict.kind === 'recognised' ? verdict.cautions.filter((caution) => caution.noted).flatMap(({ about }) => about) : [];
    return noted.length === 1 ? (elements[noted[0]?.element ?? -1] ?? null) : null;
  }

  #situation(target: Element | null, isHere = true, { hours } = this.#latest): CardSituation {
    const box = target === null ? null : seenBox(target);
    const middle = box === null ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    const isOutOfView = !isHere || (middle !== null && (middle.x < 0 || middle.y < 0 || middle.x > innerWidth || middle.y > innerHeight));
    return {
      pack: this.#pack,
      recovery: this.#recovery,
      progress: this.#progress,
      language: this.#settings.language,
      isOutOfView,
      pressAgain: this.#presses.pressAgain?.name ?? null,
      mailIsLate: this.#mailIsLate,
      holdsNothing: !this.#settings.holds,
      hours: hours?.say(this.#settings.language),
    };
  }

  #card(target: Element | null, isHere: boolean) {
    const card = cardFor(this.#latest.verdict, this.#situation(target, isHere));
    if (card === null) return null;
    if (this.around.isOrphan()) return reloadNote(card);
    const isFolded = this.#presses.pressAgain === null && (this.#fold?.title === card.title ? this.#fold.folded : card.isFolded);
    return { ...card, isFolded };
  }

  #setFolded(folded: boolean) {
    const card = cardFor(this.#latest.verdict, this.#situation(null));
    this.#fold = card === null ? null : { title: card.title, folded };
    this.#draw();
  }

  #report() {
    const { verdict } = this.#latest;
    const claim: Claim = claimOf(verdict, this.#depth);
    const page = verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict.page : null;
    const step = 'step' in verdict ? verdict.step : null;
    const told = JSON.stringify([claim, page, step]);
    if (told === this.#reported) return;
    this.#reported = told;
    void this.around.ask<ReportAnswer>({ ask: 'report', claim, page, step }).then((answer) => {
      this.#presses.addArmed(answer?.armed ?? []);
      this.#setSpeaks(answer?.speaks ?? this.#depth === 0);
      if (answer?.view !== undefined) this.#take(answer.view);
    });
  }

  #setSpeaks(speaks: boolean) {
    if (speaks === this.#speaks) return;
    this.#speaks = speaks;
    this.#patience.forget();
    this.#watch.again();
  }

  #hear(message: ToPage): Promise<unknown> | undefined {
    switch (message.tell) {
      case 'are-you-there':
        return Promise.resolve(true);
      case 'speak':
        this.#setSpeaks(message.speaks);
        return Promise.resolve(true);
      case 'view':
        this.#take(message.view);
        return undefined;
      case 'explain':
        return this.#explain();
      case 'seen':
        return this.#seen();
      default:
        return undefined;
    }
  }

  async #explain(): Promise<Omit<Explanation, 'frame' | 'speaks'>> {
    await this.#viewKnown();
    const judged = this.#judge(this.#read(), true);
    const { verdict, elements } = judged;
    const told = verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict : null;
    const describe = (element: Element | undefined | null) => (element == null ? null : describeElement(element, this.#vocabulary.rules));
    const { host, path } = this.around.address(this.document);
    // The card in the page says the whole name; it does not leave the page.
    const pressAgain = describe(this.#presses.pressAgain?.element)?.name || null;
    const card = cardFor(verdict, { ...this.#situation(null, true, judged), pressAgain });
    const pointedAt = this.#pointedAt(judged);
    const line = judged.hours?.line;
    return {
      address: `${host}${path}`,
      verdict: verdict.kind,
      page: told?.page ?? null,
      step: 'step' in verdict ? verdict.step : null,
      target: pointedAt !== null && pointedAt === line?.element ? line.described : describe(pointedAt),
      cautions: told?.cautions.flatMap(({ id, about }) => about.map(({ element }) => ({ id, target: describe(elements[element]) }))) ?? [],
      card: card === null ? null : { title: card.title, text: [card.do, card.why, ...card.notes].filter((text) => text !== '').join('\n') },
      why: verdict.why.map((reason) => ({ ...reason })),
      say: told?.say ?? null,
      because: 'missing' in verdict ? verdict.missing : 'reason' in verdict ? verdict.reason : 'translated' in verdict ? 'translated' : null,
    };
  }

  /** For a support report: the facts behind the verdict, so that it can be worked out again elsewhere. */
  async #seen(): Promise<SeenDocument> {
    await this.#viewKnown();
    const reading = this.#read();
    const { verdict } = this.#judge(reading, false);
    return {
      // What a page writes into an empty frame has no host of its own.
      facts: { ...toldFacts(reading.facts, this.#vocabulary), host: this.pack.journey.sites[this.site]?.host ?? '' },
      verdict: withoutNames(verdict),
      progress: this.#progress,
      depth: this.#depth,
      sentHere: this.#sentHere,
    };
  }

  #wrongChoices() {
    const isHolding = !this.#isPaused && this.#settings.holds;
    if (isHolding) this.#watch.refresh();
    const { verdict, elements } = this.#latest;
    const isKnown = verdict.kind === 'recognised' || verdict.kind === 'degraded';
    return { cautions: isHolding && isKnown ? verdict.cautions : [], elements };
  }

  #mute(caution: string) {
    this.#settings = { ...this.#settings, muted: [...this.#settings.muted, caution] };
    void this.around.ask({ ask: 'mute', caution });
  }

  #passed(path: readonly EventTarget[]) {
    this.#noticeSending(path);
    const choice = this.#latest.elements.find((element) => element.matches(CHOICE_WITHOUT_STATE) && isPressOf(path, element));
    if (choice === undefined) return;
    this.#chosen = choice;
    this.#watch.mark();
  }

  /** What a form holds may be wrong in the site's eyes: from here on the fields are to be left once more. */
  #noticeSending(path: readonly EventTarget[]) {
    const { verdict, elements } = this.#latest;
    if (verdict.kind !== 'recognised' && verdict.kind !== 'degraded') return;
    const isSent = verdict.extra?.sends.some(({ element }) => isPressOf(path, elements[element] as Element));
    if (isSent !== true) return;
    this.#sentHere = true;
    this.#left = new WeakSet();
    this.#add({ type: 'sent', page: verdict.page });
    this.#watch.mark();
  }

  #add(event: JourneyEvent) {
    void this.around.ask({ ask: 'add', event });
  }

  #press(button: CardButton) {
    if (button.action === 'open' && button.place !== undefined) void this.around.ask({ ask: 'open', place: button.place });
    if (button.action === 'begin' && button.recovery !== undefined) void this.around.ask({ ask: 'begin', recovery: button.recovery });
    if (button.action === 'leave') this.#add({ type: 'ended' });
    if (button.action === 'mail-came') this.#add({ type: 'finished', step: 9 });
    if (button.action === 'mail-not-yet') {
      this.#mailIsLate = true;
      this.#draw();
    }
    if (button.action === 'show-me') {
      this.#pointedAt(this.#latest)?.scrollIntoView({ block: 'center' });
      this.#watch.mark();
    }
  }
}
