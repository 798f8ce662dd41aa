import type { Page } from 'puppeteer-core';

/** Waits until the page has drawn so many frames more: time as the guide counts it. */
export function frames(page: Page, count: number): Promise<void> {
  return page.evaluate(async (wanted: number) => {
    for (let done = 0; done < wanted; done += 1) await new Promise(requestAnimationFrame);
  }, count);
}
