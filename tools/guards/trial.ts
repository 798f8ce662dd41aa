import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserName } from '../browser/find-browser';
import { runCommand } from '../test/command';
import { type Guard, type GuardList, withoutGuard } from './list';
import { type Verdict, verdictOf } from './verdict';

/** A run of one file's tests that takes longer is given up. Milliseconds. */
const A_RUN_TAKES_AT_MOST = 900_000;

const TARGETS: Record<BrowserName, string> = { chromium: 'chrome', firefox: 'firefox' };

/** A copy of the project in which guards are taken out, one at a time. */
export class Trial {
  constructor(
    /** See `copyTree`. */
    readonly folder: string,
    readonly signal: AbortSignal,
  ) {}

  /** What the tests of a guard say while everything is in its place: `green`, if they are worth anything. One run for a whole list. */
  async withAll(list: GuardList): Promise<Verdict[]> {
    const broken = await this.#build([...new Set(list.guards.flatMap(({ browsers }) => browsers))]);
    if (broken !== null) return list.guards.map(() => broken);
    const fault = await this.#run(list.test, list.guards.map(patternOf).join('|'));
    return list.guards.map((guard) => fault ?? verdictOf(this.#report, guard));
  }

  /** What they say with the guard taken out: `red`, if they notice. */
  async without(test: string, guard: Guard): Promise<Verdict> {
    const path = join(this.folder, guard.file);
    const source = readFileSync(path, 'utf8');
    try {
      writeFileSync(path, withoutGuard(source, guard));
      return (await this.#build(guard.browsers)) ?? (await this.#run(test, patternOf(guard))) ?? verdictOf(this.#report, guard);
    } finally {
      writeFileSync(path, source);
    }
  }

  get #report(): string {
    return join(this.folder, '.output/report.json');
  }

  async #build(browsers: readonly BrowserName[]): Promise<Verdict | null> {
    // Vitest needs what `wxt prepare` writes; a build writes it, too.
    const commands = browsers.length === 0 ? [['prepare']] : browsers.map((browser) => ['build', '-b', TARGETS[browser], '--mv3']);
    for (const words of commands) {
      const { isGood, said } = await this.#command('wxt', words, { CI: '1' });
      if (!isGood) return { kind: 'void', why: `the build breaks: ${said.trim().split('\n').slice(-3).join(' / ')}` };
    }
    return null;
  }

  async #run(test: string, pattern: string): Promise<Verdict | null> {
    rmSync(this.#report, { force: true });
    const words = ['run', '--project', 'rough', test, '-t', pattern, '--reporter=json', `--outputFile.json=${this.#report}`];
    const { said } = await this.#command('vitest', words, { FULL: '' });
    this.signal.throwIfAborted();
    if (existsSync(this.#report)) return null;
    return {
      kind: 'void',
      why: `the tests could not be run, or not within ${A_RUN_TAKES_AT_MOST / 60_000} minutes: ${said.trim().split('\n').slice(-3).join(' / ')}`,
    };
  }

  async #command(name: string, words: readonly string[], environment: Record<string, string>) {
    const signal = AbortSignal.any([this.signal, AbortSignal.timeout(A_RUN_TAKES_AT_MOST)]);
    const outcome = await runCommand(name, words, { folder: this.folder, environment, signal });
    this.signal.throwIfAborted();
    return outcome;
  }
}

/** For `vitest -t`: the tests that are meant, in the browsers that are meant. */
function patternOf({ fails, browsers }: Guard): string {
  return browsers.length === 0 ? `(?:${fails})` : `\\bin (?:${browsers.join('|')})\\b.*(?:${fails})`;
}
