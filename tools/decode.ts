import { join } from 'node:path';
import type { Language } from '../content-rules/schema';
import { wordsOfCode } from '../support/code-words';
import { decodeSpokenCode } from '../support/decode';
import { faultWords } from '../support/fault-words';
import { problemsAt, problemWords } from '../support/known-problems';
import { readContent } from './build/rule-pack';

const LANGUAGES: readonly Language[] = ['zh-TW', 'en'];

/**
 * `npm run --silent decode -- 12345 12345 12345`: a spoken code in words, in both languages, and its parts as one line of JSON. Ends with status 2
 * where it is no code; the sentence on standard error names the wrong group.
 */
function main(): void {
  const decoded = decodeSpokenCode(process.argv.slice(2).join(' '));
  if (!decoded.ok) {
    process.stderr.write(`decode: ${faultWords(decoded.fault, 'en')} ${faultWords(decoded.fault, 'zh-TW')}\n`);
    process.exitCode = 2;
    return;
  }
  const { pack, help, problems } = readContent(join(import.meta.dirname, '..'));
  const now = new Date();
  const lines = LANGUAGES.flatMap((language) => [
    ...wordsOfCode(decoded, pack, help, language).map(({ label, text }) => `${label}${language === 'en' ? ': ' : '：'}${text}`),
    ...problemsAt(problems, decoded.parts.page, now).map((problem) => problemWords(problem, language)),
    '',
  ]);
  const parts = JSON.stringify({ version: decoded.version, rulesDate: decoded.rulesDate, ...decoded.parts });
  process.stdout.write(`${[...lines, parts].join('\n')}\n`);
}

main();
