import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');

/** A command sees a pipe, and not where its words go in the end. */
const COLOURS: Record<string, string> = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

/** How a command of an installed package ended. */
export interface Outcome {
  isGood: boolean;
  /** Everything it said, on both streams, in order. */
  said: string;
}

export interface CommandOptions {
  /** Added to this process's own environment. */
  environment?: Readonly<Record<string, string>>;
  /** Ends the command. */
  signal: AbortSignal;
  /** Is given what the command says at once, too. */
  live?: (text: string) => void;
  /** Where it runs, unless that is the project's own folder. */
  folder?: string;
}

/**
 * Runs the command of an installed package.
 *
 * @param name of the package, and of its command where it has several
 */
export function runCommand(name: string, words: readonly string[], { environment = {}, signal, live, folder = ROOT }: CommandOptions): Promise<Outcome> {
  const running = spawn(process.execPath, [commandOf(name), ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...COLOURS, ...environment },
    signal,
  });
  const said: string[] = [];
  for (const stream of [running.stdout, running.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said.push(text);
      live?.(text);
    });
  }
  return new Promise((resolve) => {
    const end = (isGood: boolean) => resolve({ isGood, said: said.join('') });
    running.once('error', (error) => {
      said.push(`${error.message}\n`);
      end(false);
    });
    running.once('close', (status) => end(status === 0));
  });
}

/** The file that a package says is its command. */
function commandOf(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin?: string | Record<string, string> };
  const file = typeof bin === 'string' ? bin : (bin?.[name] ?? Object.values(bin ?? {})[0]);
  if (file === undefined) throw new Error(`The package ${name} has no command.`);
  return join(folder, file);
}
