import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { pressAtCentre, waitForOverlay } from '../../browser/overlay-view';
import { type ArmBrowser, inNewTab, inRounds, type Samples, withArmBrowsers } from '../arm-browsers';
import { judge } from '../goals';
import { questionAddress, scriptedAddress } from '../pages';
import type { Part } from '../part';
import { shown } from '../shown';

/** Where a page's elements stand (left, top, width, height of each, px), and the browser's own score of layout shifts. */
export interface Layout {
  score: number;
  boxes: number[];
}

/** Until everything is drawn that will be. Ms; all arms alike. */
const AFTER_LOAD = 1200;

/** Whether anything of the page moves when something is drawn over it. */
export const shift: Part = async ({ arms, port, isQuick, random }) => {
  const rounds = isQuick ? 1 : 4;
  const { samples, warning } = await withArmBrowsers(await arms('none', 'none again', 'ours', 'driver.js', 'autoconsent'), port, async (browsers) => ({
    samples: await measureLayouts(browsers, rounds, random),
    warning: await aroundWarning(browsers.find(({ arm }) => arm.name === 'ours') as ArmBrowser),
  }));
  const rows = shifts(samples);
  const ours = rows.find(({ name }) => name === 'ours');
  return {
    figures: [
      judge('shift.score', Math.max(ours?.score ?? Number.NaN, warning.score)),
      judge('shift.moved', Math.max(ours?.moved ?? Number.NaN, warning.moved)),
    ],
    tables: [
      {
        title: `Layout (${rounds} loads; the most of any)`,
        head: ['', 'layout shift score', 'an element moved or resized by, px'],
        rows: [...rows, warning].map(({ name, score, moved }) => [name, score.toFixed(4), shown(moved)]),
      },
    ],
    samples: rows,
    voids: [],
  };
};

export function measureLayouts(browsers: readonly ArmBrowser[], rounds: number, random: () => number): Promise<Samples<Layout>> {
  return inRounds(browsers, rounds, random, (browser) =>
    inNewTab(browser, async (page) => {
      await page.goto(scriptedAddress('shift'), { waitUntil: 'load' });
      await pause(AFTER_LOAD);
      return layoutOf(page);
    }),
  );
}

/** The most that any element of any load stood elsewhere than without an extension. The score alone overlooks less than 3 px. */
export function shifts(samples: Samples<Layout>): { name: string; score: number; moved: number }[] {
  const still = samples.none?.[0];
  if (still === undefined) throw new Error('nothing was measured without an extension');
  return Object.entries(samples).map(([name, layouts]) => ({
    name,
    score: Math.max(...layouts.map(({ score }) => score)),
    moved: Math.max(...layouts.map((layout) => furthest(layout, still))),
  }));
}

function furthest({ boxes }: Layout, still: Layout): number {
  if (boxes.length !== still.boxes.length) return Number.POSITIVE_INFINITY;
  return boxes.reduce((most, side, index) => Math.max(most, Math.abs(side - (still.boxes[index] as number))), 0);
}

/** Before a wrong choice is held, while the warning is up, and after it. */
export async function aroundWarning(ours: ArmBrowser): Promise<{ name: string; score: number; moved: number }> {
  return inNewTab(ours, async (page) => {
    await page.goto(questionAddress(), { waitUntil: 'load' });
    await waitForOverlay(page, (all) => all.some(({ ring }) => ring !== null));
    await page.click('input[type=radio][value="0"]');
    const before = await layoutOf(page);
    await page.click('form button, form input[type=submit]');
    const [overlay] = await waitForOverlay(page, (all) => all.some(({ caution }) => caution !== null));
    const during = await layoutOf(page);
    const insist = overlay?.caution?.buttons.find(({ action }) => action === 'insist');
    if (insist === undefined) throw new Error('the warning has no button to go on');
    // Its buttons are dead for the second half of a double click.
    await pause(600);
    await pressAtCentre(page, insist.box);
    await waitForOverlay(page, (all) => all.every(({ caution }) => caution === null));
    const after = await layoutOf(page);
    return { name: 'ours, a warning opened and answered', score: after.score, moved: Math.max(furthest(during, before), furthest(after, before)) };
  });
}

function layoutOf(page: Page): Promise<Layout> {
  return page.evaluate(() => ({
    score: (globalThis as unknown as { shifted: number }).shifted,
    boxes: [...document.querySelectorAll('body, body *:not(.driver-popover, .driver-popover *, .driver-overlay, .driver-overlay *)')].flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + scrollX, top + scrollY, width, height];
    }),
  }));
}
