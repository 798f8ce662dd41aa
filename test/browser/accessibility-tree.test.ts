import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../content-rules/schema';
import type { Explanation } from '../../platform/messages';
import { type PlacedCase, readContent } from '../../tools/build/rule-pack';
import { printed } from '../../tools/lab/printed';
import { readReplica } from '../../tools/site/replica-site';
import { eventsOf } from '../support/looked';
import { ROOT } from '../support/page';
import { BROWSERS, type Opened, openBrowser } from './opened';

/** One page in one state, with everything that people of different answers are to be pointed at on it. */
interface PageWithCases {
  folder: string;
  replica: string;
  url: string;
  frames: Record<string, string>;
  without: readonly string[];
  cases: Case[];
}

/** Of how many pages one is tried: a share of them on every run, all in `npm run test:full`. Firefox takes three times as long for each. */
const SHARE = process.env.FULL === '1' ? { chromium: 1, firefox: 1 } : { chromium: 4, firefox: 12 };

/** All cases that have an element to point at, by page: what is opened once need not be opened again for other answers. */
function pagesOf(cases: readonly PlacedCase[]): PageWithCases[] {
  const pages = new Map<string, PageWithCases>();
  for (const { folder, case: entry } of cases) {
    if (entry.expect.target === null) continue;
    const { replica, url, frames = {}, without = [] } = entry;
    const key = JSON.stringify([folder, replica, url, frames, without]);
    const page = pages.get(key) ?? { folder, replica, url, frames, without, cases: [] };
    page.cases.push(entry);
    pages.set(key, page);
  }
  return [...pages.values()];
}

/** A replica as it is served, words of the case taken off. */
function served(file: string, without: readonly string[], read = readReplica): string {
  return without.reduce((html, word) => html.replaceAll(word, ''), read(file));
}

const withMarks = (file: string) => readFileSync(join(ROOT, 'content-rules', file), 'utf8');
const placeOf = (url: string) => `${new URL(url).host}${new URL(url).pathname}`;

describe.each(BROWSERS)('in %s what is pointed at is in the browser’s own accessibility tree, by that role and name', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
    await opened.begin('https://elearn.hrd.gov.tw/mooc/co_faq.php');
  });
  afterAll(() => opened?.close());

  /** Puts the person where a case says they are. */
  const startFrom = (given: Case['given'], page: string) =>
    opened.ownPage.evaluate(
      async (messages: object[]) => {
        for (const message of messages) await chrome.runtime.sendMessage(message);
      },
      [{ ask: 'start-over' }, ...eventsOf(given, page).map((event) => ({ ask: 'add', event }))],
    );
  const pages = pagesOf(readContent(ROOT).cases).filter((_, index) => index % SHARE[name] === 0);

  test.each(pages)('$folder/$replica at $url without $without', async ({ folder, replica, url, frames, without, cases }) => {
    const { person, driver } = opened;
    const files = new Map([[placeOf(url), `${folder}/${replica}`], ...Object.entries(frames).map(([at, file]) => [placeOf(at), file] as const)]);
    opened.serve(Object.fromEntries([...files].map(([at, file]) => [at, served(file, without)])));
    await person.page.goto(url);
    for (const entry of cases) {
      await startFrom(entry.given, folder);
      const state = `given ${JSON.stringify(entry.given ?? {})}`;
      let told: Explanation | null = null;
      await expect
        .poll(
          async () => {
            told = await person.explain();
            return told;
          },
          { message: state },
        )
        .toMatchObject({ verdict: entry.expect.verdict, target: { role: expect.any(String) } });
      const { address = '', target } = (told ?? {}) as Partial<Explanation>;
      const frame = person.page.frames().find((each) => placeOf(each.url()) === address);
      if (frame === undefined || target == null) throw new Error(`${state}: no frame at ${address}`);
      const marked = await markedIn(frame, served(files.get(address) ?? '', without, withMarks), entry.expect.target ?? '');
      const places = await Promise.all(
        marked.map((element) => element.evaluate((each) => [each.localName, [...document.getElementsByTagName(each.localName)].indexOf(each)])),
      );
      expect(places, `${state}: the element of the case`).toContainEqual([target.tag, target.at]);
      const { name: called } = await printed(person.page, address, target);
      const isAmong = async (wanted: string) => {
        const known = await driver.accessibleElements(frame, target.role, wanted);
        const same = await Promise.all(marked.flatMap((one) => known.map((other) => frame.evaluate((a, b) => a === b, one, other))));
        return same.includes(true);
      };
      // A field whose words stand only in the cell beside it has no name there.
      expect((await isAmong(called)) || (await isAmong('')), `${state}: ${target.role} ${called}`).toBe(true);
    }
  });
});

/** The elements of the mark: it stands only in the file, which is parsed beside the page. */
async function markedIn(frame: Frame, html: string, mark: string): Promise<ElementHandle<Element>[]> {
  const list = await frame.evaluateHandle(
    (file, wanted) => {
      const elements = [...document.body.querySelectorAll('*')];
      const inFile = [...new DOMParser().parseFromString(file, 'text/html').body.querySelectorAll('*')];
      return inFile.flatMap((element, index) => (element.getAttribute('data-expect') === wanted ? [elements[index]] : []));
    },
    html,
    mark,
  );
  return [...(await list.getProperties()).values()].flatMap((handle) => (handle.asElement() as ElementHandle<Element> | null) ?? []);
}

/** The one call of the extension API that is made inside its own page. */
declare const chrome: { runtime: { sendMessage(message: object): Promise<unknown> } };
