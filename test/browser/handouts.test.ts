import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HANDOUTS } from '../../classroom/kit';
import { SIZES } from '../../components/handouts/choice';
import { handoutModel } from '../../components/handouts/handout-model';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import { pollUntil } from '../../tools/browser/poll-until';
import { rulesDate } from '../../tools/build/rule-pack-module';
import { officialHosts, pack } from '../support/content';
import { BROWSERS, type Opened, openBrowser } from './opened';

/** How many pages a printed file has. Firefox packs the objects that say so. */
function printedPages(pdf: Uint8Array): number {
  const raw = Buffer.from(pdf).toString('latin1');
  const unpacked = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, packed = '']) => {
    try {
      return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return [raw, ...unpacked].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

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
    // A practice card has a password on it, for the practice.
    expect(foot).toContain(sheet === 'cards' ? '卡上的密碼只給練習用。您自己的密碼，請不要寫在這裡。' : '請不要把密碼寫在這張紙上。');
  });

  it.each(['summary', 'record'] as const)('%s fits on one page a language at every size, and says where its letters had to be smaller', async (sheet) => {
    await choose(sheet);
    for (const [which, pages] of [
      ['chinese', 1],
      ['english', 1],
      ['both', sheet === 'summary' ? 2 : 1],
    ] as const) {
      for (const size of SIZES) {
        const told = await own.evaluate(
          async (languages: string, points: number) => {
            for (const wanted of [`languages"][value="${languages}`, `size"][value="${points}`]) {
              (document.querySelector(`[name="${wanted}"]`) as HTMLElement).click();
              await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
            }
            const letters = [...document.querySelectorAll<HTMLElement>('.paper')].map(({ style }) => Number.parseFloat(style.fontSize));
            return { letters, said: document.querySelector('[data-part="fitted"]')?.textContent ?? '' };
          },
          which,
          size,
        );
        const smallest = Math.min(...told.letters);
        expect(told.letters).toHaveLength(pages);
        expect(smallest).toBeGreaterThanOrEqual(12);
        expect(told.said, `${which} ${size}`).toBe(smallest < size ? `為了放進一頁，這一種的字是 ${smallest} 點。` : '');
        expect([which, size, printedPages(await own.page.pdf({ preferCSSPageSize: true }))]).toEqual([which, size, pages]);
      }
    }
    await own.evaluate(() => (document.querySelector('[name="languages"][value="chinese"]') as HTMLElement).click());
  });

  it('pictures that come a second time are waited for again', async () => {
    await choose('steps');
    await choose('cards');
    const empty = await own.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () => {
            if (document.querySelector('.sheets[data-sheet="steps"][data-ready="true"]') === null) return requestAnimationFrame(look);
            const frames = [...document.querySelectorAll<HTMLIFrameElement>('[data-picture] iframe')];
            return resolve(frames.filter(({ contentDocument }) => (contentDocument?.body?.childElementCount ?? 0) === 0).length);
          };
          document.querySelector<HTMLInputElement>('input[name="sheet"][value="steps"]')?.click();
          requestAnimationFrame(look);
        }),
    );
    expect(empty).toBe(0);
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
