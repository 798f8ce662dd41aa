import { join } from 'node:path';
import { BadOption, readOptions } from './command-line/read-options';
import { stagesOfRough } from './test/parts';
import { chooseFiles } from './test/rough-files';
import { runStages } from './test/stages';

const ROOT = join(import.meta.dirname, '..');

/** `npm run test:rough`: the tests of rough browsers, all or those named by number or word. See docs/rough-browsers.md. */
async function main(words: readonly string[]): Promise<void> {
  const isOption = (word: string) => word.startsWith('-');
  const isFull = readOptions(words.filter(isOption), { '--full': 'flag' }).has('--full');
  const files = chooseFiles(
    ROOT,
    words.filter((word) => !isOption(word)),
  );
  const stages = stagesOfRough(files, isFull, (text) => process.stdout.write(text));
  const isGood = await runStages(stages, (line) => process.stdout.write(`${line}\n`));
  if (!isGood) process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`test:rough: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadOption ? 2 : 1;
}
