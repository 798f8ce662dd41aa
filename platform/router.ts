import browser, { type Runtime } from 'webextension-polyfill';
import * as z from 'zod/mini';
import { recoveryOfSite, stuckTopic } from '../components/stuck-model';
import type { BrowserKind, HelpPack, RulePack } from '../content-rules/schema';
import type { JourneyEvent, Question } from '../engine/progress';
import { parseEvent } from './journal';
import { Keeper } from './keeper';
import { readUnkept } from './kept-shelf';
import type { Explanation, ReportAnswer } from './messages';
import { forgetPrivateOnceClosed, PrivateShelf } from './private-shelf';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings';
import { forgetTab, readTab, speakerOf, tellFrame, withoutGoneFrames, writeTab } from './tab-frames';
import { parseView, VIEW_KEY } from './view';

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
  z.strictObject({ ask: z.literal('start-over'), inPrivate }),
  z.strictObject({ ask: z.literal('set-aside-seen'), inPrivate }),
  z.strictObject({ ask: z.literal('repair'), inPrivate }),
  z.extend(stuck, { inPrivate }),
  z.extend(recovery, { inPrivate }),
  z.extend(begin, { inPrivate }),
]);

/** The document that asks, and the keeper of its kind of window. */
interface Asker {
  tab: number;
  frame: number;
  keeper: Keeper;
  site: string;
}

type Help = z.infer<typeof stuck> | z.infer<typeof recovery> | z.infer<typeof begin>;

const NO_HELP: HelpPack = { causes: { steps: {}, pages: {} }, recoveries: [] };

const done = () => true;

/** Events that a document may add by itself. Correcting and starting over belong to the person in our own pages. */
const MAY_ADD = new Set(['answered', 'finished', 'insisted', 'sent', 'ended']);

/** Hears every message, and answers only those of the right sender and shape. The rest is ignored without a word. */
export class Router {
  readonly #sites: ReadonlyMap<string, string>;
  /** The keys of all cautions that there are, and their ids. */
  readonly #cautions: Record<'arm' | 'mute', ReadonlySet<string>>;
  #tabWork: Promise<unknown> = Promise.resolve();

  constructor(
    readonly keeper: Keeper,
    readonly pack: RulePack,
    /** Keeps the journey of private windows, in memory alone. */
    readonly privateKeeper = new Keeper(pack.journey, new PrivateShelf()),
    /** What is shown only on demand. */
    readonly help = NO_HELP,
    readonly browser: BrowserKind = 'chrome',
  ) {
    this.#sites = new Map(Object.entries(pack.journey.sites).map(([site, { host }]) => [host, site]));
    const cautions = pack.rules.flatMap(({ id: page, cautions }) => cautions.map(({ id }) => ({ key: `${page}/${id}`, id })));
    this.#cautions = { arm: new Set(cautions.map(({ key }) => key)), mute: new Set(cautions.map(({ id }) => id)) };
  }

  /**
   * Not an async function: one would answer messages that are not ours.
   * @returns the promise of an answer, or undefined where the message is not to be heard
   */
  hear(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
    if (sender.id !== browser.runtime.id) return undefined;
    if (this.#isOwnPage(sender)) {
      const asked = fromOwnPage.safeParse(message);
      return asked.success && this.#isKnown(asked.data) ? this.#answerOwnPage(asked.data) : undefined;
    }
    const from = this.#documentOf(sender);
    if (from === null) return undefined;
    const asked = fromPage.safeParse(message);
    return asked.success && this.#isKnown(asked.data) ? this.#answerPage(asked.data, from) : undefined;
  }

  #isKnown(asked: z.infer<typeof fromPage> | z.infer<typeof fromOwnPage>): boolean {
    if ('recovery' in asked) return this.help.recoveries.some(({ id }) => id === asked.recovery);
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
    return protocol === 'https:' && site !== undefined ? { tab: at.id, frame: frameId, keeper: this.#keeperFor(at.incognito), site } : null;
  }

  #keeperFor(inPrivate = false): Keeper {
    return inPrivate ? this.privateKeeper : this.keeper;
  }

  /** Reading and writing what is known of tabs, one piece after the other: two frames report at the same moment. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tabWork.then(work, work);
    this.#tabWork = turn.catch(() => undefined);
    return turn;
  }

  async #answerPage(asked: z.infer<typeof fromPage>, asker: Asker): Promise<unknown> {
    const { tab: at, frame, keeper } = asker;
    switch (asked.ask) {
      case 'report':
        return this.#report(asked, asker);
      case 'view':
        return keeper.view();
      case 'gone':
        return this.#inTurn(async () => {
          const state = await readTab(at);
          delete state.claims[frame];
          await writeTab(at, state);
          await this.#settle(at, frame);
        });
      case 'add':
        return MAY_ADD.has(asked.event.type) ? void (await keeper.add(asked.event, asked.mark)) : undefined;
      case 'open':
        return this.#open(asked.place, at, keeper, asked.mark);
      case 'arm':
        return this.#inTurn(async () => {
          const state = await readTab(at);
          await writeTab(at, { ...state, armed: [...new Set([...state.armed, asked.caution])] });
        });
      case 'mute':
        return keeper.change(({ muted }) => ({ muted: [...new Set([...muted, asked.caution])] }));
      case 'put-away':
        return keeper.change(({ putAway }) => ({ putAway: [...new Set([...putAway, asked.site])] }));
      default:
        return this.#help(asked, keeper, asker.site);
    }
  }

  async #answerOwnPage(asked: z.infer<typeof fromOwnPage>): Promise<unknown> {
    const keeper = this.#keeperFor(asked.inPrivate);
    switch (asked.ask) {
      case 'add':
        return keeper.add(asked.event, asked.mark).then(done);
      case 'open':
        return this.#open(asked.place, asked.tab, keeper, asked.mark);
      case 'change':
        return keeper.change(() => asked.settings).then(done);
      case 'explain':
        return this.#explain(asked.tab);
      case 'start-over':
        return keeper.startOver().then(done);
      case 'set-aside-seen':
        return keeper.noteSetAsideSeen().then(done);
      case 'repair':
        return keeper.repair().then(done);
      default:
        return this.#help(asked, keeper, null);
    }
  }

  async #help(asked: Help, keeper: Keeper, site: string | null): Promise<unknown> {
    const { progress, settings } = await keeper.view();
    switch (asked.ask) {
      case 'stuck':
        return stuckTopic(this.help, this.pack, {
          page: asked.page,
          step: asked.step || progress.here || 1,
          progress,
          language: settings.language,
          browser: this.browser,
        });
      case 'recovery':
        return recoveryOfSite(this.help, this.pack, asked.recovery, site, this.browser);
      case 'begin':
        return this.#begin(asked.recovery, keeper);
    }
  }

  /** Asked for twice it is begun once. */
  async #begin(id: string, keeper: Keeper): Promise<boolean> {
    const { tells = {}, until = [] } = this.help.recoveries.find((recovery) => recovery.id === id) ?? {};
    const { progress } = await keeper.view();
    if (progress.recovery?.id === id) return true;
    for (const [question, answer] of Object.entries(tells)) await keeper.add({ type: 'answered', question: question as Question, answer });
    await keeper.add({ type: 'began', recovery: id, until });
    return true;
  }

  async #report({ claim: told, page, step: at }: Extract<z.infer<typeof fromPage>, { ask: 'report' }>, asker: Asker): Promise<ReportAnswer> {
    const { tab: inTab, frame, keeper } = asker;
    const { speaks, armed } = await this.#inTurn(async () => {
      const known = await readTab(inTab);
      const before = frame === 0 ? await withoutGoneFrames(inTab, known) : known;
      await writeTab(inTab, { ...before, claims: { ...before.claims, [frame]: told } });
      return { speaks: await this.#settle(inTab, frame), armed: before.armed };
    });
    const isArrival = page !== null && (told.kind === 'recognised' || told.kind === 'degraded') && !told.isCovered;
    if (isArrival && this.pack.rules.some(({ id }) => id === page)) {
      await keeper.add({ type: 'arrived', page, step: at === 0 ? null : at }).catch(() => undefined);
    }
    if (speaks) await this.#badge(inTab, told.kind === 'quiet' ? null : at, told.kind);
    const view = keeper === this.keeper ? (await readUnkept())[VIEW_KEY] : await keeper.view();
    return view === undefined ? { speaks, armed } : { speaks, armed, view: parseView(view) };
  }

  /** Tells every other frame whether it shows the card. @returns whether the asking frame does */
  async #settle(at: number, asking: number): Promise<boolean> {
    const state = await readTab(at);
    const speaker = speakerOf(state);
    const others = Object.keys(state.claims)
      .map(Number)
      .filter((frame) => frame !== asking);
    await Promise.all(others.map((frame) => tellFrame(at, frame, { tell: 'speak', speaks: frame === speaker })));
    return asking === speaker;
  }

  async #open(place: string, at: number | null, keeper: Keeper, once: string | undefined): Promise<boolean> {
    const known = this.pack.journey.places[place];
    if (known === undefined) return false;
    // Where it cannot be written down, nobody is kept from going there.
    await keeper.add({ type: 'went', place }, once).catch(() => undefined);
    if (at === null) await browser.tabs.create({ url: known.url });
    else await browser.tabs.update(at, { url: known.url, active: true });
    return true;
  }

  async #explain(at: number): Promise<Explanation[]> {
    const state = await withoutGoneFrames(at, await readTab(at));
    const frames = [...new Set([0, ...Object.keys(state.claims).map(Number)])];
    const answers = await Promise.all(
      frames.map(async (frame) => ({ frame, told: await tellFrame<Omit<Explanation, 'frame' | 'speaks'>>(at, frame, { tell: 'explain' }) })),
    );
    const speaker = speakerOf(await readTab(at)) ?? 0;
    return answers.flatMap(({ frame, told }) => (told === null ? [] : [{ ...told, frame, speaks: frame === speaker }]));
  }

  async #badge(at: number, number: number | null, kind: string) {
    const text = kind === 'degraded' || kind === 'ambiguous' ? '?' : number === null || number === 0 ? '' : String(number);
    await browser.action.setBadgeText({ tabId: at, text });
    await browser.action.setBadgeBackgroundColor({ tabId: at, color: text === '?' ? '#8a4b00' : '#1d4f91' });
  }

  /** A closed tab's frames and let-through choices are forgotten, and with the last private tab its journey. */
  async closed(at: number): Promise<void> {
    await this.#inTurn(() => forgetTab(at));
    await forgetPrivateOnceClosed();
  }
}
