import { afterAll, beforeAll, describe, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { CLOBBERED_DOCUMENT, CLOBBERING_FIELDS } from '../browser/hostile-scripts';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

const withFields = (html: string) => html.replace('<div class="panel-body">', `<div class="panel-body">${CLOBBERING_FIELDS}`);
const withForms = (html: string) => html.replace('<div class="footer">', `${CLOBBERED_DOCUMENT}<div class="footer">`);

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test.each([
    ['whose fields take the place of their form’s properties', withFields],
    ['whose forms take the place of the document’s properties', withForms],
    ['with both', (html: string) => withForms(withFields(html))],
    [
      'whose choices have such names',
      (html: string) => withFields(html).replaceAll('name="need"', 'name="closest"').replace('type="submit"', 'type="submit" name="submit"'),
    ],
  ])('a page %s is led through and held', async (_, change) => {
    await at.open(question('', change));
    await at.guidesAndHolds();
  });

  test('a page that gives its fields such names while it is looked at is led through and held', async () => {
    await at.open(question());
    await at.ringIsAround('yes');
    await at.person.page.evaluate((fields: string) => document.forms[0]?.insertAdjacentHTML('afterbegin', fields), CLOBBERING_FIELDS);
    await at.guidesAndHolds();
  });
});
