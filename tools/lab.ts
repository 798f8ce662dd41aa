import { BadInput } from './lab/bad-input';
import { examineAsAsked } from './lab/command';

/**
 * `npm run lab`: opens saved pages in a real browser with the built extension, and prints what it says of them as one line of JSON,
 * the only thing ever written to standard output. Ends with status 2 where something was asked that cannot be done. See docs/lab.md.
 */
async function main(): Promise<void> {
  try {
    const findings = await examineAsAsked(process.argv.slice(2), folderOfCaller(), log);
    process.stdout.write(`${JSON.stringify(findings)}\n`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // What was asked may hold line ends itself.
    log(`lab: ${error instanceof BadInput ? message.replaceAll(/\s*[\r\n]+\s*/g, ' ') : message}`);
    process.exitCode = error instanceof BadInput ? 2 : 1;
  }
}

/** npm runs its scripts in the project's folder, and tells where it was called from. */
function folderOfCaller(): string {
  const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
  return script === 'lab' && folder !== undefined ? folder : process.cwd();
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}

await main();
