import type { SpokenCode } from '../components/models';
import type { HelpPack, Language, RulePack } from '../content-rules/schema';
import type { Progress } from '../engine/progress';
import { supportCatalogueOf } from '../support/catalogue';
import { encode } from '../support/encode';
import { partsOf } from '../support/state';
import { parseToldState } from './told-state';

/** Who is stuck where, as far as it goes into a code. */
export interface StuckState {
  pack: RulePack;
  help: HelpPack;
  progress: Progress;
  /** The step at hand. */
  step: number;
  language: Language;
}

/**
 * The code to read to support, and what is said of it.
 * @param told what a document answered when it was asked to explain itself; anything else counts as no answer
 */
export function spokenCode(told: unknown, { pack, help, progress, step, language }: StuckState): SpokenCode {
  const groups = encode(partsOf(parseToldState(told), progress, step, { pack, help }));
  return { groups, ...supportCatalogueOf(language).say };
}
