import type { CDPSession, Target } from 'puppeteer-core';
import type { Driver } from '../../../tools/browser/launch';

/**
 * Everything that goes wrong in the extension's worker, its pages and the pages of the sites (our own script in them included): thrown,
 * rejected and not caught, or written to the console as an error. Chromium only; Firefox tells of pages' own scripts alone.
 */
export async function listenForErrors(driver: Driver): Promise<{ errors: string[] }> {
  const errors: string[] = [];
  const listen = async (target: Target) => {
    if (!['page', 'service_worker'].includes(target.type())) return;
    const session: CDPSession = await target.createCDPSession();
    session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) =>
      errors.push(`${target.type()}: ${text} ${exception?.description ?? ''}`),
    );
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      if (type === 'error') errors.push(`${target.type()} console: ${args.map(({ value, description }) => value ?? description).join(' ')}`);
    });
    session.on('Log.entryAdded', ({ entry: { level, source, text } }) => {
      if (level === 'error' && source !== 'network') errors.push(`${target.type()} log: ${text}`);
    });
    await Promise.all([session.send('Runtime.enable'), session.send('Log.enable')]);
  };
  // A target may be gone before it is listened to: it is stopped at random.
  const listenIfThere = (target: Target) => void listen(target).catch(() => undefined);
  driver.browser.on('targetcreated', listenIfThere);
  await Promise.all(driver.browser.targets().map((target) => listen(target).catch(() => undefined)));
  return { errors };
}
