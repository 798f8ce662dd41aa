import browser, { type Runtime } from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { RulePack } from '../content-rules/schema';
import type { JourneyEvent } from '../engine/progress';
import { parseEvent } from './journal';
import type { Keeper } from './keeper';
import type { Explanation, ReportAnswer } from './messages';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings';
import { forgetTab, readTab, speakerOf, tellFrame, withoutGoneFrames, writeTab } from './tab-frames';

/** Nothing but what the event is made of: whatever else came with it would be stored, too. */
const event = z.custom<JourneyEvent>((value) => {
  const parsed = parseEvent(value);
  return parsed !== null && Object.keys(value as object).length === Object.keys(parsed).length;
});
const name = z.string().check(z.regex(/^[a-z0-9/-]{1,60}$/));
const claim = z.strictObject({
  kind: z.enum(['recognised', 'degraded', 'ambiguous', 'lost', 'quiet']),
  isCovered: z.boolean(),
  depth: z.int().check(z.minimum(0), z.maximum(50)),
});
const step = z.nullable(z.int().check(z.minimum(0), z.maximum(11)));

const fromPage = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('report'), claim, page: z.nullable(name), step }),
  z.strictObject({ ask: z.literal('gone') }),
  z.strictObject({ ask: z.literal('add'), event }),
  z.strictObject({ ask: z.literal('open'), place: name }),
  z.strictObject({ ask: z.literal('arm'), caution: name }),
  z.strictObject({ ask: z.literal('mute'), caution: name }),
  z.strictObject({ ask: z.literal('put-away'), site: z.enum(['elearn', 'egov', 'portal']) }),
]);
const change = z.custom<Partial<Settings>>((value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).every((key) => Object.hasOwn(DEFAULT_SETTINGS, key)) && parseSettings({ ...DEFAULT_SETTINGS, ...value }) !== null;
});
const tab = z.int().check(z.minimum(0));
const fromOwnPage = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('add'), event }),
  z.strictObject({ ask: z.literal('open'), place: name, tab: z.nullable(tab) }),
  z.strictObject({ ask: z.literal('change'), settings: change }),
  z.strictObject({ ask: z.literal('explain'), tab }),
  z.strictObject({ ask: z.literal('start-over') }),
  z.strictObject({ ask: z.literal('set-aside-seen') }),
  z.strictObject({ ask: z.literal('repair') }),
]);

const done = () => true;

/** Events that a document may add by itself. Correcting and starting over belong to the person in our own pages. */
const MAY_ADD = new Set(['answered', 'finished']);

/** Hears every message, and answers only those of the right sender and shape. The rest is ignored without a word. */
export class Router {
  readonly #hosts: ReadonlySet<string>;
  #tabWork: Promise<unknown> = Promise.resolve();

  constructor(
    readonly keeper: Keeper,
    readonly pack: RulePack,
  ) {
    this.#hosts = new Set(Object.values(pack.journey.sites).map(({ host }) => host));
  }

  /**
   * Not an async function: one would answer messages that are not ours.
   * @returns the promise of an answer, or undefined where the message is not to be heard
   */
  hear(message: unknown, sender: Runtime.MessageSender): Promise<unknown> | undefined {
    if (sender.id !== browser.runtime.id) return undefined;
    if (this.#isOwnPage(sender)) {
      const asked = fromOwnPage.safeParse(message);
      return asked.success ? this.#answerOwnPage(asked.data) : undefined;
    }
    const from = this.#documentOf(sender);
    if (from === null) return undefined;
    const asked = fromPage.safeParse(message);
    return asked.success ? this.#answerPage(asked.data, from.tab, from.frame) : undefined;
  }

  #isOwnPage(sender: Runtime.MessageSender): boolean {
    return sender.url?.startsWith(browser.runtime.getURL('')) === true;
  }

  #documentOf(sender: Runtime.MessageSender): { tab: number; frame: number } | null {
    const { tab: at, frameId, url } = sender;
    if (at?.id === undefined || frameId === undefined || url === undefined || !URL.canParse(url)) return null;
    const { protocol, host } = new URL(url);
    return protocol === 'https:' && this.#hosts.has(host) ? { tab: at.id, frame: frameId } : null;
  }

  /** Reading and writing what is known of tabs, one piece after the other: two frames report at the same moment. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tabWork.then(work, work);
    this.#tabWork = turn.catch(() => undefined);
    return turn;
  }

  async #answerPage(asked: z.infer<typeof fromPage>, at: number, frame: number): Promise<unknown> {
    switch (asked.ask) {
      case 'report':
        return this.#report(asked, at, frame);
      case 'gone':
        return this.#inTurn(async () => {
          const state = await readTab(at);
          delete state.claims[frame];
          await writeTab(at, state);
          await this.#settle(at, frame);
        });
      case 'add':
        return MAY_ADD.has(asked.event.type) ? void (await this.keeper.add(asked.event)) : undefined;
      case 'open':
        return this.#open(asked.place, at);
      case 'arm':
        return this.#inTurn(async () => {
          const state = await readTab(at);
          await writeTab(at, { ...state, armed: [...new Set([...state.armed, asked.caution])] });
        });
      case 'mute':
        return this.keeper.change(({ muted }) => ({ muted: [...new Set([...muted, asked.caution])] }));
      case 'put-away':
        return this.keeper.change(({ putAway }) => ({ putAway: [...new Set([...putAway, asked.site])] }));
    }
  }

  async #answerOwnPage(asked: z.infer<typeof fromOwnPage>): Promise<unknown> {
    switch (asked.ask) {
      case 'add':
        return this.keeper.add(asked.event).then(done);
      case 'open':
        return this.#open(asked.place, asked.tab);
      case 'change':
        return this.keeper.change(() => asked.settings).then(done);
      case 'explain':
        return this.#explain(asked.tab);
      case 'start-over':
        return this.keeper.startOver().then(done);
      case 'set-aside-seen':
        return this.keeper.noteSetAsideSeen().then(done);
      case 'repair':
        return this.keeper.repair().then(done);
    }
  }

  async #report({ claim: told, page, step: at }: Extract<z.infer<typeof fromPage>, { ask: 'report' }>, inTab: number, frame: number): Promise<ReportAnswer> {
    const { speaks, armed } = await this.#inTurn(async () => {
      const known = await readTab(inTab);
      const before = frame === 0 ? await withoutGoneFrames(inTab, known) : known;
      await writeTab(inTab, { ...before, claims: { ...before.claims, [frame]: told } });
      return { speaks: await this.#settle(inTab, frame), armed: before.armed };
    });
    const isArrival = page !== null && (told.kind === 'recognised' || told.kind === 'degraded') && !told.isCovered;
    if (isArrival && this.pack.rules.some(({ id }) => id === page)) {
      await this.keeper.add({ type: 'arrived', page, step: at === 0 ? null : at });
    }
    if (speaks) await this.#badge(inTab, told.kind === 'quiet' ? null : at, told.kind);
    return { speaks, armed };
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

  async #open(place: string, at: number | null): Promise<boolean> {
    const known = this.pack.journey.places[place];
    if (known === undefined) return false;
    await this.keeper.add({ type: 'went', place });
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

  /** A closed tab's frames and let-through choices are forgotten. */
  closed(at: number): Promise<void> {
    return forgetTab(at);
  }
}
