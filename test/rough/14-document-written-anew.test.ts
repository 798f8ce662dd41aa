import { afterAll, beforeAll, describe, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

const WAITING = '<!doctype html><meta charset="utf-8"><title>-</title><p>請稍候</p>';
const write = (html: string, end = 'document.close()') => `document.open(); document.write(${JSON.stringify(html).replaceAll('</', '<\\/')}); ${end};`;

describe.each(BROWSERS)('in %s a document written anew', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test.each([
    ['once', write(question())],
    ['and left open', write(question(), '')],
    ['ten times in a row', write(WAITING).repeat(9) + write(question())],
    [
      'in two pieces, the second a moment later',
      `${write(question().slice(0, 900), '')} setTimeout(() => { document.write(${JSON.stringify(question().slice(900)).replaceAll('</', '<\\/')}); document.close() }, 100)`,
    ],
    ['over itself', `const html = '<!doctype html>' + document.documentElement.outerHTML; document.open(); document.write(html); document.close()`],
  ])('%s is led through and held', async (what, script) => {
    await at.open(what === 'over itself' ? question() : WAITING);
    if (what === 'over itself') await at.ringIsAround('yes');
    else await at.person.page.waitForSelector('p');
    await at.person.page.evaluate(`{ ${script} }`);
    await at.guidesAndHolds();
  });

  test('while it loads is led through and held', async () => {
    await at.open(`${WAITING}<script>addEventListener('DOMContentLoaded', () => { ${write(question())} })</script>`);
    await at.guidesAndHolds();
  });

  test('under a warning takes the warning with it, and the choice is held again', async () => {
    await at.open(question());
    await at.ringIsAround('yes');
    await at.makeTheMistake();
    await at.person.page.evaluate(write(question()));
    await at.person.see('the warning still, or the page', ({ card, caution }) => card !== null || caution !== null);
    await at.person.page.keyboard.press('Escape');
    await at.guidesAndHolds();
  });
});
