import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { kitText } from '../../classroom/kit';
import { pollUntil } from '../../tools/browser/poll-until';
import { walk } from '../../tools/walk/walk';
import { areaOf, ask, setIn } from '../browser-support/own-page';
import { ROOT } from '../support/page';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';
import { chosenFile, waitFor } from './own-pages';

/** Every key that docs/privacy.md says is stored, with the place that it says: `<…>` stands for anything. */
const DOCUMENTED = documentedKeys();

/** Documented, and stored only in circumstances that this test has not: which other test has them. */
const ELSEWHERE: Record<string, string> = {
  'storage.session private': 'test/rough/18-private-window.test.ts',
  'storage.session unkept': 'test/rough/08-storage-damaged.test.ts',
  'storage.local recorder': 'test/browser/record.test.ts',
  'storage.local presenter': 'test/browser/presenter.test.ts',
};

const KIT = kitText({ language: 'zh-TW', textSize: 'larger', startStep: 8, faults: ['mail-late'], handout: 'script' });

test('the document has a place and keys at all', () => {
  expect(DOCUMENTED).toContain('storage.local p:<n>:<step>');
  expect(DOCUMENTED).toContain('IndexedDB second-copy');
  for (const [key, file] of Object.entries(ELSEWHERE)) {
    expect(DOCUMENTED).toContain(key);
    expect(existsSync(join(ROOT, file)), file).toBe(true);
    expect(readFileSync(join(ROOT, file), 'utf8')).toContain(key.split(' ')[1]);
  }
});

describe.each(BROWSERS)('what %s has stored after a registration', (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'kit-'));
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(async () => {
    await opened?.close();
    rmSync(folder, { recursive: true });
  });

  test('is what docs/privacy.md says, and all that it says', async () => {
    const events = [...finished(3), { type: 'answered', question: 'hours', answer: 'yes' } as const];
    const person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_new_member_1.php', { events });
    await walk(person, { onStop: async () => undefined, isEnd: ({ explained }) => explained?.page === 'egov/05-success' });

    writeFileSync(join(folder, 'kit.json'), KIT);
    const { page: trainer } = await opened.driver.openExtensionPage('trainer.html');
    await chosenFile(trainer, '[data-part=kit-file]', join(folder, 'kit.json'));
    await waitFor('the class is set', async () => 'class' in (await areaOf(opened.ownPage, 'local')));
    await setIn(opened.ownPage, 'local', { 'p:999999:1': 'damaged' });
    await ask(opened.ownPage, { ask: 'repair' });
    await waitFor('the damaged record is set aside', async () => 'set-aside:p:999999:1' in (await areaOf(opened.ownPage, 'local')));

    const stored = await pollUntil(
      async () => {
        const all = await everythingIn(opened);
        return all.some((key) => key.startsWith('storage.session tab:')) ? all : null;
      },
      15_000,
      () => 'No tab is kept.',
    );
    expect(stored.filter((key) => !DOCUMENTED.some((pattern) => fits(key, pattern)))).toEqual([]);
    expect(DOCUMENTED.filter((pattern) => !stored.some((key) => fits(key, pattern)) && !(pattern in ELSEWHERE))).toEqual([]);
  });

  test('is nothing in the storage of the sites', async () => {
    const page = opened.person.page;
    const kept = await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: (await indexedDB.databases()).map((database) => database.name),
      caches: await caches.keys(),
    }));
    expect(kept).toEqual({ local: [], session: [], databases: [], caches: [] });
  });
});

/** Place and key of all that the extension has, in every place that a browser has for it. */
async function everythingIn({ ownPage }: Opened): Promise<string[]> {
  const elsewhere = await ownPage.evaluate(async () => ({
    databases: (await indexedDB.databases()).map((database) => database.name),
    others: [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
      ...(await caches.keys()),
      ...document.cookie.split(';').filter((cookie) => cookie !== ''),
    ],
  }));
  return [
    ...Object.keys(await areaOf(ownPage, 'local')).map((key) => `storage.local ${key}`),
    ...Object.keys(await areaOf(ownPage, 'session')).map((key) => `storage.session ${key}`),
    ...elsewhere.databases.map((key) => `IndexedDB ${key}`),
    ...elsewhere.others.map((key) => `another storage ${key}`),
  ];
}

/** The rows of the table under "What is stored"; an empty first cell means the place above. */
function documentedKeys(): string[] {
  const text = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');
  const table = (text.split('## What is stored')[1] ?? '').split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| where'));
  let place = '';
  return table.flatMap((line) => {
    const [where = '', keys = ''] = line.split('|').slice(1);
    place = /storage\.\w+|IndexedDB/.exec(where)?.[0] ?? place;
    return [...keys.matchAll(/`([^`]+)`/g)].map(([, key]) => `${place} ${key}`);
  });
}

function fits(key: string, pattern: string): boolean {
  const literal = pattern.split(/<[^>]+>/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literal.join('.+')}$`).test(key);
}
