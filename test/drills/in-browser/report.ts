import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../../../tools/browser/find-browser';
import { readContent } from '../../../tools/build/rule-pack';
import { BadOption, readOptions } from '../../../tools/command-line/read-options';
import { ROOT } from '../../support/page';
import { openDrillBrowser } from './drill-browser';
import { drillMany } from './drill-many';
import { asMarkdown, goalsOf, isDue, lineOf, wrongs } from './summary';

/**
 * `npm run drills:browser -- [--browser chromium|firefox] [--count N] [--seed N] [--pictures]`: drilled pages in a real browser. Writes
 * tables beside `.output/drills/browser-<name>.json`, and pictures of what was missed (or of all); fails on anything wrong or missed.
 */
async function report(words: readonly string[]): Promise<boolean> {
  const given = readOptions(words, { '--browser': { values: ['chromium', 'firefox'] }, '--count': 'number', '--seed': 'number', '--pictures': 'flag' });
  const browser = (given.get('--browser') ?? 'chromium') as BrowserName;
  const count = Number(given.get('--count') ?? 300);
  const seed = Number(given.get('--seed') ?? 1);
  const file = join(ROOT, '.output/drills', `browser-${browser}`);
  rmSync(file, { recursive: true, force: true });
  mkdirSync(file, { recursive: true });

  const { pack, cases } = readContent(ROOT);
  const opened = await openDrillBrowser(browser, pack, console.error);
  const results = await drillMany(opened, cases, { count, seed }, (png, seen, number) => {
    const isMiss = !isDue(seen) || wrongs(seen).length > 0;
    if (given.has('--pictures') || isMiss) writeFileSync(join(file, `${number}.png`), png);
    if (isMiss) console.log(`${number}: ${[...wrongs(seen), seen.outcome].join(', ')}: ${lineOf(seen)}`);
  }).finally(() => opened.close());
  const title = `Drilled pages in ${opened.version}, ${new Date().toISOString().slice(0, 10)}: ${results.length} pages, seed ${seed}`;
  const goals = goalsOf(results);
  writeFileSync(`${file}.json`, JSON.stringify({ title, goals, results }, null, 1));
  writeFileSync(`${file}.md`, asMarkdown(title, results));
  console.log(title);
  console.table(goals);
  console.log(`The tables are in ${file}.md`);
  return goals.every(({ isMet }) => isMet);
}

try {
  process.exitCode = (await report(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  if (!(error instanceof BadOption)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
