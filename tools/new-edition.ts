import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RulePack } from '../content-rules/schema';
import type { PageTable } from '../support/page-table';
import { readContent } from './build/rule-pack';
import { rulesDate } from './build/rule-pack-module';
import { BadOption } from './command-line/read-options';
import { examplesOf } from './support/code-examples';
import { nextEdition, unnumbered } from './support/next-edition';

const ROOT = join(import.meta.dirname, '..');
const TABLE = join(ROOT, 'support', 'page-table.json');
const EXAMPLES = join(ROOT, 'test', 'support', 'spoken-codes.jsonl');
const WISH = /^--renamed=([a-z0-9/-]+)=([a-z0-9/-]+)$/;

/**
 * `npm run new-edition [-- --renamed=<old page>=<new page>]`: gives what is new in the rules its numbers in the spoken code, as one more
 * edition of support/page-table.json, and adds codes of it to the stored examples. Ends with status 2 where something was asked that cannot be done. See docs/rules.md.
 */
function main(): void {
  try {
    writeEdition(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof BadOption)) throw error;
    process.stderr.write(`new-edition: ${error.message}\n`);
    process.exitCode = 2;
  }
}

function writeEdition(wishes: readonly string[]): void {
  const { pack, help } = readContent(ROOT);
  const table = JSON.parse(readFileSync(TABLE, 'utf8')) as PageTable;
  const renamed = new Map(wishes.map((wish) => renameIn(wish, table, pack)));
  const missing = unnumbered(pack, help, table);
  for (const line of missing) say(line);
  if (missing.length === 0) {
    say('Everything has its number; nothing is written.');
    return;
  }
  const next = nextEdition(pack, help, table, rulesDate(pack), renamed);
  writeFileSync(TABLE, `${JSON.stringify(next, null, 2)}\n`);
  const lines = examplesOf(next, next.editions.length).map((example) => JSON.stringify(example));
  appendFileSync(EXAMPLES, `${lines.join('\n')}\n`);
  say(`Edition ${next.editions.length} is written to support/page-table.json, and ${lines.length} codes of it to test/support/spoken-codes.jsonl.`);
  say('Run `npm run format`, then the tests of test/unit/support.');
}

/** @throws BadOption naming what was expected */
function renameIn(wish: string, { pages }: PageTable, { rules }: RulePack): [from: string, to: string] {
  const [, from = '', to = ''] = WISH.exec(wish) ?? [];
  if (from === '') throw new BadOption(`expected --renamed=<old page>=<new page>, not ${wish}`);
  if (!pages.some(({ id, gone }) => id === from && gone === undefined)) throw new BadOption(`--renamed: the table has no page ${from}`);
  if (!rules.some(({ id }) => id === to)) throw new BadOption(`--renamed: there is no rule ${to}`);
  return [from, to];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main();
