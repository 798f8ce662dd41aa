import { Converter } from 'opencc-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../tools/walk/person';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { atRingedPage, isRemembered, RINGED_PAGES } from './support/ringed';

const simplified = Converter({ from: 'twp', to: 'cn' });

/** Everything in the page that a converter would change: texts, and attributes that are read. */
function wordsOfPage(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) words.push((walker.currentNode as Text).data);
  for (const element of document.querySelectorAll('[title], [alt], [placeholder], [aria-label], input[type=submit], input[type=button]')) {
    for (const name of ['title', 'alt', 'placeholder', 'aria-label', 'value']) words.push(element.getAttribute(name) ?? '');
  }
  return words;
}

/** Converts the page once, or to and fro sixty times a second for so many milliseconds. */
async function convertPage(pairs: [string, string][], flippingFor: number): Promise<number> {
  const there = new Map(pairs);
  const back = new Map(pairs.map(([from, to]) => [to, from]));
  const convert = (table: Map<string, string>) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const to = table.get(node.data);
      if (to !== undefined && to !== node.data) node.data = to;
    }
    for (const element of document.querySelectorAll('[title], [alt], [placeholder], [aria-label], input[type=submit], input[type=button]')) {
      for (const name of ['title', 'alt', 'placeholder', 'aria-label', 'value']) {
        const to = table.get(element.getAttribute(name) ?? '');
        if (to !== undefined && to !== '' && to !== element.getAttribute(name)) element.setAttribute(name, to);
      }
    }
  };
  let flips = 0;
  const until = performance.now() + flippingFor;
  do {
    convert(flips % 2 === 0 ? there : back);
    flips += 1;
    await new Promise(requestAnimationFrame);
  } while (performance.now() < until);
  return flips;
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  const begin = async (address: string) => {
    person = await atRingedPage(opened, address);
    const words = await person.page.evaluate(wordsOfPage);
    return [...new Set(words)].map((word): [string, string] => [word, simplified(word)]);
  };

  test.each(RINGED_PAGES)('%s in Simplified characters: the same ring, or words; never another', async (address) => {
    const pairs = await begin(address);
    expect(pairs.filter(([from, to]) => from !== to).length, 'there is something to convert').toBeGreaterThan(2);
    await person.page.evaluate(convertPage, pairs, 0);
    const { ring } = await person.see('the ring or words', ({ card }) => card !== null);
    expect(ring === null || (await isRemembered(person.page, ring))).toBe(true);
  });

  test('a converter and its opposite, sixty times a second: no other ring, and the page goes on', async () => {
    const pairs = await begin('https://elearn.hrd.gov.tw/mooc/co_new_member_1.php');
    const flipping = person.page.evaluate(convertPage, pairs, 3000);
    const wrong: unknown[] = [];
    let isOver = false;
    void flipping.then(() => {
      isOver = true;
    });
    while (!isOver) {
      const { ring } = await person.glance();
      if (ring !== null && !(await isRemembered(person.page, ring))) wrong.push(ring);
    }
    expect(wrong).toEqual([]);
    expect(await flipping, 'the page still draws').toBeGreaterThan(30);
    await person.see('the card after it', ({ card }) => card !== null);
  });
});
