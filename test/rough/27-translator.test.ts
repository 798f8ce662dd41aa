import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../tools/walk/person';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { atRingedPage, isRemembered, RINGED_PAGES } from './support/ringed';

/** What a translator does: each text into two elements of its own, the language and a class on the root; the words, too, if told. */
function wrapTexts(isTranslated: boolean) {
  const known: Record<string, string> = { 是: 'Yes', 否: 'No', 有: 'Yes', 沒有: 'No', 下一步: 'Next', 登入: 'Log in', 註冊: 'Register', 送出: 'Send' };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode())
    if (/\S/.test((walker.currentNode as Text).data) && !walker.currentNode.parentElement?.closest('script, style')) nodes.push(walker.currentNode as Text);
  for (const node of nodes) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
    inner.textContent = isTranslated
      ? (known[node.data.trim()] ?? node.data.replace(/[\u4e00-\u9fff]+/g, (words) => `some ${words.length} words `))
      : node.data;
    outer.append(inner);
    node.replaceWith(outer);
  }
  if (isTranslated) document.documentElement.lang = 'en';
  document.documentElement.classList.add('translated-ltr');
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  describe.each(RINGED_PAGES)('%s', (address) => {
    test('wrapped by a translator is led through as before', async () => {
      person = await atRingedPage(opened, address);
      await person.page.evaluate(wrapTexts, false);
      const { ring } = await person.see('the ring again', (sight) => sight.ring !== null && sight.card !== null);
      expect(ring !== null && (await isRemembered(person.page, ring))).toBe(true);
    });

    test('translated gets words, or the same ring; never another', async () => {
      person = await atRingedPage(opened, address);
      await person.page.evaluate(wrapTexts, true);
      const wrong: unknown[] = [];
      await person.see('words', ({ card }) => card !== null);
      // A doubt is told after a while: until then the card may be away.
      for (let looks = 0; looks < 20; looks += 1) {
        const { ring } = await person.glance();
        if (ring !== null && !(await isRemembered(person.page, ring))) wrong.push(ring);
      }
      expect(wrong).toEqual([]);
      await person.see('words in the end', ({ card }) => card !== null && card.all.length > 5);
    });
  });
});
