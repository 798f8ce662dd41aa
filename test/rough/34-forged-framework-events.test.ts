import { afterAll, beforeAll, describe, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

/** What WXT's own content scripts tell each other, by which a newer one ends an older one; sent before the guide starts, and after. */
const FORGES = `
  const forge = () => {
    for (const at of [document, window]) for (const type of ['wxt:content-script-started', 'wxt:reload-content-script', 'register-guide:guide:wxt:content-script-started'])
      at.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: { contentScriptName: 'guide', messageId: Math.random().toString(36) } }));
    window.postMessage({ type: 'wxt:content-script-started', contentScriptName: 'guide', messageId: Math.random().toString(36) }, '*');
    window.postMessage({ type: 'wxt:content-script-started', contentScriptName: 'guide', isReload: true, invalidate: true }, '*');
  };
  forge();
  addEventListener('DOMContentLoaded', forge);
  addEventListener('load', forge);`;

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test('a page that forges the events of the build framework ends nothing', async () => {
    await at.open(question(FORGES));
    await at.ringIsAround('yes');
    await at.person.page.evaluate('forge()');
    await at.guidesAndHolds();
  });
});
