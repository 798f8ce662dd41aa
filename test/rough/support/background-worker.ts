import type { Driver } from '../../../tools/browser/launch';

/** Stops the extension's service worker, as Chromium does when it likes. @returns whether there was one. Chromium only. */
export async function stopWorker(driver: Driver): Promise<boolean> {
  const session = await driver.browser.target().createCDPSession();
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(driver.extensionOrigin));
    if (worker === undefined) return false;
    return (await session.send('Target.closeTarget', { targetId: worker.targetId })).success;
  } catch (error) {
    // It may have gone by itself since it was listed.
    if (/no target with given id/i.test(String(error))) return false;
    throw error;
  } finally {
    await session.detach();
  }
}
