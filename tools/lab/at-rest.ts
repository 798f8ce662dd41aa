import type { Frame, Page } from 'puppeteer-core';
import type { Explanation } from '../../platform/messages';
import type { ExtensionPage } from '../browser/extension-page';
import { pollUntil } from '../browser/poll-until';
import { BadInput } from './bad-input';
import { isGuided } from './examination';
import { glance, type Told } from './extension-side';

/** A page that keeps changing is taken as it is after this time. Milliseconds. */
const REST_COMES_WITHIN = 5000;

/**
 * Asks what the guide says of a loaded page until it says the same twice in a row, everything it has reported is in its
 * journal, and no frame is missing that is drawn.
 *
 * @returns what was said last, and whether it came to rest in time
 * @throws BadInput when the page has left the guided sites by itself
 */
export async function explainedAtRest(own: ExtensionPage, tab: number, page: Page): Promise<{ explanations: Explanation[]; isAtRest: boolean }> {
  let last: Explanation[] = [];
  let before = '';
  const rest = pollUntil(
    async () => {
      // Where the guide is not there is nothing to wait for.
      if (!URL.canParse(page.url()) || !isGuided(new URL(page.url()))) throw new BadInput(`the page has gone to ${page.url()}, where the guide is not`);
      const told = await own.evaluate(glance, tab);
      last = told.explanations;
      const now = JSON.stringify(last);
      const isSame = now === before;
      before = now;
      return isSame && isTakenIn(told) && !(await misses(last, page)) ? true : null;
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

/** Whether a frame in which the guide works, and which it can look at, has said nothing yet. */
async function misses(explanations: readonly Explanation[], page: Page): Promise<boolean> {
  const told = explanations.filter(({ frame }) => frame !== 0).map(({ address }) => address);
  const silent = page.frames().filter((frame) => {
    if (frame === page.mainFrame() || !URL.canParse(frame.url())) return false;
    const url = new URL(frame.url());
    // Of two frames with the same address both are to speak.
    const place = told.indexOf(url.host + url.pathname);
    if (place >= 0) told.splice(place, 1);
    return place < 0 && isGuided(url);
  });
  const looking = await Promise.all(silent.map(canLook));
  return looking.includes(true);
}

/** A frame that is not drawn never looks at itself, nor does, in Chromium, one of another site that is scrolled out of view. */
async function canLook(frame: Frame): Promise<boolean> {
  try {
    const box = await (await frame.frameElement())?.boundingBox();
    if (box == null || box.width === 0 || box.height === 0) return false;
    const view = await frame.page().evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const isInView = box.x < view.width && box.y < view.height && box.x + box.width > 0 && box.y + box.height > 0;
    return isInView || isOfOneSite(frame);
  } catch {
    // It has gone meanwhile.
    return false;
  }
}

/** Whether all frames from this one up to the page have one origin. */
function isOfOneSite(frame: Frame): boolean {
  const parent = frame.parentFrame();
  return parent === null || (new URL(frame.url()).origin === new URL(parent.url()).origin && isOfOneSite(parent));
}
