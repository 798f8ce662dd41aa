import { join } from 'node:path';
import { journey as journeySchema, type RulePack } from '../../content-rules/schema';
import { readYaml } from '../../tools/build/yaml-file';
import { rule } from './facts';
import { ROOT } from './page';

/** The journey without the rules, for tests that need no more: it is read ten times as fast. */
export const journey = readYaml(join(ROOT, 'content-rules/journey.yaml'), 'content-rules/journey.yaml', journeySchema).value;

/** The journey with rules that are hardly more than a name. */
export const smallPack: RulePack = { journey, rules: ['elearn/01-home', 'elearn/03-login-chooser', 'portal/01-front-page'].map((id) => rule(id, {})) };
