import { BadOption, readOptions } from './command-line/read-options';
import { stagesOfAll } from './test/parts';
import { runStages } from './test/stages';

/** `npm test`: everything that says whether this is sound. The last line holds the counts, alone. See README.md. */
async function main(words: readonly string[]): Promise<void> {
  const isFull = readOptions(words, { '--full': 'flag' }).has('--full');
  const stages = stagesOfAll(isFull, (text) => process.stdout.write(text));
  const isGood = await runStages(stages, (line) => process.stdout.write(`${line}\n`));
  if (!isGood) process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`test: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BadOption ? 2 : 1;
}
