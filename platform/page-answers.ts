import type { RulePack } from '../content-rules/schema';
import { withChange } from '../support/report/changes';
import type { HelpAnswers } from './help-answers';
import type { Keeper } from './keeper';
import type { FromPage, ReportAnswer, ToPage } from './messages';
import { speakerOf, type TabState } from './tab-state';
import type { View } from './view';

/** The tab, real or of the practice, in which documents of the sites lie. */
export interface GuidedTab {
  /** Tells it from the others. */
  id: number;
  read(): Promise<TabState>;
  write(state: TabState): Promise<void>;
  /** Says something to one document. Null where nobody is there. */
  tell<T>(frame: number, message: ToPage): Promise<T | null>;
  open(url: string): Promise<void>;
  badge(step: number | null, kind: string): Promise<void>;
}

/** The document that asks, and the keeper of its kind of window. */
export interface Asker {
  tab: GuidedTab;
  frame: number;
  keeper: Keeper;
  site: string;
  /** The view, where the document cannot read it from storage by itself. */
  view(): Promise<View | undefined>;
}

/** Events that a document may add by itself. Correcting and starting over belong to the person in our own pages. */
const MAY_ADD = new Set(['answered', 'finished', 'insisted', 'sent', 'ended']);

/** Answers what the documents of the sites ask, and settles which of a tab's frames speaks. */
export class PageAnswers {
  #tabWork: Promise<unknown> = Promise.resolve();

  constructor(
    readonly pack: RulePack,
    readonly help: HelpAnswers,
  ) {}

  async answer(asked: FromPage, asker: Asker): Promise<unknown> {
    const { tab, frame, keeper } = asker;
    switch (asked.ask) {
      case 'report':
        return this.#report(asked, asker);
      case 'view':
        return keeper.view();
      case 'gone':
        return this.inTurn(async () => {
          const state = await tab.read();
          const { [frame]: _gone, ...claims } = state.claims;
          await tab.write({ ...state, claims });
          await this.#settle(tab, frame);
        });
      case 'add':
        return MAY_ADD.has(asked.event.type) ? void (await keeper.add(asked.event, asked.mark)) : undefined;
      case 'open':
        return this.open(asked.place, tab.open.bind(tab), keeper, asked.mark);
      case 'arm':
        return this.inTurn(async () => {
          const state = await tab.read();
          await tab.write({ ...state, armed: [...new Set([...state.armed, asked.caution])] });
        });
      case 'mute':
        return keeper.change(({ muted }) => ({ muted: [...new Set([...muted, asked.caution])] }));
      case 'put-away':
        return keeper.change(({ putAway }) => ({ putAway: [...new Set([...putAway, asked.site])] as typeof putAway }));
      default:
        return this.help.answer(asked, keeper, asker.site, () => tab.tell(frame, { tell: 'explain' }));
    }
  }

  /** Reading and writing what is known of tabs, one piece after the other: two frames report at the same moment. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#tabWork.then(work, work);
    this.#tabWork = turn.catch(() => undefined);
    return turn;
  }

  /** @param go opens an address */
  async open(place: string, go: (url: string) => Promise<unknown>, keeper: Keeper, once: string | undefined): Promise<boolean> {
    const known = this.pack.journey.places[place];
    if (known === undefined) return false;
    // Where it cannot be written down, nobody is kept from going there.
    await keeper.add({ type: 'went', place }, once).catch(() => undefined);
    await go(known.url);
    return true;
  }

  async #report({ claim: told, page, step }: Extract<FromPage, { ask: 'report' }>, asker: Asker): Promise<ReportAnswer> {
    const { tab, frame, keeper } = asker;
    const { speaks, armed } = await this.inTurn(async () => {
      const known = await tab.read();
      const before = frame === 0 ? await withoutGoneFrames(tab, known) : known;
      const ofRules = this.pack.rules.some(({ id }) => id === page) ? page : null;
      const changes = withChange(before.changes ?? [], { kind: told.kind, page: ofRules, step, framed: frame !== 0 });
      await tab.write({ ...before, claims: { ...before.claims, [frame]: told }, changes });
      return { speaks: await this.#settle(tab, frame), armed: before.armed };
    });
    const isArrival = page !== null && (told.kind === 'recognised' || told.kind === 'degraded') && !told.isCovered;
    if (isArrival && this.pack.rules.some(({ id }) => id === page)) {
      await keeper.add({ type: 'arrived', page, step: step === 0 ? null : step }).catch(() => undefined);
    }
    if (speaks) await tab.badge(told.kind === 'quiet' ? null : step, told.kind);
    const view = await asker.view();
    return view === undefined ? { speaks, armed } : { speaks, armed, view };
  }

  /** Tells every other frame whether it shows the card. @returns whether the asking frame does */
  async #settle(tab: GuidedTab, asking: number): Promise<boolean> {
    const state = await tab.read();
    const speaker = speakerOf(state);
    const others = Object.keys(state.claims)
      .map(Number)
      .filter((frame) => frame !== asking);
    await Promise.all(others.map((frame) => tab.tell(frame, { tell: 'speak', speaks: frame === speaker })));
    return asking === speaker;
  }
}

/** Drops the claims of frames that are no longer there (a closed dialog says nothing when it goes). */
export async function withoutGoneFrames(tab: GuidedTab, state: TabState): Promise<TabState> {
  const claims: TabState['claims'] = {};
  for (const [frame, claim] of Object.entries(state.claims)) {
    const isThere = frame === '0' || (await tab.tell<boolean>(Number(frame), { tell: 'are-you-there' })) === true;
    if (isThere) claims[Number(frame)] = claim;
  }
  return { ...state, claims };
}
