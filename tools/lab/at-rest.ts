import type { Frame, Page } from 'puppeteer-core';
import type { Explanation } from '../../platform/messages';
import type { ExtensionPage } from '../browser/extension-page';
import { pollUntil } from '../browser/poll-until';
import { isGuided } from './examination';
import { glance, type Told } from './extension-side';

/** A page that keeps changing is taken as it is after this time. Milliseconds. */
const REST_COMES_WITHIN = 5000;

/**
 * Asks what the guide says of a loaded page until it says the same twice in a row, everything it has reported is in its
 * journal, and no frame is missing that is drawn.
 *
 * @returns what was said last, and whether it came to rest in time
 */
export async function explainedAtRest(own: ExtensionPage, tab: number, page: Page): Promise<{ explanations: Explanation[]; isAtRest: boolean }> {
  const frames = await guidedFrames(page);
  let last: Explanation[] = [];
  let before = '';
  const rest = pollUntil(
    async () => {
      const told = await own.evaluate(glance, tab);
      last = told.explanations;
      const now = JSON.stringify(last);
      const isSame = now === before;
      before = now;
      return isSame && isTakenIn(told) && frames.every(areIn(last)) ? true : null;
    },
    REST_COMES_WITHIN,
    () => 'no rest',
  );
  const isAtRest = await rest.catch((error: Error) => {
    if (error.message === 'no rest') return false;
    throw error;
  });
  return { explanations: last, isAtRest };
}

/** Every document's report has been heard, and the arrival that follows from it has moved the journey. */
function isTakenIn({ explanations, claims, arrivals }: Told): boolean {
  return (
    explanations.some(({ frame }) => frame === 0) &&
    explanations.every(({ frame, verdict, page }) => {
      const claim = claims[frame];
      return claim?.kind === verdict && (page === null || claim.isCovered || arrivals.includes(page));
    })
  );
}

/** Frames in which the guide works. One that is not drawn may never look at itself, so nobody waits for it. */
async function guidedFrames(page: Page): Promise<string[]> {
  const frames = page.frames().filter((frame) => frame !== page.mainFrame() && URL.canParse(frame.url()) && isGuided(new URL(frame.url())));
  const drawn = await Promise.all(frames.map(isDrawn));
  return frames.filter((_, index) => drawn[index]).map((frame) => new URL(frame.url()).host + new URL(frame.url()).pathname);
}

async function isDrawn(frame: Frame): Promise<boolean> {
  // A frame that has gone meanwhile is not drawn either.
  const box = await frame
    .frameElement()
    .then((element) => element?.boundingBox())
    .catch(() => null);
  return box != null && box.width > 0 && box.height > 0;
}

/** Of two frames with the same address both are wanted. */
function areIn(explanations: readonly Explanation[]): (address: string, index: number, wanted: string[]) => boolean {
  const count = (addresses: readonly string[], address: string) => addresses.filter((each) => each === address).length;
  const told = explanations.filter(({ frame }) => frame !== 0).map(({ address }) => address);
  return (address, _, wanted) => count(told, address) >= count(wanted, address);
}
