import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDOUTS } from '../../classroom/kit';
import { handoutModel } from '../../components/handouts/handout-model';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import { pollUntil } from '../../tools/browser/poll-until';
import { rulesDate } from '../../tools/build/rule-pack-module';
import { officialHosts, pack } from '../support/content';
import { BROWSERS, type Opened, openBrowser } from './opened';

const date = rulesDate(pack);
const pictures = handoutModel(pack, officialHosts, date).steps.flatMap((step) => step.pictures);
/** Wrong choices where they stand on each page. */
const CROSSED: Record<string, number> = { chooser: 6, certificate: 1, 'member-kind': 1, form: 1, 'chooser-again': 6 };
/** Things that some builds of a page have, and the one that is drawn has not: the captcha of the short login. */
const NOT_DRAWN: Record<string, number> = { login: 1 };

describe.each(BROWSERS)('handouts in %s', (name) => {
  let opened: Opened;
  let own: ExtensionPage;
  beforeAll(async () => {
    opened = await openBrowser(name);
    own = await opened.driver.openExtensionPage('handouts.html');
    await pollUntil(
      () => own.evaluate(() => document.querySelector('[data-part="chooser"]') !== null || null),
      15_000,
      () => 'no page',
    );
  });
  afterAll(() => opened?.close());

  const choose = (sheet: string) =>
    pollUntil(
      () =>
        own.evaluate((wanted: string) => {
          if (document.querySelector(`.sheets[data-sheet="${wanted}"][data-ready="true"]`) !== null) return true;
          const box = document.querySelector<HTMLInputElement>(`input[name="sheet"][value="${wanted}"]`);
          if (box !== null && !box.checked) box.click();
          return null;
        }, sheet),
      30_000,
      () => `${sheet} is not there`,
    );

  it.each(HANDOUTS)('%s is there, with its date and the line about passwords', async (sheet) => {
    await choose(sheet);
    const foot = await own.evaluate(() => document.querySelector('[data-part="foot"]')?.textContent ?? '');
    expect(foot).toContain(date);
    expect(foot).toContain('請不要把密碼寫在這張紙上。');
  });

  it('every picture is told by the guide, each thing to press is framed once, each wrong choice crossed out', async () => {
    await choose('steps');
    const seen = await own.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-picture]')].map((picture) => ({
        id: picture.dataset.picture,
        state: picture.dataset.state,
        numbers: [...picture.querySelectorAll('.framed .number')].map((number) => Number(number.textContent)).sort((a, b) => a - b),
        crossed: picture.querySelectorAll('.crossed').length,
      })),
    );
    const expected = pictures.map(({ picture: { id }, sayings }) => ({
      id,
      state: 'told',
      numbers: sayings.flatMap(({ number }) => number ?? []).slice(0, sayings.length - (NOT_DRAWN[id] ?? 0)),
      crossed: CROSSED[id] ?? 0,
    }));
    expect(seen).toEqual(expected);
  });
});
