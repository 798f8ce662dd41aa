import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../../tools/browser/overlay-view';
import { type PlacedCase, readContent } from '../../tools/build/rule-pack';
import { readReplica } from '../../tools/site/replica-site';
import { eventsOf } from '../support/looked';
import { ROOT } from '../support/page';
import { BROWSERS, type Opened, openBrowser } from './opened';

/** Each state of each replica that has something to point at, once. */
const pointed = uniqueByTarget(readContent(ROOT).cases);
/** Of how many states one is tried: a share of them on every run, all in `npm run test:full`. */
const SHARE = process.env.FULL === '1' ? { chromium: 1, firefox: 1 } : { chromium: 3, firefox: 8 };

function uniqueByTarget(cases: readonly PlacedCase[]): PlacedCase[] {
  const seen = new Set<string>();
  return cases.filter(({ folder, case: entry }) => {
    if (entry.expect.target === null || entry.without !== undefined || entry.frames !== undefined) return false;
    const key = `${folder}/${entry.replica} ${entry.expect.target}`;
    return !seen.has(key) && seen.add(key).size > 0;
  });
}

describe.each(BROWSERS)('in %s the ring is around the element of that role and name in the browser’s own accessibility tree', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  const cases = pointed.filter((_, index) => index % SHARE[name] === 0);
  test.each(cases)('$folder $case.replica: $case.expect.target given $case.given', async ({ folder, case: entry }) => {
    const file = `${folder}/${entry.replica}`;
    const { host, pathname } = new URL(entry.url);
    opened.serve({ [`${host}${pathname}`]: readReplica(file) });
    const person = await opened.begin(entry.url, { events: eventsOf(entry.given) });
    let sight = await person.see('a card', ({ card }) => card !== null);
    if (sight.ring === null) throw new Error(`no ring: ${sight.card?.title} / ${sight.card?.text}`);
    if (sight.card?.buttons.some(({ action }) => action === 'show-me') === true) {
      await person.pressOurs(sight.card.buttons, 'show-me');
      sight = await person.see('the target in view', ({ card, ring }) => ring !== null && card?.buttons.some(({ action }) => action === 'show-me') === false);
    }
    const explained = await person.explain();
    const { role = '', name: called = '' } = explained?.target ?? {};
    const known = [...(await opened.driver.accessibleElements(person.page, role, called)), ...(await opened.driver.accessibleElements(person.page, role, ''))];
    const boxes = await Promise.all(known.map((element) => element.evaluate(boxesOf)));
    expect(
      boxes.flat().some((box) => isAround(sight.ring as Box, box)),
      `${role} ${called} among ${known.length}`,
    ).toBe(true);
    const marked = await person.page.evaluate(markedBoxes, readFileSync(join(ROOT, 'content-rules', file), 'utf8'), entry.expect.target ?? '');
    expect(
      marked.some((box) => isAround(sight.ring as Box, box)),
      `the ring is around ${entry.expect.target}`,
    ).toBe(true);
  });
});

/** The ring holds the box, and is not much larger than a choice with its label. */
function isAround(ring: Box, box: Box): boolean {
  const holds = box.x >= ring.x - 1 && box.y >= ring.y - 1 && box.x + box.width <= ring.x + ring.width + 1 && box.y + box.height <= ring.y + ring.height + 1;
  return holds && box.width > 0 && ring.height < box.height + 60;
}

/** Runs in the page: an element's box, and those of its labels, since a drawn label may stand for an invisible choice. */
function boxesOf(element: Element): Box[] {
  const labels = [...((element as HTMLInputElement).labels ?? [])];
  return [element, ...labels].map((each) => each.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height }));
}

/** Runs in the page: the marks are only in the file, so the file is parsed once more beside the page. */
function markedBoxes(html: string, mark: string): Box[] {
  const file = new DOMParser().parseFromString(html, 'text/html');
  const inFile = [...file.body.querySelectorAll('*')];
  const inPage = [...document.body.querySelectorAll('*')];
  return inFile.flatMap((element, index) => {
    const found = element.getAttribute('data-expect') === mark ? inPage[index] : undefined;
    if (found === undefined) return [];
    const labels = [...((found as HTMLInputElement).labels ?? [])];
    return [found, ...labels].map((each) => each.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height }));
  });
}
