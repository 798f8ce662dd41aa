import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Box } from '../../tools/browser/overlay-view';
import { readReplica } from '../../tools/site/replica-site';
import type { Person, Sight } from '../../tools/walk/person';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const HOST = 'elearn.hrd.gov.tw';
const COURSE = `${HOST}/info/100123`;
/** Words of a person, in every place of the line from which a name or an opening tag could be made. */
const PLANTED = ['王小明', 'A123456789', 'wang-ming', '林大同', '陳美麗', 'chen-mail'];
const PERSONAL = 'id="wang-ming" class="A123456789" aria-label="林大同" title="陳美麗" name="chen-mail"';
const planted = (variant: string, before: string, after: string) => {
  const html = readReplica(`elearn/13-course-page/replica.${variant}.html`);
  if (!html.includes(before)) throw new Error(`the replica ${variant} has no ${before}`);
  return html.replace(before, after.replace('PERSONAL', PERSONAL));
};
const PAGES = {
  [`${COURSE}45`]: readReplica('elearn/13-course-page/replica.html'),
  [`${COURSE}46`]: readReplica('elearn/13-course-page/replica.zero.html'),
  [`${COURSE}52`]: readReplica('elearn/13-course-page/replica.range.html'),
  [`${COURSE}53`]: readReplica('elearn/13-course-page/replica.tab-only.html'),
  [`${COURSE}54`]: readReplica('elearn/13-course-page/replica.beside.html'),
  [`${COURSE}55`]: planted('range', '<p><b>認證時數</b>', '<p PERSONAL><b>認證時數</b>王小明'),
  [`${COURSE}56`]: planted('tab-only', '<a href="#hours"', '<a PERSONAL href="/王小明#hours"'),
  [`${HOST}/mooc/user/learn_dashboard.php`]: readReplica('elearn/11-dashboard/replica.many.html'),
  [`${HOST}/mooc/user/registration_center.php`]: readReplica('elearn/12-course-centre/replica.table.html'),
  [`${HOST}/mooc/explorer.php`]: readReplica('elearn/15-course-list/replica.cards.html'),
  [`${HOST}/mooc/user/learn_dashboard_ga.php`]: readReplica('elearn/14-record/replica.html'),
};

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
    opened.serve(PAGES);
  });
  afterAll(() => opened?.close());

  const open = async (address: string, says: string, language: 'zh-TW' | 'en' = 'zh-TW'): Promise<[Sight, Person]> => {
    const events = [...finished(10), { type: 'answered', question: 'hours', answer: 'yes' } as const];
    const person = await opened.begin(`https://${address}`, { events, settings: { language } });
    return [await person.see(says, ({ card }) => card?.all.includes(says) === true), person];
  };
  /** The one element with this text whose box the ring is drawn around. */
  const ringIsAround = async (person: Person, ring: Sight['ring'], selector: string, text: string) => {
    const boxes = await person.page.evaluate(
      (wanted, words) =>
        [...document.querySelectorAll(wanted)]
          .filter(({ textContent }) => textContent?.replace(/\s/g, '').startsWith(words))
          .map((element) => element.getBoundingClientRect().toJSON() as { x: number; y: number; width: number; height: number }),
      selector,
      text,
    );
    const [box] = boxes;
    expect(boxes).toHaveLength(1);
    if (ring === null || box === undefined) throw new Error('There is no ring.');
    for (const side of ['x', 'y'] as const) expect(Math.abs(ring[side] - box[side])).toBeLessThan(14);
    for (const side of ['width', 'height'] as const) expect(Math.abs(ring[side] - box[side])).toBeLessThan(24);
  };

  test('a course that gives hours: how many, what has to be done, and that dropping out costs the record; no ring', async () => {
    const [{ card, ring }] = await open(`${COURSE}45`, '這門課有 2 小時認證時數。');
    expect(card?.all).toContain('閱讀 60 分鐘、測驗 75 分、問卷');
    expect(card?.all).toContain('退選');
    expect(ring).toBeNull();
  });

  test('one that gives none, one for some people only, and the same in English', async () => {
    expect((await open(`${COURSE}46`, '這門課沒有認證時數。'))[0].ring).toBeNull();
    await open(`${COURSE}54`, '這門課可能只開放特定身分。');
    expect((await open(`${COURSE}54`, 'This course gives 2 hours.', 'en'))[0].card?.all).toContain('for some people only');
  });

  test('where it cannot be told, the line is framed', async () => {
    const [{ ring }, person] = await open(`${COURSE}52`, '請您自己看框起來的「認證時數」');
    await ringIsAround(person, ring, 'p', '認證時數1~2小時');
    const [other, again] = await open(`${COURSE}53`, '請您自己看框起來的「認證時數」');
    await ringIsAround(again, other.ring, '.tabs a', '認證時數');
  });

  test.each(['55', '56'])('of the line only its label is told to other parts, whatever is in it (page %s)', async (page) => {
    const [{ ring }, person] = await open(`${COURSE}${page}`, '請您自己看框起來的「認證時數」');
    expect(ring).not.toBeNull();
    const told = await person.explain();
    expect(told?.target).toMatchObject({ role: 'text', name: '認證時數' });
    const kept = JSON.stringify([told, await opened.stored()]);
    expect(PLANTED.filter((word) => kept.includes(word))).toEqual([]);
  });

  test('when the page has changed, it is read anew', async () => {
    const [, person] = await open(`${COURSE}45`, '這門課有 2 小時認證時數。');
    await person.page.evaluate(() => {
      const line = [...document.querySelectorAll('.facts li')].find(({ textContent }) => textContent?.includes('認證時數'));
      if (line?.lastChild) (line.lastChild as Text).data = '0 小時';
    });
    await person.see('none', ({ card }) => card?.all.includes('這門課沒有認證時數。') === true);
  });

  test.each([
    [`${HOST}/mooc/user/learn_dashboard.php`, '這一頁有 12 門課，6 門有認證時數。另有 3 門看不出來。', true],
    [`${HOST}/mooc/user/registration_center.php`, '這一頁有 12 門課，6 門有認證時數。另有 3 門看不出來。', true],
    [`${HOST}/mooc/explorer.php`, '這一頁有 7 門課，4 門有認證時數。另有 1 門看不出來。', false],
  ])('%s: one line on the card', async (address, line, isRinged) => {
    const [{ ring }] = await open(address, line);
    expect(ring !== null).toBe(isRinged);
  });

  test('the course centre points at both fields of hours, 對象不限 and the search, in turn', async () => {
    const [, person] = await open(`${HOST}/mooc/user/registration_center.php`, '請在框起來的「認證時數」填 1。');
    for (const next of ['框起來的是最多幾小時', '請勾選「對象不限」', '請按「開始查詢」']) {
      await person.pressRing(await person.glance());
      if (await person.isInField()) await person.fillIn('1');
      const { ring } = await person.see(next, ({ card }) => card?.all.includes(next) === true);
      expect(ring).not.toBeNull();
    }
  });

  test('the record page: where to print, and the tick for the ID number in words', async () => {
    const [{ ring, card }, person] = await open(`${HOST}/mooc/user/learn_dashboard_ga.php`, '再按「列印」');
    await ringIsAround(person, ring, 'button.print', '列印');
    expect(card?.all).toContain('身分證字號');
    const box = await person.page.evaluate(() => {
      const label = [...document.querySelectorAll('label')].find(({ textContent }) => textContent?.includes('身分證字號'));
      return label?.getBoundingClientRect().toJSON() as Box | undefined;
    });
    if (box === undefined || card === null) throw new Error('There is no label, or no card.');
    const isBeside = card.box.x >= box.x + box.width || card.box.x + card.box.width <= box.x;
    const isAboveOrBelow = card.box.y >= box.y + box.height || card.box.y + card.box.height <= box.y;
    expect(isBeside || isAboveOrBelow, 'the tick that the card speaks of is not hidden by it').toBe(true);
  });
});
