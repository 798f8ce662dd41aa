import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { build, type Rollup } from 'vite';
import type { Described } from '../../platform/explain';
import { documentWentAway } from '../browser/passing-errors';
import type { describe } from './in-page/describe';

/** An element as the laboratory prints it: with all that the extension itself never tells of it. */
export interface PrintedElement {
  role: string;
  name: string;
  tag: string;
}

/** What the bundle gives the page. */
interface InPage {
  laboratory?: { describe: typeof describe };
}

let bundle: Promise<string> | null = null;

/**
 * Looks up in the page itself what an explanation only counts.
 * @param address host and path of the document that explained
 */
export async function printed(page: Page, address: string, described: Described): Promise<PrintedElement> {
  const { role, name, tag, at } = described;
  // A line about hours may hold anything: its label is enough.
  if (role === 'text') return { role, name, tag: `<${tag}>` };
  for (const frame of page.frames()) {
    if (placeOf(frame) !== address) continue;
    const found = await describedIn(frame, tag, at);
    if (found !== null) return { role, ...found };
  }
  return { role, name, tag: `<${tag}>` };
}

async function describedIn(frame: Frame, tag: string, at: number): Promise<ReturnType<typeof describe>> {
  try {
    const isThere = await frame.evaluate(() => (globalThis as InPage).laboratory !== undefined);
    bundle ??= bundled();
    if (!isThere) await frame.evaluate(await bundle);
    return await frame.evaluate((...place) => (globalThis as InPage).laboratory?.describe(...place) ?? null, tag, at);
  } catch (error) {
    if (documentWentAway(error)) return null;
    throw error;
  }
}

function placeOf(frame: Frame): string | null {
  return URL.canParse(frame.url()) ? `${new URL(frame.url()).host}${new URL(frame.url()).pathname}` : null;
}

async function bundled(): Promise<string> {
  const entry = join(import.meta.dirname, 'in-page/describe.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: true, lib: { entry, formats: ['iife'], name: 'laboratory' } },
  });
  const [output] = [built].flat() as Rollup.RollupOutput[];
  const code = output?.output[0].code;
  if (code === undefined) throw new Error('what describes elements could not be bundled');
  // `var laboratory` would be local to the evaluation.
  return code.replace(/^(?:var|const) laboratory\s*=/, 'globalThis.laboratory =');
}
