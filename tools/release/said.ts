import { spawn } from 'node:child_process';

/** How a command ended. */
export interface Said {
  isGood: boolean;
  /** What it said, on both streams. */
  text: string;
}

/** This process's environment without what npm has put there for the script that is running: it would send another npm to this folder. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:npm_|INIT_CWD$)/i.test(name));
  return { ...Object.fromEntries(kept), CI: '1', NO_COLOR: '1' };
}

/** Runs a command of the system and waits for its end; nobody watches it, so it draws nothing that turns. */
export function say(command: string, words: readonly string[], folder: string): Promise<Said> {
  const running = spawn(command, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], env: environment() });
  let text = '';
  for (const stream of [running.stdout, running.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  }
  return new Promise((resolve) => {
    running.once('error', ({ message }) => resolve({ isGood: false, text: `${text}${message}\n` }));
    running.once('close', (status) => resolve({ isGood: status === 0, text }));
  });
}
