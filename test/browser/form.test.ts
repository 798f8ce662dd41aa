import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteAnswer } from '../../tools/browser/site-server';
import { readReplica } from '../../tools/site/replica-site';
import type { Person, Sight } from '../../tools/walk/person';
import { type Stop, walk } from '../../tools/walk/walk';
import { copyExtension } from '../browser-support/changed-extension';
import { BROWSERS, finished, type Opened, openBrowser } from './opened';

const SERVED = 'www.cp.gov.tw/portal/person/initial/Registry.aspx';
const FORM = `https://${SERVED}`;
const ANSWERS = [
  ...finished(7),
  { type: 'answered', question: 'hours', answer: 'yes' },
  { type: 'answered', question: 'civil', answer: 'no' },
  { type: 'answered', question: 'account', answer: 'no' },
  { type: 'answered', question: 'identify', answer: 'number' },
] as const;

/** The form as six different sites would build it. */
const BUILDS: Record<string, string> = {
  'WebForms ids in a table': 'replica.html',
  'a table without labels': 'replica.table.html',
  'label for': 'replica.labels.html',
  'wrapping labels': 'replica.wrapped.html',
  'placeholders only': 'replica.placeholders-only.html',
  'two columns': 'replica.two-column.html',
};
const SUB_STEPS = ['取帳號', '設定密碼', '密碼再填一次', '填真實姓名', '填電子信箱', '信箱再填一次', '暱稱', '打開身分證欄位', '填身分證字號', '其他資料'];
const SUB_STEPS_AFTER = ['忘記密碼用的問題', '填上答案', '填手機號碼', '填驗證碼', '看條款', '送出前看一次'];

/** What is left to do, and what is said of it. */
const AFTER_COMING_BACK = [
  ['設定密碼', '請看網頁上的提醒'],
  ['密碼再填一次', '請看網頁上的提醒'],
  ['填身分證字號', '把身分證字號再填一次'],
  ['填驗證碼', '驗證碼不對也沒關係'],
  ['看條款', '同意的話，再勾選'],
] as const;

const form = (build: string) => readReplica(`egov/04-registration/${build}`);
const title = ({ card }: Sight) => card?.title.replace(/^第 8 步，共 11 步：/, '') ?? '';
const isLast = ({ sight }: Stop) => title(sight) === '送出前看一次';

/** The sub-steps from where the person is to the last, each done as the guide says it. */
async function subSteps(person: Person, typed = '12345'): Promise<Stop[]> {
  return walk(person, { onStop: async () => undefined, typed, isEnd: isLast });
}

/** In the order in which they were first said. */
const titlesOf = (stops: readonly Stop[]) => [...new Set(stops.map(({ sight }) => title(sight)))];

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  const begin = (answer: SiteAnswer | string) => {
    opened.serve({ [SERVED]: answer });
    return opened.begin(FORM, { events: ANSWERS });
  };

  /** Two on every run, all six in `npm run test:full`. */
  const builds = Object.entries(BUILDS).filter((_, index) => process.env.FULL === '1' || index % 5 === 0);
  test.each(builds)('%s: one field after the other, the same in every build', async (_, build) => {
    expect(titlesOf(await subSteps(await begin(form(build))))).toEqual([...SUB_STEPS, ...SUB_STEPS_AFTER]);
  });

  test('another order of the page is followed, and the field that the person is in before all', async () => {
    const html = form('replica.labels.html').replace(/(<section>.*?<\/section>)\s*(<section>.*?<\/section>)/s, '$2 $1');
    const person = await begin(html);
    const first = await person.see('the first field', ({ ring }) => ring !== null);
    expect(title(first)).toBe('填真實姓名');
    await person.pressByReading('textbox', '您的回答');
    expect(title(await person.see('the field in use', (sight) => title(sight) === '填上答案'))).toBe('填上答案');
    await person.pressByReading('textbox', '暱稱');
    expect((await person.see('what is not needed', (sight) => title(sight) === '暱稱')).card?.text).toContain('「暱稱」可以不填');
    await person.fillIn('12345');
    // The field that was filled in before is come past once more with the Tab key.
    expect(titlesOf(await subSteps(person))).toEqual([...SUB_STEPS.slice(3), ...SUB_STEPS.slice(0, 3), ...SUB_STEPS_AFTER]);
  });

  test('a form that was sent and came back: passwords again, and what the page complains of; nothing else', async () => {
    const person = await begin(form('replica.html'));
    await subSteps(person);
    opened.serve({
      [SERVED]: form('replica.errors.html'),
      'www.cp.gov.tw/portal/person/initial/RegistrySuccess.aspx': { status: 302, headers: { Location: FORM }, body: '' },
    });
    const last = await person.see('the last', ({ ring }) => ring !== null);
    await person.pressRing(last);
    await person.answerWarning('insist');
    await person.pressRing(await person.see('the press once more', ({ caution, card }) => caution === null && card?.all.includes('請再按一次') === true));
    const back = await person.see('the form again', (sight) => title(sight) === '設定密碼' && sight.ring !== null);
    expect(back.card?.all).toContain('密碼要再填一次。這是正常的。');
    for (const [wanted, said] of AFTER_COMING_BACK) {
      const shown = await person.see(wanted, (seen) => title(seen) === wanted && seen.card !== null);
      const isAway = shown.card?.buttons.some(({ action }) => action === 'show-me') === true;
      if (isAway) await person.pressOurs(shown.card?.buttons ?? [], 'show-me');
      const sight = await person.see(wanted, (seen) => seen.ring !== null && seen.card?.buttons.every(({ action }) => action !== 'show-me') === true);
      expect(sight.card?.text).toContain(said);
      await person.pressRing(sight);
      if (!(await person.isInField())) continue;
      await person.page.keyboard.type('12345');
      // Away from it, but not into the next.
      await person.page.$eval('h3', (heading) => heading.scrollIntoView({ block: 'center' }));
      await person.page.click('h3');
    }
    await person.see('the last', (sight) => title(sight) === '送出前看一次');
  });

  test('the same page loaded anew without being sent begins at its first field', async () => {
    const person = await begin(form('replica.html'));
    await person.see('the first field', (sight) => title(sight) === '取帳號');
    await person.page.reload();
    await person.see('the first field', (sight) => title(sight) === '取帳號');
  });

  test('entered with a certificate: what is filled in is passed over and said', async () => {
    const person = await begin(form('replica.certificate.html'));
    const first = await person.see('the first field', ({ ring }) => ring !== null);
    expect(first.card?.all).toContain('憑證填好');
    const titles = titlesOf(await subSteps(person));
    expect(titles).toContain('設定密碼');
    for (const filled of ['填真實姓名', '填電子信箱', '填身分證字號']) expect(titles).not.toContain(filled);
  });

  test('公務帳號 chosen all the same: the card says so', async () => {
    const chosen = form('replica.placeholders.html')
      .replace('aria-pressed="true"', 'aria-pressed="false"')
      .replace('aria-pressed="false" name="type"', 'aria-pressed="true" name="type"');
    const person = await begin(chosen);
    await person.see('the note', ({ card }) => card?.all.includes('現在選的是「申請公務帳號」') === true);
  });
});

describe.each(BROWSERS)('in %s, no value is read', (name) => {
  test('with getters that throw in the guide’s own world everything works', async () => {
    const changed = copyExtension(name);
    const throwing = `for (const kind of [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement]) Object.defineProperty(kind.prototype, 'value', { configurable: true, get() { if (!['submit', 'button', 'reset', 'image'].includes(this.type)) throw new Error('a value was read'); }, set() { throw new Error('a value was written'); } });\n`;
    for (const script of ['guide-elearn', 'guide-egov', 'guide-portal']) changed.change(`${script}.js`, (text) => throwing + text);
    const opened = await openBrowser(name, { extension: changed.folder });
    try {
      opened.serve({ [SERVED]: form('replica.html') });
      expect(titlesOf(await subSteps(await opened.begin(FORM, { events: ANSWERS })))).toEqual([...SUB_STEPS, ...SUB_STEPS_AFTER]);
    } finally {
      await opened.close();
      changed.remove();
    }
  });
});
