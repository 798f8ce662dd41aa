import { writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { type Overlay, overlays } from '../browser/overlay-view';
import { pollUntil } from '../browser/poll-until';
import { BadInput } from './bad-input';
import type { ToldOfPage } from './finding';

/** What is to be seen of a finding. */
type Drawn = { card: ToldOfPage['card']; target: object | null };

const DRAWING_TAKES_AT_MOST = 3000;

/**
 * Writes a PNG of the page with what the guide draws over it, once that is drawn and stands still.
 *
 * @throws BadInput when the file cannot be written
 */
export async function takePicture(page: Page, finding: Drawn, path: string): Promise<void> {
  await drawnAtRest(page, finding);
  const picture = await page.screenshot({ type: 'png' });
  try {
    writeFileSync(path, picture);
  } catch (error) {
    throw new BadInput(`--shot: ${path} cannot be written: ${(error as Error).message}`);
  }
}

/**
 * Looks at what is drawn until it is what the finding tells and stands still. A page may keep moving or take our element away: then
 * it is what was seen last.
 */
export async function drawnAtRest(page: Page, finding: Drawn): Promise<Overlay[]> {
  let before = '';
  let now: Overlay[] = [];
  const drawn = pollUntil(
    async () => {
      now = await overlays(page);
      const boxes = JSON.stringify(now.map(({ ring, card }) => [ring, card?.box]));
      const isStill = boxes === before;
      before = boxes;
      return isStill && isComplete(now, finding) ? true : null;
    },
    DRAWING_TAKES_AT_MOST,
    () => '',
  );
  await drawn.catch(() => undefined);
  return now;
}

function isComplete(seen: readonly Overlay[], { card, target }: Drawn): boolean {
  return (card !== null) === seen.some((overlay) => overlay.card !== null) && (target !== null) === seen.some(({ ring }) => ring !== null);
}
