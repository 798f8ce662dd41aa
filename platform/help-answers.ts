import { recoveryOfSite, stuckTopic } from '../components/stuck-model';
import type { BrowserKind, HelpPack, RulePack } from '../content-rules/schema';
import type { Question } from '../engine/progress';
import type { Keeper } from './keeper';
import type { Help } from './messages';

/** Answers 「我卡住了」, and begins the ways back. */
export class HelpAnswers {
  constructor(
    readonly pack: RulePack,
    readonly help: HelpPack,
    readonly browser: BrowserKind,
  ) {}

  knows(recovery: string): boolean {
    return this.help.recoveries.some(({ id }) => id === recovery);
  }

  /** @param site whose page asks, or null for a page of our own */
  async answer(asked: Help, keeper: Keeper, site: string | null): Promise<unknown> {
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
}
