import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../../tools/browser/overlay-view';
import { readReplica } from '../../tools/site/replica-site';
import type { Person } from '../../tools/walk/person';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { frames } from './support/frames';
import { rounds } from './support/rounds';

const APP = 'https://elearn.hrd.gov.tw/mooc/app.php';

/** What the page shows in turn, and what is to be ringed in it; without a selector nothing is. */
const VIEWS: { path: string; body: string; target: string | null }[] = [
  { path: '/mooc/co_new_member_1.php', body: bodyOf('elearn/05-certificate-question/replica.html'), target: 'input[name=need][value="1"]' },
  { path: '/mooc/co_new_member_2.php', body: bodyOf('elearn/06-account-question/replica.html'), target: 'input[name=have][value="0"]' },
  { path: '#question', body: bodyOf('elearn/05-certificate-question/replica.table.html'), target: 'input[name=need][value="1"]' },
  { path: '#faq', body: bodyOf('lookalikes/faq-paragraphs.html'), target: null },
  { path: '/mooc/co_news.php', body: '<p>系統公告：今晚維護</p><button>下一步</button>', target: null },
];

function bodyOf(replica: string): string {
  const [, body = ''] = /<body>([\s\S]*)<\/body>/.exec(readReplica(replica)) ?? [];
  return body.replace(/<script[\s\S]*?<\/script>/g, '');
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
    opened.serve({ 'elearn.hrd.gov.tw/mooc/app.php': '<!doctype html><meta charset="utf-8"><title>-</title><body></body>' });
    person = await opened.begin(APP);
  });
  afterAll(() => opened?.close());

  /** The address first, the content first, or the content some frames later: pages do all of these. */
  const go = (view: (typeof VIEWS)[number], order: number) =>
    person.page.evaluate(
      async (path: string, body: string, kind: number) => {
        const show = () => {
          document.body.innerHTML = body;
        };
        if (kind === 1) show();
        if (path.startsWith('#')) location.hash = path;
        else history.pushState(null, '', path);
        if (kind === 2) for (let waited = 0; waited < 3; waited += 1) await new Promise(requestAnimationFrame);
        if (kind !== 1) show();
      },
      view.path,
      view.body,
      order,
    );
  const targetBox = (selector: string) => person.page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as Box);
  const isAround = (ring: Box, box: Box) =>
    box.x + box.width / 2 > ring.x &&
    box.x + box.width / 2 < ring.x + ring.width &&
    box.y + box.height / 2 > ring.y &&
    box.y + box.height / 2 < ring.y + ring.height;

  test(`${rounds(1000)} changes of address without a load, and never a ring of the page before`, async () => {
    let seed = 11;
    const random = (below: number) => {
      seed = (seed * 48271) % 2147483647;
      return seed % below;
    };
    const stale: string[] = [];
    for (let round = 0; round < rounds(1000); round += 1) {
      const view = VIEWS[random(VIEWS.length)] as (typeof VIEWS)[number];
      const order = random(3);
      await go(view, order);
      await frames(person.page, 2);
      const { ring } = await person.glance();
      const box = view.target === null ? null : await targetBox(view.target);
      if (ring !== null && (box === null || !isAround(ring, box))) stale.push(`${round}: ${view.path} in order ${order}`);
      if (round % 10 === 0) {
        await person.see(`the ring of ${view.path}`, (sight) => (box === null ? sight.ring === null : sight.ring !== null && isAround(sight.ring, box)));
      }
    }
    expect(stale).toEqual([]);
  }, 900_000);
});
