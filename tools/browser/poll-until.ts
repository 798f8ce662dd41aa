import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_LOOKS = 50;

/**
 * Looks again and again until `look` gives something that is not `null`. For conditions that no event announces.
 *
 * @param look one look; `null` means not yet
 * @param timeout milliseconds until giving up
 * @param failure the message of the error thrown on giving up, asked for only then
 */
export async function pollUntil<Found>(look: () => Promise<Found | null>, timeout: number, failure: () => string): Promise<Found> {
  const deadline = performance.now() + timeout;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() >= deadline) throw new Error(failure());
    await pause(BETWEEN_LOOKS);
  }
}
