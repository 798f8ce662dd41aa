import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../content-rules/schema';
import { TAG } from '../../platform/overlay-host';
import { readReplica } from '../../tools/site/replica-site';
import { axeOn, linesOf } from '../browser-support/axe';
import { type ChangedExtension, openRootExtension } from '../browser-support/changed-extension';
import { cases } from '../support/content';
import { eventsOf } from '../support/looked';
import { BROWSERS_OF_LONG_TESTS, type Opened, openBrowser } from './opened';

/** Every page as a person may come to it, once for each replica: those on which the guide speaks. */
const ALL = cases.filter(({ case: { replica, frames, without, expect: wanted, given } }, index) => {
  const isFirst = cases.findIndex((each) => each.folder === cases[index]?.folder && each.case.replica === replica) === index;
  return isFirst && frames === undefined && without === undefined && given?.sent === undefined && [wanted.verdict].flat()[0] !== 'quiet';
});

/** One replica of each page on every run, all of them in `npm run test:full`. */
const SHOWN = ALL.filter(({ folder }, index) => process.env.FULL === '1' || ALL.findIndex((each) => each.folder === folder) === index);
const GOOGLE = 'a[href*="co_google_login"]';

describe.each(BROWSERS_OF_LONG_TESTS)('axe on the guide over the sites in %s', (name) => {
  let changed: ChangedExtension;
  let opened: Opened;
  beforeAll(async () => {
    changed = openRootExtension(name);
    opened = await openBrowser(name, { extension: changed.folder });
  });
  afterAll(async () => {
    await opened?.close();
    changed?.remove();
  });

  test('there are pages of every site to look at', () => {
    expect(ALL.length).toBeGreaterThan(50);
    expect(new Set(SHOWN.map(({ folder }) => folder.split('/')[0]))).toEqual(new Set(['elearn', 'egov', 'portal']));
  });

  test.each(SHOWN.map((each, index) => ({ ...each, language: (index % 2 === 0 ? 'zh-TW' : 'en') as Language })))(
    '$folder $case.replica in $language: nothing is wrong with ours, and the page’s own result is as without us',
    async ({ folder, case: entry, language }) => {
      const { host, pathname } = new URL(entry.url);
      opened.serve({ [`${host}${pathname}`]: readReplica(`${folder}/${entry.replica}`) });
      const person = await opened.begin(entry.url, { events: eventsOf(entry.given, folder), settings: { language } });
      await person.see('the card', ({ card }) => card !== null);
      const ours = await axeOn(person.page, { include: [TAG] });
      expect(ours.violations).toEqual([]);
      expect(ours.held).toBeGreaterThan(3);
      const withUs = await axeOn(person.page, { exclude: [TAG] });
      await opened.ownPage.evaluate(() =>
        (globalThis as unknown as WithBrowser).chrome.runtime.sendMessage({ ask: 'change', settings: { paused: ['elearn', 'egov', 'portal'] } }),
      );
      await person.see('nothing of ours', ({ card, ring }) => card === null && ring === null);
      const without = linesOf((await axeOn(person.page)).violations);
      const seen = linesOf(withUs.violations);
      expect(seen.filter((line) => !without.includes(line))).toEqual([]);
      // Where our card lies over it, contrast cannot be measured; nothing else may be gone.
      const hidden = linesOf(withUs.unsure).filter((line) => line.startsWith('color-contrast '));
      expect(without.filter((line) => !seen.includes(line) && !hidden.includes(line))).toEqual([]);
    },
  );

  test.each([
    ['zh-TW', 'light'],
    ['en', 'dark'],
  ] as const)('a warning, 「我卡住了」 and the folded card: in %s and %s nothing is wrong', async (language, scheme) => {
    const person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1', { settings: { language } });
    opened.serve({ 'elearn.hrd.gov.tw/mooc/co_login_dialog.php': readReplica('elearn/03-login-chooser/replica.html') });
    await person.page.reload();
    // Firefox has no such command; there the second language is looked at in light.
    if (name === 'chromium') await person.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const clean = async (what: string) => {
      const { violations, held } = await axeOn(person.page, { include: [TAG] });
      expect(violations, what).toEqual([]);
      expect(held).toBeGreaterThan(3);
    };
    const { card } = await person.see('the card', (seen) => seen.card !== null);
    await person.pressOurs(card?.buttons ?? [], 'stuck');
    const stuck = await person.see('the causes', (seen) => seen.card?.buttons.some(({ action }) => action.startsWith('stuck-')) === true);
    await clean('the causes');
    const [cause] = stuck.card?.buttons.filter(({ action }) => action.startsWith('stuck-')) ?? [];
    await person.pressOurs(stuck.card?.buttons ?? [], cause?.action ?? '');
    await person.see('what to do', (seen) => JSON.stringify(seen.card) !== JSON.stringify(stuck.card));
    await clean('what to do');
    await person.page.click(GOOGLE);
    const { caution } = await person.see('the warning', (seen) => seen.caution !== null);
    await clean('the warning');
    await person.pressOurs(caution?.buttons ?? [], 'safe');
    const again = await person.see('no warning', (seen) => seen.caution === null && seen.card !== null);
    await person.pressOurs(again.card?.buttons ?? [], 'fold');
    await person.see('one line', (seen) => seen.card?.buttons.some(({ action }) => action === 'unfold') === true);
    await clean('one line');
  });
});

interface WithBrowser {
  chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
}
