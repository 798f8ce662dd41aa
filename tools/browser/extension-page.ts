import type { Browser, Page } from 'puppeteer-core';
import { pollUntil } from './poll-until';
import { type PortableFunction, revived } from './portable-function';
import { protocolId, sendBidi, speaksBidi } from './puppeteer-inside';

/** A page of the extension itself, open in a tab. */
export interface ExtensionPage {
  /** In Firefox `page.url()` stays `about:blank` and `page.goto` never resolves; everything else works. */
  page: Page;
  /** Runs a function in the page, where `browser` is the extension's API; arguments and result must be JSON. */
  evaluate<Portable extends PortableFunction>(portable: Portable, ...args: Parameters<Portable>): Promise<Awaited<ReturnType<Portable>>>;
}

const LOADING_TAKES_AT_MOST = 15_000;

/**
 * Opens a page of the extension in a new tab and waits until it is loaded.
 *
 * @throws Error when it has not loaded within 15 seconds
 */
export async function openExtensionPage(browser: Browser, address: string): Promise<ExtensionPage> {
  const page = await browser.newPage();
  if (speaksBidi(page.mainFrame())) await openInFirefox(page, address);
  else await page.goto(address, { timeout: LOADING_TAKES_AT_MOST });
  return {
    page,
    evaluate: (portable, ...args) => page.evaluate(revived(portable), ...args),
  };
}

/** Firefox tells nobody when such a page has loaded, so that puppeteer's `goto` would wait for ever. */
async function openInFirefox(page: Page, address: string): Promise<void> {
  const frame = page.mainFrame();
  await sendBidi(page.browser(), 'browsingContext.navigate', {
    context: protocolId(frame),
    url: address,
    wait: 'none',
  });
  let seen = 'nothing';
  await pollUntil(
    async () => {
      // While the tab changes from one process to the other, there is nothing to ask.
      seen = await page.evaluate(() => `${document.readyState} ${location.href}`).catch((error: unknown) => String(error));
      return seen === `complete ${address}` || null;
    },
    LOADING_TAKES_AT_MOST,
    () => `${address} has not loaded within ${LOADING_TAKES_AT_MOST} ms; seen last: ${seen}`,
  );
}
