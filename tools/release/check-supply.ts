import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../build/yaml-file';
import { type Check, failed, good, notAsked } from './check';
import { say } from './said';
import { packageList, upkeepFaults, withAnswers } from './upkeep';

const manifest = z.object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) });
/** What `npm view <package> version time --json` prints. */
const answer = z.object({ version: z.string(), time: z.record(z.string(), z.string()) });

/** The checks that need an answer of the registry. */
export function supplyChecks(root: string): Check[] {
  return [
    {
      title: 'install scripts are decided on by name',
      run: async () => {
        const { isGood, text } = await say('npm', ['install-scripts', 'ls'], root);
        if (!isGood) return notAsked(`this npm cannot tell: ${lastLine(text)}`);
        return /^No packages/m.test(text) ? good('none is left to decide on') : failed(text);
      },
    },
    {
      title: 'the registry’s signatures of all packages',
      run: async () => {
        const { isGood, text } = await say('npm', ['audit', 'signatures'], root);
        if (isGood) return good(lastLine(text));
        // A registry that has no keys, or is none itself, cannot vouch; a wrong signature is another thing.
        const cannotSay = /network|ENOTFOUND|E404|E40\d|EAI_AGAIN|ECONN|no supported|not found/i.test(text) && !/invalid|missing/i.test(text);
        return cannotSay ? notAsked('the registry in use does not answer for signatures: run `npm audit signatures` where it does') : failed(text);
      },
    },
    { title: 'packages are kept up by somebody', run: () => upkeep(root) },
  ];
}

async function upkeep(root: string) {
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const listed = Object.keys({ ...dependencies, ...devDependencies });
  const { value } = readYaml(join(root, 'tools/release/packages.yaml'), 'tools/release/packages.yaml', packageList);
  const answers = new Map<string, string>();
  for (const name of listed) {
    const day = await newestRelease(name, root);
    if (day !== null) answers.set(name, day);
  }
  const faults = upkeepFaults(withAnswers(value, answers), listed, new Date().toISOString().slice(0, 10));
  if (faults.length > 0) return failed(faults.join('\n'));
  if (answers.size === 0) return notAsked('the registry does not answer; the days in packages.yaml are fine');
  return good(`${answers.size} of ${listed.length} asked; ${Object.values(value).filter(({ why }) => why !== undefined).length} are old and have a reason`);
}

async function newestRelease(name: string, root: string): Promise<string | null> {
  const { isGood, text } = await say('npm', ['view', name, 'version', 'time', '--json'], root);
  if (!isGood) return null;
  const told = answer.safeParse(parsed(text));
  return told.success ? (told.data.time[told.data.version]?.slice(0, 10) ?? null) : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
