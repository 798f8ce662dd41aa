import { copyFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sight } from '../../tools/walk/person';
import { BROWSERS, finished, type Opened, openBrowser } from '../browser/opened';
import { type ChangedExtension, copyExtension } from '../browser-support/changed-extension';
import { journalOf } from '../browser-support/own-page';

const QUESTION = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

describe.each(BROWSERS)('in %s, the script is started twice in every document', (name) => {
  let opened: Opened;
  let extension: ChangedExtension;
  beforeAll(async () => {
    extension = copyExtension(name);
    // Under another name, since a browser starts no file twice.
    copyFileSync(`${extension.folder}/guide-elearn.js`, `${extension.folder}/again.js`);
    extension.change('manifest.json', (text) => text.replace('"guide-elearn.js"', '"guide-elearn.js","again.js"'));
    opened = await openBrowser(name, { extension: extension.folder });
  });
  afterAll(async () => {
    await opened?.close();
    extension?.remove();
  });

  test('one overlay, one warning for a press, one more press passes, one arrival', async () => {
    const person = await opened.begin(QUESTION, { events: finished(3) });
    await person.see('the question', hasBoth);
    const hosts = () => person.page.evaluate(() => document.querySelectorAll('html > register-guide').length);
    expect(await hosts()).toBe(1);
    await person.pressByReading('radio', '否');
    await person.pressByReading('button', '下一步');
    await person.see('the warning', ({ caution }) => caution !== null);
    expect(await hosts()).toBe(1);
    expect((await opened.driver.overlays(person.page)).filter(({ caution }) => caution !== null)).toHaveLength(1);
    await person.answerWarning('insist');
    expect((await person.glance()).caution).toBeNull();
    await person.pressByReading('button', '下一步');
    await person.see('the page behind 否', ({ address }) => address.includes('co_new_member_no'));
    const { events } = await journalOf(opened.ownPage);
    expect(events.filter((event) => event.type === 'arrived' && event.page === 'elearn/05-certificate-question')).toHaveLength(1);
  });
});
