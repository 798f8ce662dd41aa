import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_LOOKS = 50;

/**
 * Looks again and again until `look` gives something that is not `null`. For conditions that no event announces.
 *
 * @param look one look; `null` means not yet; one that has not ended by the deadline is given up
 * @param timeout milliseconds until giving up
 * @param failure the message of the error thrown on giving up, asked for only then
 */
export async function pollUntil<Found>(look: () => Promise<Found | null>, timeout: number, failure: () => string): Promise<Found> {
  const patience = new AbortController();
  const deadline = pause(timeout, null, { signal: patience.signal }).catch(() => null);
  let isOver = false;
  void deadline.then(() => {
    isOver = true;
  });
  try {
    while (!isOver) {
      const found = await Promise.race([look(), deadline]);
      if (found !== null) return found;
      await Promise.race([pause(BETWEEN_LOOKS), deadline]);
    }
  } finally {
    patience.abort();
  }
  throw new Error(failure());
}
