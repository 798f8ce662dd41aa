import { join } from 'node:path';
import { BadOption } from './command-line/read-options';
import { BadInput } from './lab/bad-input';
import { readWords } from './new-rule/options';
import { writeReplica, writeRule } from './new-rule/write';

const ROOT = join(import.meta.dirname, '..');

/**
 * `npm run new-rule -- elearn/16-name [saved.html --url <address>] [--step n]` begins a rule;
 * `npm run new-replica -- elearn/05-name saved.html --url <address> --variant 2027` adds a build of a known page. See docs/rules.md.
 */
function main([command, ...words]: readonly string[]): void {
  const caller = process.env.INIT_CWD ?? process.cwd();
  const asked = readWords(words);
  const { files, lookAt } = command === 'replica' ? writeReplica(asked, ROOT, caller) : writeRule(asked, ROOT, caller, new Date().toISOString().slice(0, 10));
  for (const file of files) say(`written: ${file}`);
  if (lookAt.length > 0) say(`Lines of ${files[0]} that may be about a person; take out what is:`);
  for (const line of lookAt) say(`  ${line}`);
  say('Next: npx vitest run --project unit test/unit/replicas.test.ts, which fails until the rule fits (docs/rules.md).');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadOption || error instanceof BadInput)) throw error;
  process.stderr.write(`new-rule: ${error.message}\n`);
  process.exitCode = 2;
}
