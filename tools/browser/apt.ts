import { spawn, spawnSync } from 'node:child_process';

/** Whether this system installs packages with apt. */
export function aptExists(): boolean {
  return spawnSync('apt-get', ['--version']).status === 0;
}

/** Fetches the lists of packages. A failure is told to `log` and is no error: the lists at hand may do. Needs root. */
export async function updatePackageLists(log: (line: string) => void): Promise<void> {
  const { succeeded, output } = await runApt(['update']);
  if (!succeeded) log(`apt-get update failed: ${output}`);
}

/**
 * The first of several names of a package under which apt really has it; where it has none, the first name.
 *
 * `snapOnly` says that all that apt has under these names are Ubuntu's empty packages that install a snap.
 */
export function choosePackage(names: readonly string[]): { name: string; snapOnly: boolean } {
  const offered = names.map((name) => ({ name, version: offeredVersion(name) }));
  const real = offered.find(({ version }) => version !== null && !version.includes('snap'));
  const snap = offered.find(({ version }) => version?.includes('snap'));
  const name = (real ?? snap)?.name ?? names[0];
  if (name === undefined) throw new Error('No package name was given.');
  return { name, snapOnly: real === undefined && snap !== undefined };
}

/**
 * Installs packages without the ones that they only recommend. Needs root.
 *
 * @throws Error of one line when apt-get fails; its output goes to `log`
 */
export async function installPackages(names: readonly string[], log: (line: string) => void): Promise<void> {
  const parameters = ['install', '-y', '--no-install-recommends', ...names];
  const { succeeded, output } = await runApt(parameters);
  if (succeeded) return;
  log(output);
  throw new Error(`Installing failed. Run: sudo apt-get ${parameters.join(' ')}`);
}

function offeredVersion(name: string): string | null {
  const { stdout } = spawnSync('apt-cache', ['policy', name], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const version = /^\s*Candidate: (\S+)$/m.exec(stdout ?? '')?.[1];
  return version === undefined || version === '(none)' ? null : version;
}

function runApt(parameters: readonly string[]): Promise<{ succeeded: boolean; output: string }> {
  // Another apt may be at work, as on a machine that has just started: wait for it.
  const child = spawn('apt-get', ['-o', 'DPkg::Lock::Timeout=180', ...parameters], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (piece: Buffer) => {
    output += piece.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ succeeded: false, output: error.message }));
    child.on('close', (code) => resolve({ succeeded: code === 0, output: output.trim() }));
  });
}
