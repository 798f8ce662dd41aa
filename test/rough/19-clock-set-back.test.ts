import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sight } from '../../tools/walk/person';
import { BROWSERS } from '../browser/opened';
import { type ChangedExtension, copyExtension } from '../browser-support/changed-extension';
import { ask, journalOf, place } from '../browser-support/own-page';
import { type KeptBrowser, keepBrowser } from './support/kept-browser';

const HOME = 'https://elearn.hrd.gov.tw/';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

/** A clock that stands at another time, for every part of the extension, however many scripts a page of it has. Milliseconds. */
const shifted = (by: number) =>
  `{const R=Date;if(R.name!=='Shifted')globalThis.Date=class Shifted extends R{constructor(...a){a.length?super(...a):super(R.now()+${by})}static now(){return R.now()+${by}}}}\n`;
const DAY = 86_400_000;

describe.each(BROWSERS)('in %s, the clock is set back and the time zone changes', (name) => {
  let kept: KeptBrowser;
  let extension: ChangedExtension;
  beforeAll(async () => {
    extension = copyExtension(name);
    kept = await keepBrowser(name, { extension: extension.folder });
  });
  afterAll(async () => {
    await kept?.end();
    extension?.remove();
  });

  /** The same extension at the same place, its clock another. */
  function setClock(by: number) {
    const scripts = readdirSync(extension.folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    for (const file of scripts) extension.change(file, (text) => shifted(by) + text.replace(/^\{const R=Date;.*\n/, ''));
  }

  test.each([
    ['a day back', -DAY, 'Asia/Taipei'],
    ['a year ahead, and half around the world', 365 * DAY, 'Pacific/Honolulu'],
  ])('%s: what happens then comes after what happened before, and the guide goes on', async (_, by, zone) => {
    setClock(0);
    const before = await kept.start({ extraEnvironment: { TZ: 'Asia/Taipei' } });
    expect(await ask(before.ownPage, { ask: 'start-over' })).toBe(true);
    const early = [place('early', 1), place('early', 2), { type: 'corrected', step: 9 }];
    for (const event of early) expect(await ask(before.ownPage, { ask: 'add', event })).toBe(true);
    await before.close();

    setClock(by);
    const after = await kept.start({ extraEnvironment: { TZ: zone } });
    const { now, real } = await after.ownPage.evaluate(() => ({ now: Date.now(), real: performance.timeOrigin }));
    expect(Math.abs(now - real - by), 'the clock is really another').toBeLessThan(DAY / 24);
    const late = [place('late', 1), { type: 'corrected', step: 2 }, place('late', 2)];
    for (const event of late) expect(await ask(after.ownPage, { ask: 'add', event })).toBe(true);
    const { events } = await journalOf(after.ownPage);
    expect(events).toEqual([{ type: 'restarted' }, ...early, ...late]);
    const person = await after.visit(HOME);
    await person.see('the guide', hasBoth);
    await after.close();
  });
});
