import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readReplica } from '../../tools/site/replica-site';
import { AtQuestion, question } from '../browser/at-question';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { frames } from './support/frames';

/** Writes down every event, message, change and call that a script of the page can notice, from its first moment on. */
const SPIES = `
  window.noticed = [];
  const note = (what) => window.noticed.push(what);
  const dispatch = EventTarget.prototype.dispatchEvent;
  for (const type of ['message', 'messageerror', 'storage', 'error', 'unhandledrejection', 'hashchange', 'popstate', 'click', 'change', 'input', 'submit', 'keydown',
    'wxt:content-script-started', 'wxt:reload-content-script', 'wxt:locationchange', 'securitypolicyviolation', 'register-guide'])
    for (const at of [window, document]) at.addEventListener(type, () => note('event ' + type), true);
  EventTarget.prototype.dispatchEvent = function (event) { note('dispatch ' + event.type); return dispatch.call(this, event) };
  const post = window.postMessage; window.postMessage = function (...given) { note('post'); return post.apply(this, given) };
  const fetchAs = window.fetch; window.fetch = function (...given) { note('fetch'); return fetchAs.apply(this, given) };
  const before = new Set(Object.getOwnPropertyNames(window));
  window.newNames = () => Object.getOwnPropertyNames(window).filter((name) => !before.has(name) && !['newNames'].includes(name));
  document.addEventListener('DOMContentLoaded', () => new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes } of records) note([type, target.nodeName, attributeName, ...[...addedNodes].map((node) => '+' + node.nodeName)].filter(Boolean).join(' '));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true }));
  new PerformanceObserver((list) => { for (const { name } of list.getEntries()) if (!/replica\\.js|favicon/.test(name)) note('request ' + name) }).observe({ type: 'resource', buffered: true });`;

describe.each(BROWSERS)('in %s a page sees', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());
  const noticed = () =>
    at.person.page.evaluate(() => {
      const { noticed: all, newNames } = globalThis as unknown as { noticed: string[]; newNames(): string[] };
      return [...all, ...newNames().map((each) => `name ${each}`)];
    });

  test('nothing of us where there is nothing to ring', async () => {
    const faq = readReplica('lookalikes/faq-paragraphs.html').replace('<meta charset="utf-8">', `<meta charset="utf-8"><script>${SPIES}</script>`);
    opened.serve({ 'elearn.hrd.gov.tw/mooc/co_faq.php': faq });
    at.person = await opened.begin('https://elearn.hrd.gov.tw/mooc/co_faq.php');
    // It has been looked at: the guide can say what it made of it.
    await expect.poll(() => at.person.explain()).toMatchObject({ verdict: 'quiet' });
    await frames(at.person.page, 30);
    expect(await noticed()).toEqual([]);
    expect(await at.person.page.evaluate(() => document.querySelector('register-guide'))).toBeNull();
  });

  test('one element of ours where there is something to ring, empty and without a word of what it says', async () => {
    await at.open(question(SPIES));
    await at.ringIsAround('yes');
    expect(await noticed()).toEqual(['childList HTML +REGISTER-GUIDE']);
    const ours = await at.person.page.evaluate(() => {
      const element = document.querySelector('register-guide') as HTMLElement;
      return [element.outerHTML, element.shadowRoot, element.innerText];
    });
    expect(ours).toEqual(['<register-guide popover="manual"></register-guide>', null, '']);
  });

  test('no file of ours, whatever address it tries', async () => {
    await at.open(question());
    await at.ringIsAround('yes');
    const files = ['manifest.json', 'guide.js', 'popup.html', 'background.js', 'icon/16.png', '_locales/zh_TW/messages.json'].map(
      (file) => `${opened.driver.extensionOrigin}/${file}`,
    );
    const answers = await at.person.page.evaluate(
      (addresses: string[]) =>
        Promise.all(
          addresses.map((address) =>
            fetch(address).then(
              () => 'there',
              () => 'nothing',
            ),
          ),
        ),
      files,
    );
    expect(new Set(answers)).toEqual(new Set(['nothing']));
  });
});
