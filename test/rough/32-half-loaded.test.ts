import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../content-rules/schema';
import { readFacts } from '../../engine/facts/read';
import { look } from '../../engine/look';
import { foldProgress, type Progress } from '../../engine/progress';
import { vocabularyOf } from '../../engine/vocabulary';
import type { Box } from '../../tools/browser/overlay-view';
import { readReplica } from '../../tools/site/replica-site';
import type { Person } from '../../tools/walk/person';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';
import { cases, pack } from '../support/content';
import { progressOf } from '../support/looked';
import { closePage, openHtml, ROOT, sightWithoutLayout } from '../support/page';
import { rounds } from './support/rounds';
import { unknownPage } from './support/unknown-page';

const FRAMED_STEPS = pack.journey.steps.filter(({ framed }) => framed).map(({ step }) => step);
const VOCABULARIES = Object.fromEntries(Object.keys(pack.journey.sites).map((site) => [site, vocabularyOf(pack, site as Site)]));

/** What is ringed on a page as its text stands here: the mark of the replica on it, `unmarked`, or null for no ring. */
function ringedIn(html: string, address: string, progress: Progress): string | null {
  const { host, pathname } = new URL(address);
  const site = Object.entries(pack.journey.sites).find(([, each]) => each.host === host)?.[0] ?? '';
  const vocabulary = VOCABULARIES[site];
  if (vocabulary === undefined) throw new Error(`${address} is on no guided site`);
  const { document, marks } = openHtml(html, address);
  const { facts, elements } = readFacts(document, { host, path: pathname }, vocabulary, sightWithoutLayout(document));
  const verdict = look(facts, vocabulary.rules, { progress, framed: false, framedSteps: FRAMED_STEPS });
  const target = verdict.kind === 'recognised' && verdict.target !== null ? elements[verdict.target.element] : undefined;
  const mark = target === undefined ? null : (marks.get(target) ?? 'unmarked');
  closePage(document);
  return mark;
}

/** Every twentieth of a page: cut there, it is what a broken connection leaves. */
const CUTS = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

describe('in the engine alone', () => {
  test('pages cut at every twentieth: the right ring or none', () => {
    const ringed = cases.filter(({ case: { expect, without, frames } }) => expect.target != null && without === undefined && frames === undefined);
    const every = process.env.FULL === '1' ? 1 : 10;
    const tried = ringed.filter((_, index) => index % every === 0);
    expect(tried.length).toBeGreaterThan(5);
    const wrong: string[] = [];
    for (const { folder, case: entry } of tried) {
      const html = readFileSync(join(ROOT, 'content-rules', folder, entry.replica), 'utf8');
      const progress = progressOf(entry.given, pack.journey, folder);
      for (const cut of CUTS) {
        const mark = ringedIn(html.slice(0, Math.round(html.length * cut)), entry.url, progress);
        if (mark !== null && mark !== entry.expect.target) wrong.push(`${folder}/${entry.replica} cut at ${cut}: ${mark}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 900_000);

  test(`${rounds(1000)} unknown pages, made of the words of such sites: no ring`, () => {
    const wrong: string[] = [];
    const progresses = [foldProgress([], pack.journey.tells), foldProgress(finished(3), pack.journey.tells), foldProgress(finished(6), pack.journey.tells)];
    for (let seed = 1; seed <= rounds(1000); seed += 1) {
      const { html, address } = unknownPage(seed);
      const mark = ringedIn(html, address, progresses[seed % 3] as Progress);
      if (mark !== null) wrong.push(`page ${seed}`);
    }
    expect(wrong).toEqual([]);
  }, 900_000);
});

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
    person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_new_member_1.php', { events: finished(3) });
  });
  afterAll(() => opened?.close());
  const errors: unknown[] = [];

  test.each([
    ['elearn/05-certificate-question/replica.html', 'elearn.hrd.gov.tw/mooc/co_new_member_1.php', 'input[value="1"]'],
    ['elearn/01-home/replica.html', 'elearn.hrd.gov.tw/', '#login_md'],
    ['elearn/06-account-question/replica.table.html', 'elearn.hrd.gov.tw/mooc/co_new_member_2.php', 'input[value="0"]'],
  ])('%s cut at every twentieth: the right ring or none', async (replica, at, target) => {
    const html = readReplica(replica);
    person.page.on('pageerror', (error) => errors.push(error));
    let seen = 0;
    for (const cut of CUTS) {
      opened.serve({ [at]: html.slice(0, Math.round(html.length * cut)) });
      await person.page.goto(`https://${at}`);
      const explained = await person.explain();
      const { ring } = await person.see('the page at rest', (sight) => (sight.ring !== null) === (explained?.target != null));
      if (ring === null) continue;
      seen += 1;
      const box = await person.page.$eval(target, (element) => element.getBoundingClientRect().toJSON() as Box);
      expect(
        box.x + box.width / 2 > ring.x &&
          box.x + box.width / 2 < ring.x + ring.width &&
          box.y + box.height / 2 > ring.y &&
          box.y + box.height / 2 < ring.y + ring.height,
        `cut at ${cut}`,
      ).toBe(true);
    }
    expect(seen, 'whole enough in the end').toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  test.each([
    ['500 with nothing', 500, ''],
    [
      '502 of a server in between',
      502,
      '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>',
    ],
    ['503 for maintenance', 503, readReplica('lookalikes/maintenance.html')],
    ['500 of PHP', 500, readReplica('lookalikes/error-php.html')],
    ['404', 404, '<!doctype html><meta charset="utf-8"><h1>找不到網頁</h1>'],
    ['200 with an end of the session', 200, readReplica('lookalikes/session-timeout.html')],
  ])('a page of status %s: no ring, and words in the middle of the journey', async (_, status, body) => {
    opened.serve({ 'elearn.hrd.gov.tw/mooc/co_new_member_1.php': { status, body } });
    person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_new_member_1.php', { events: finished(3) }).catch(() => person);
    // The browser itself speaks where the server has sent nothing.
    if (body === '') return expect((await person.glance()).ring).toBeNull();
    const { ring } = await person.see('words', ({ card }) => card !== null);
    expect(ring).toBeNull();
  });
});
