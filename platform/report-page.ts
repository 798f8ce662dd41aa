import browser from 'webextension-polyfill';

/** Opens the page that shows a support report of a tab. It stays behind until it has looked: the tab is reported as the person sees it. */
export async function openReportPage(tab: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`report.html?tab=${tab}`), active: false });
}
