import type { Page } from 'puppeteer-core';
import { protocolId, sendBidi, speaksBidi } from '../../tools/browser/puppeteer-inside';

/** The size of the part of the window that shows the page, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Makes the window's page area as large as told. Firefox is asked directly: puppeteer would use a command that not every version knows. */
export async function setViewport(page: Page, size: Size): Promise<void> {
  if (!speaksBidi(page.mainFrame())) return page.setViewport(size);
  await sendBidi(page.browser(), 'browsingContext.setViewport', { context: protocolId(page.mainFrame()), viewport: size });
}
