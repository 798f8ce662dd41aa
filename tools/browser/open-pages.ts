import type { Browser, Page } from 'puppeteer-core';
import { protocolId, sendBidi, speaksBidi } from './puppeteer-inside';

/**
 * Every open tab, also those that a page opened.
 *
 * When an extension reloads, Firefox closes the tabs of its pages without a word, so that puppeteer would go on to list
 * them: the browser itself is asked.
 */
export async function openPages(browser: Browser): Promise<Page[]> {
  const pages = await browser.pages();
  if (!pages[0] || !speaksBidi(pages[0].mainFrame())) return pages;
  const { contexts } = await sendBidi<{ contexts: { context: string }[] }>(browser, 'browsingContext.getTree', {
    maxDepth: 0,
  });
  const open = new Set(contexts.map(({ context }) => context));
  return pages.filter((page) => open.has(protocolId(page.mainFrame())));
}
