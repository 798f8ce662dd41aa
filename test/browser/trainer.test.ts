import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kitText } from '../../classroom/kit';
import { pollUntil } from '../../tools/browser/poll-until';
import { savesTo } from '../browser-support/saves-to';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';
import { chosenFile, pagesAt, partOf, press, waitFor } from './own-pages';

const KIT = kitText({ language: 'en', textSize: 'larger', startStep: 8, faults: ['mail-late', 'lookalike'], handout: 'script' });

describe.each(BROWSERS)('the trainer’s room in %s', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'));
  const file = (text: string) => {
    writeFileSync(join(folder, 'kit.json'), text);
    return join(folder, 'kit.json');
  };
  let opened: Opened;
  let trainer: Page;
  beforeAll(async () => {
    opened = await openBrowser(name, { extraPreferences: savesTo(name, folder) });
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true });
  });

  const news = () => partOf(trainer, 'kit-news', 'news');
  const language = async () => (await opened.stored()).settings as { language: string; muted: string[] };

  test('takes a class kit, which is then what practices begin with, in its language and text size', async () => {
    await opened.begin('https://elearn.hrd.gov.tw/');
    trainer = (await opened.driver.openExtensionPage('trainer.html')).page;
    await chosenFile(trainer, '[data-part=kit-file]', file(KIT));
    await waitFor('the kit is in use', async () => (await news()) === 'imported');
    expect((await opened.stored()).class).toEqual(JSON.parse(KIT));
    await waitFor('the language is the class’s', async () => (await language()).language === 'en');
    expect(await trainer.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('22.4px');

    const { page: practice } = await opened.driver.openExtensionPage('practice.html');
    await waitFor('practice shows its start', () => practice.evaluate(() => document.querySelector('[data-action=start-step]') !== null));
    expect(
      await practice.evaluate(() => ({
        step: (document.querySelector('[data-action=start-step]') as HTMLSelectElement).value,
        faults: [...document.querySelectorAll<HTMLInputElement>('[data-fault]:checked')].map(({ dataset }) => dataset.fault),
        language: document.documentElement.lang,
        size: document.documentElement.dataset.textSize,
      })),
    ).toEqual({ step: '8', faults: ['mail-late', 'lookalike'], language: 'en', size: 'larger' });
    await practice.close();
  });

  test('refuses a malformed one with the reason, and keeps what was set', async () => {
    for (const [text, said] of [
      ['{', /no JSON/],
      [KIT.replace('script', 'poster'), /「handout」 has a wrong value/],
      [KIT.replace('{', '{ "name": "A123456789",'), /「name」 seems to hold somebody’s data/],
    ] as const) {
      await chosenFile(trainer, '[data-part=kit-file]', file(text));
      await waitFor(`${said}`, () =>
        trainer.evaluate((source) => new RegExp(source).test(document.querySelector('[data-part=kit-news]')?.textContent ?? ''), said.source),
      );
      expect(await news()).toBe('refused');
      expect((await opened.stored()).class).toEqual(JSON.parse(KIT));
    }
  });

  test('gives the same file out again', async () => {
    await press(trainer, '[data-action=export-kit]');
    const saved = await pollUntil(
      async () => {
        try {
          const text = readFileSync(join(folder, 'class-kit.json'), 'utf8');
          return text.endsWith('}\n') ? text : null;
        } catch {
          return null;
        }
      },
      20_000,
      () => 'No file has come.',
    );
    expect(saved).toBe(KIT);
  });

  test('makes room for the next person: progress, answers and practice go, the class stays', async () => {
    const send = (message: object) => opened.ownPage.evaluate((sent) => (globalThis as unknown as WithBrowser).chrome.runtime.sendMessage(sent), message);
    for (const event of finished(3)) await send({ ask: 'add', event });
    await send({ ask: 'add', event: { type: 'answered', question: 'account', answer: 'yes' } });
    await send({ ask: 'change', settings: { language: 'zh-TW', muted: ['google'], paused: ['egov'], holds: false } });
    const { page: practice } = await opened.driver.openExtensionPage('practice.html');
    await press(practice, '[data-action=begin-alone]');
    await waitFor('a practice is going on', () => practice.evaluate(() => document.querySelector('.practice') !== null));

    await press(trainer, '[data-action=next-person]');
    await waitFor('it asks', () => trainer.evaluate(() => (document.activeElement as HTMLElement).dataset.action === 'keep'));
    const before = await opened.stored();
    expect(Object.keys(before).filter((key) => key.startsWith('p:'))).not.toHaveLength(1);
    await press(trainer, '[data-action=next-person-yes]');
    await waitFor('it is done', async () => (await partOf(trainer, 'next-person', 'state')) === 'done');

    const after = await opened.stored();
    expect(Object.entries(after).flatMap(([key, value]) => (key.startsWith('p:') ? [value] : []))).toEqual([{ type: 'restarted' }]);
    expect(after.settings).toMatchObject({ language: 'en', muted: [], paused: [], putAway: [], holds: true });
    expect(after.class).toEqual(JSON.parse(KIT));
    await waitFor('the practice is cleared', () => practice.evaluate(() => document.querySelector('[data-action=begin-alone]') !== null));
    await practice.close();
  });

  test('leads to the handouts', async () => {
    await press(trainer, '[data-action=handouts]');
    await waitFor('the handouts are open', async () => (await pagesAt(opened.driver, '/handouts.html')).length === 1);
  });

  test('is one press away from the settings', async () => {
    const options = await opened.driver.openExtensionPage('options.html');
    await press(options.page, '[data-action=trainer]');
    await waitFor('a second one is open', async () => (await pagesAt(opened.driver, '/trainer.html')).length === 2);
  });
});

interface WithBrowser {
  chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
}
