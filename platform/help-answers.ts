import type { StuckTopic } from '../components/models';
import { recoveryOfSite, stuckTopic } from '../components/stuck-model';
import type { BrowserKind, HelpPack, Language, RulePack } from '../content-rules/schema';
import type { Progress, Question } from '../engine/progress';
import { inTime } from './in-time';
import type { Keeper } from './keeper';
import type { Help } from './messages';
import type { spokenCode } from './spoken-code';

/** Who asks waits 1.5 s; the causes come in time though a document says nothing. Milliseconds. */
const EXPLAINING_TAKES_AT_MOST = 800;

/** Answers 「我卡住了」, and begins the ways back. */
export class HelpAnswers {
  constructor(
    readonly pack: RulePack,
    readonly help: HelpPack,
    readonly browser: BrowserKind,
    /** Makes the code to read to support; left out in a practice, which support has nothing to do with. */
    readonly codeOf: typeof spokenCode | null = null,
  ) {}

  knows(recovery: string): boolean {
    return this.help.recoveries.some(({ id }) => id === recovery);
  }

  /**
   * @param site whose page asks, or null for a page of our own
   * @param explain asks the document in front what it makes of its page
   */
  async answer(asked: Help, keeper: Keeper, site: string | null, explain: () => Promise<unknown>): Promise<unknown> {
    const { progress, settings } = await keeper.view();
    switch (asked.ask) {
      case 'stuck':
        return this.#stuck(asked, progress, settings.language, explain);
      case 'recovery':
        return recoveryOfSite(this.help, this.pack, asked.recovery, site, this.browser);
      case 'begin':
        return this.#begin(asked.recovery, keeper);
    }
  }

  async #stuck(
    { page, step: told }: Extract<Help, { ask: 'stuck' }>,
    progress: Progress,
    language: Language,
    explain: () => Promise<unknown>,
  ): Promise<StuckTopic> {
    const { pack, help, browser } = this;
    const step = told || progress.here || 1;
    const topic = stuckTopic(help, pack, { page, step, progress, language, browser });
    if (this.codeOf === null) return topic;
    const state = await inTime(explain(), EXPLAINING_TAKES_AT_MOST).catch(() => null);
    return { ...topic, code: this.codeOf(state, { pack, help, progress, step, language }) };
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
}
