import assert from 'node:assert/strict';
import type { Frame, Page } from 'puppeteer-core';
import type { Driver } from './launch';
import { type Box, overlays, pressAtCentre, ringed, waitForOverlay } from './overlay-view';
import { pollUntil } from './poll-until';

export interface SmokeCheck {
  title: string;
  /** @throws Error, mostly an AssertionError, when it does not hold */
  run(driver: Driver): Promise<void>;
}

export const ELEARN = 'https://elearn.hrd.gov.tw';

/** What the test site's pages remember of the last press. */
interface Press {
  trusted: boolean;
  target: string;
  x: number;
  y: number;
}

/** Opens one of the test pages in a new tab, at its real address. */
export async function open(driver: Driver, address: string): Promise<Page> {
  const page = await driver.newPage();
  await page.goto(address);
  assert.equal(page.url(), address);
  return page;
}

/** The shown frame at an address, as soon as it is there. */
export function frameAt(page: Page, address: string): Promise<Frame> {
  return pollUntil(
    async () => page.frames().find((frame) => frame.url() === address) ?? null,
    5_000,
    () => `no frame at ${address}`,
  );
}

/** The box of the element to be ringed, in its own frame's viewport. */
export async function boxInOwnFrame(frame: Frame): Promise<Box> {
  await frame.waitForSelector('[data-target]');
  return frame.$eval('[data-target]', (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
}

/** @throws AssertionError when any side differs by more than one pixel */
export function assertNear(actual: Box, expected: Box): void {
  for (const side of ['x', 'y', 'width', 'height'] as const) {
    assert.ok(Math.abs(actual[side] - expected[side]) <= 1, `${side}: drawn ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`);
  }
}

/** The ring of a frame is where it should be, and a press at its centre reaches the element as a person's would. */
export async function assertRingAndPress(page: Page, frame: Frame, id: string, expected: Box): Promise<void> {
  // The ring follows a scroll by an event, a moment later.
  const isNear = (box: Box) => Math.abs(box.x - expected.x) <= 1 && Math.abs(box.y - expected.y) <= 1;
  await waitForOverlay(page, (all) => all.some(({ ring }) => ring && isNear(ring)));
  const overlay = await ringed(page);
  assert.ok(overlay?.ring);
  assert.equal(overlay.frame, frame);
  assertNear(overlay.ring, expected);
  assert.equal((await overlays(page)).filter(({ ring }) => ring).length, 1);

  await pressAtCentre(page, overlay.ring);
  const press = await pollUntil(
    () => frame.evaluate(() => (globalThis as unknown as { pressed?: Press }).pressed ?? null),
    5_000,
    () => `the press has not reached ${frame.url()}`,
  );
  assert.equal(press.trusted, true);
  assert.equal(press.target, id);
  const own = await boxInOwnFrame(frame);
  const offCentre = Math.max(Math.abs(press.x - own.x - own.width / 2), Math.abs(press.y - own.y - own.height / 2));
  assert.ok(offCentre <= 1.5, `pressed ${offCentre} px off the centre`);
}
