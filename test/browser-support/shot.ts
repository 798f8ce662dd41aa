import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/** A picture to look at, where SHOTS names a folder for them. */
export async function shotOf(page: Page, name: string, options: { fullPage?: boolean } = {}, folder = process.env.SHOTS): Promise<void> {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ ...options, path: join(folder, `${name}.png`) as `${string}.png` });
}
