import browser, { type Runtime } from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { BrowserKind, HelpPack, RulePack } from '../content-rules/schema';
import type { JourneyEvent } from '../engine/progress';
import type { SeenDocument } from '../support/report/make-report';
import { HelpAnswers } from './help-answers';
import { parseEvent } from './journal';
import { Keeper } from './keeper';
import { readUnkept } from './kept-shelf';
import type { Explanation, FromPage, Help, SeenTab, ToPage } from './messages';
import { type Asker, PageAnswers, withoutGoneFrames } from './page-answers';
import { hideText } from './presenter/switch-presenter';
import { forgetPrivateOnceClosed, PrivateShelf } from './private-shelf';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings';
import { spokenCode } from './spoken-code';
import { BrowserTab, forgetChanges } from './tab-frames';
import { speakerOf } from './tab-state';
import { parseView, VIEW_KEY, type View } from './view';

/** Nothing but what the event is made of: whatever else came with it would be stored, too. */
const event = z.custom<JourneyEvent>((value) => {
  const parsed = parseEvent(value);
  return parsed !== null && parsed.type !== 'summed' && Object.keys(value as object).length === Object.keys(parsed).length;
});
const name = z.string().check(z.regex(/^[a-z0-9/-]{1,60}$/));
const claim = z.strictObject({
  kind: z.enum(['recognised', 'degraded', 'ambiguous', 'lost', 'quiet']),
  isCovered: z.boolean(),
  depth: z.int().check(z.minimum(0), z.maximum(50)),
});
const step = z.nullable(z.int().check(z.minimum(0), z.maximum(11)));
const stuck = z.strictObject({ ask: z.literal('stuck'), page: z.nullable(name), step });
const recovery = z.strictObject({ ask: z.literal('recovery'), recovery: name });
const begin = z.strictObject({ ask: z.literal('begin'), recovery: name });
const mark = z.optional(z.string().check(z.regex(/^[a-z0-9]{1,16}$/)));

const fromPage = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('report'), claim, page: z.nullable(name), step }),
  z.strictObject({ ask: z.literal('gone') }),
  z.strictObject({ ask: z.literal('view') }),
  z.strictObject({ ask: z.literal('add'), event, mark }),
  z.strictObject({ ask: z.literal('open'), place: name, mark }),
  z.strictObject({ ask: z.literal('arm'), caution: name }),
  z.strictObject({ ask: z.literal('mute'), caution: name }),
  z.strictObject({ ask: z.literal('put-away'), site: z.enum(['elearn', 'egov', 'portal']) }),
  stuck,
  recovery,
  begin,
]);
const fromPresenter = z.strictObject({ ask: z.literal('hide-text') });
const change = z.custom<Partial<Settings>>((value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => Object.hasOwn(DEFAULT_SETTINGS, key)) && parseSettings({ ...DEFAULT_SETTINGS, ...value }) !== null;
});
const tab = z.int().check(z.minimum(0));
const inPrivate = z.optional(z.boolean());
const fromOwnPage = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('add'), event, mark, inPrivate }),
  z.strictObject({ ask: z.literal('open'), place: name, tab: z.nullable(tab), mark, inPrivate }),
  z.strictObject({ ask: z.literal('change'), settings: change, inPrivate }),
  z.strictObject({ ask: z.literal('explain'), tab, inPrivate }),
  z.strictObject({ ask: z.literal('seen'), tab, inPrivate }),
  z.strictObject({ ask: z.literal('start-over'), inPrivate }),
  z.strictObject({ ask: z.literal('set-aside-seen'), inPrivate }),
  z.strictObject({ ask: z.literal('repair'), inPrivate }),
  z.extend(stuck, { tab: z.optional(z.nullable(tab)), inPrivate }),
  z.extend(recovery, { inPrivate }),
  z.extend(begin, { inPrivate }),
]);

const NO_HELP: HelpPack = { causes: { steps: {}, pages: {} }, recoveries: [] };

const done = () => true;

/** An asker that gets undefined has not been heard, and asks again. */
const answered = (answer: Promise<unknown>) => answer.then((given) => given ?? null);

/** Hears every message, and answers only those of the right sender and shape. The rest is ignored without a word. */
export class Router {
  readonly #sites: ReadonlyMap<string, string>;
  /** The keys of all cautions that there are, and their ids. */
  readonly #cautions: Record<'arm' | 'mute', ReadonlySet<string>>;
  readonly #help: HelpAnswers;
  readonly #answers: PageAnswers;

  constructor(
    readonly keeper: Keeper,
    readonly pack: RulePack,
    /** Keeps the journey of private windows, in memory alone. */
    readonly privateKeeper = new Keeper(pack.journey, new PrivateShelf()),
    /** What is shown only on demand. */
    help = NO_HELP,
    browserKind: BrowserKind = 'chrome',
  ) {
    this.#help = new HelpAnswers(pack, help, browserKind, spokenCode);
    this.#answers = new PageAnswers(pack, this.#help);
    this.#sites = new Map(Object.entries(pack.journey.sites).map(([site, { host }]) => [host, site]));
    const cautions = pack.rules.flatMap(({ id: page, cautions }) => cautions.map(({ id }) => ({ key: `${page}/${id}`, id })));
    this.#cautions = { arm: new Set(cautions.map(({ key }) => key)), mute: new Set(cautions.map(({ id }) => id)) };
  }

  /**
   * Not an async function: one would answer messages that are not ours.
   * @returns the promise of an answer, which is never undefined; undefined where the message is not to be heard
   */
  hear(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
    if (sender.id !== browser.runtime.id) return undefined;
    if (this.#isOwnPage(sender)) {
      const asked = fromOwnPage.safeParse(message);
      return asked.success && this.#isKnown(asked.data) ? answered(this.#answerOwnPage(asked.data)) : undefined;
    }
    const from = this.#documentOf(sender);
    if (from === null) return undefined;
    if (fromPresenter.safeParse(message).success) return answered(hideText(from.tab.id, from.frame).catch(() => false));
    const asked = fromPage.safeParse(message);
    return asked.success && this.#isKnown(asked.data) ? answered(this.#answers.answer(asked.data as FromPage, from)) : undefined;
  }

  #isKnown(asked: z.infer<typeof fromPage> | z.infer<typeof fromOwnPage>): boolean {
    if ('recovery' in asked) return this.#help.knows(asked.recovery);
    return !('caution' in asked) || this.#cautions[asked.ask].has(asked.caution);
  }

  #isOwnPage(sender: Runtime.MessageSender): boolean {
    return sender.url?.startsWith(browser.runtime.getURL('')) === true;
  }

  #documentOf(sender: Runtime.MessageSender): Asker | null {
    const { tab: at, frameId, url } = sender;
    // A frame that a page has written has no address of its own; the browser names the origin that it has from that page.
    const address = /^about:(blank|srcdoc)$/.test(url ?? '') ? (sender as { origin?: string }).origin : url;
    if (at?.id === undefined || frameId === undefined || address === undefined || !URL.canParse(address)) return null;
    const { protocol, host } = new URL(address);
    const site = this.#sites.get(host);
    if (protocol !== 'https:' || site === undefined) return null;
    const keeper = this.#keeperFor(at.incognito);
    return { tab: new BrowserTab(at.id), frame: frameId, keeper, site, view: () => this.#viewFor(keeper) };
  }

  #keeperFor(inPrivate = false): Keeper {
    return inPrivate ? this.privateKeeper : this.keeper;
  }

  /** Where storage takes nothing, and of private windows, pages cannot read it there. */
  async #viewFor(keeper: Keeper): Promise<View | undefined> {
    if (keeper !== this.keeper) return keeper.view();
    const view = (await readUnkept())[VIEW_KEY];
    return view === undefined ? undefined : parseView(view);
  }

  async #answerOwnPage(asked: z.infer<typeof fromOwnPage>): Promise<unknown> {
    const keeper = this.#keeperFor(asked.inPrivate);
    switch (asked.ask) {
      case 'add':
        return keeper.add(asked.event, asked.mark).then(done);
      case 'open':
        return this.#answers.open(asked.place, (url) => openIn(asked.tab, url), keeper, asked.mark);
      case 'change':
        return keeper.change(() => asked.settings).then(done);
      case 'explain':
        return this.#explain(asked.tab);
      case 'seen':
        return this.#seen(asked.tab);
      case 'start-over':
        // What the guide said on the way is part of that way.
        await this.#answers.inTurn(forgetChanges);
        return keeper.startOver().then(done);
      case 'set-aside-seen':
        return keeper.noteSetAsideSeen().then(done);
      case 'repair':
        return keeper.repair().then(done);
      default:
        return this.#help.answer(asked as Help, keeper, null, () => this.#toldByTab('tab' in asked ? asked.tab : null));
    }
  }

  /** What the document says whose card the tab shows. */
  async #toldByTab(at: number | null | undefined): Promise<unknown> {
    const told = at == null ? [] : await this.#explain(at);
    return told.find(({ speaks }) => speaks) ?? told[0] ?? null;
  }

  async #explain(at: number): Promise<Explanation[]> {
    const tab = new BrowserTab(at);
    const answers = await this.#askDocuments<Omit<Explanation, 'frame' | 'speaks'>>(tab, { tell: 'explain' });
    const speaker = speakerOf(await tab.read()) ?? 0;
    return answers.map(({ frame, told }) => ({ ...told, frame, speaks: frame === speaker }));
  }

  async #seen(at: number): Promise<SeenTab> {
    const tab = new BrowserTab(at);
    const answers = await this.#askDocuments<SeenDocument>(tab, { tell: 'seen' });
    return { documents: answers.map(({ told }) => told), changes: (await tab.read()).changes ?? [] };
  }

  /** Asks the page and each of its frames that has spoken, in the order in which the browser counts them. */
  async #askDocuments<T>(tab: BrowserTab, question: ToPage): Promise<{ frame: number; told: T }[]> {
    const state = await withoutGoneFrames(tab, await tab.read());
    const frames = [...new Set([0, ...Object.keys(state.claims).map(Number)])].sort((a, b) => a - b);
    const answers = await Promise.all(frames.map(async (frame) => ({ frame, told: await tab.tell<T>(frame, question) })));
    return answers.flatMap(({ frame, told }) => (told === null ? [] : [{ frame, told }]));
  }

  /** A closed tab's frames and let-through choices are forgotten, and with the last private tab its journey. */
  async closed(at: number): Promise<void> {
    await this.#answers.inTurn(() => new BrowserTab(at).forget());
    await forgetPrivateOnceClosed();
  }
}

async function openIn(tab: number | null, url: string): Promise<void> {
  if (tab === null) await browser.tabs.create({ url });
  else await new BrowserTab(tab).open(url);
}
