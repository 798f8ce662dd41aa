import browser from 'webextension-polyfill';
import { readClass } from './class-settings';
import { askKeeper } from './messages';
import { DEFAULT_SETTINGS } from './settings';

/** Between our own pages that are open: the practice of whoever was there before is to be cleared. */
const CHANNEL = 'next-person';

/**
 * Clears what the last person has left: progress, answers, what they had set, and practices in any tab. What the class is set to stays, and
 * its language is the language again.
 *
 * @returns whether all of it is done
 */
export async function nextPerson(): Promise<boolean> {
  const { settings } = await readClass();
  const { putAway, paused, muted, holds } = DEFAULT_SETTINGS;
  const fresh = { language: settings.language, textSize: settings.textSize, putAway, paused, muted, holds };
  const tabs = await browser.tabs.query({}).catch(() => []);
  const journeys = tabs.some(({ incognito }) => incognito) ? [false, true] : [false];
  const done: (boolean | null)[] = [];
  for (const inPrivate of journeys) {
    done.push(await askKeeper<boolean>({ ask: 'start-over', inPrivate }));
    done.push(await askKeeper<boolean>({ ask: 'change', settings: fresh, inPrivate }));
  }
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('cleared');
  channel.close();
  return done.every((each) => each === true);
}

/** Calls each time when another of our pages has made room for the next person. @returns how to end that */
export function onNextPerson(clear: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = clear;
  return () => channel.close();
}
