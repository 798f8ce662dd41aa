import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { type BrowserName, findBrowser } from '../browser/find-browser';

/** Above this the machine is busy with something else. Runs are marked with it; only the A/A arm voids one. */
const QUIET = 0.7;

/** Where and when figures were measured. */
export interface Circumstances {
  date: string;
  machine: string;
  versions: Record<string, string>;
  /** Of one minute, before anything was started. */
  loadAverage: number;
  isQuiet: boolean;
  isQuick: boolean;
  seed: number;
}

export function circumstances(root: string, isQuick: boolean, seed: number): Circumstances {
  const [loadAverage = 0] = loadavg();
  const processors = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    machine: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${gigabytes} GB, ${type()} ${release()}`,
    versions: versions(root),
    loadAverage,
    isQuiet: loadAverage < QUIET,
    isQuick,
    seed,
  };
}

function versions(root: string): Record<string, string> {
  const own = (name: string) => JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version as string;
  return {
    Chromium: browserVersion('chromium'),
    Firefox: browserVersion('firefox'),
    node: process.versions.node,
    'driver.js': own('driver.js'),
    autoconsent: own('@duckduckgo/autoconsent'),
    wxt: own('wxt'),
  };
}

function browserVersion(name: BrowserName): string {
  const path = findBrowser(name);
  if (path === null) return 'not installed';
  return /[\d.]+\w*/.exec(execFileSync(path, ['--version'], { encoding: 'utf8' }))?.[0] ?? 'unknown';
}
