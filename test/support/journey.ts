import { join } from 'node:path';
import { type CautionRule, type HelpPack, journey as journeySchema, type RulePack, recovery as recoverySchema } from '../../content-rules/schema';
import { readYaml } from '../../tools/build/yaml-file';
import { rule } from './facts';
import { ROOT } from './page';

/** The journey without the rules, for tests that need no more: it is read ten times as fast. */
export const journey = readYaml(join(ROOT, 'content-rules/journey.yaml'), 'content-rules/journey.yaml', journeySchema).value;

const CAUTIONS = ['facebook', 'google'].map((id) => ({ id, about: [], weight: 'costly', say: {} }) as unknown as CautionRule);

/** The journey with rules that are hardly more than a name, one of them with two cautions. */
export const smallPack: RulePack = {
  journey,
  rules: [rule('elearn/01-home', {}), { ...rule('elearn/03-login-chooser', {}), cautions: CAUTIONS }, rule('portal/01-front-page', {})],
};

/** No causes, and the way back for someone who chose 否. */
export const smallHelp: HelpPack = {
  causes: { steps: {}, pages: {} },
  recoveries: [readYaml(join(ROOT, 'content-rules/recoveries/chose-no.yaml'), 'content-rules/recoveries/chose-no.yaml', recoverySchema).value],
};
