import { expect, it } from 'vitest';
import { isTranslated } from '../../engine/facts/translated';
import { openHtml } from '../support/page';

const answer = (root: string, title: string) =>
  isTranslated(openHtml(`<!doctype html><html ${root}><head><title>${title}</title></head><body></body></html>`, 'https://elearn.hrd.gov.tw/').document);

it.each([
  ['class="translated-ltr" lang="zh-Hant-TW"', 'e等公務園+學習平臺'],
  ['class="no-js translated-rtl"', ''],
  ['lang="en"', 'e-learning platform - Home'],
  ['lang="vi"', ''],
])('%s, %s: a translator has been here', (root, title) => expect(answer(root, title)).toBe(true));

it.each([
  ['lang="zh-Hant-TW"', 'e等公務園+學習平臺'],
  ['lang="zh"', 'learn_dashboard.php'],
  ['', 'learn_dashboard.php'],
  ['lang="en"', '學習平臺'],
  ['class="not-translated-yet"', '首頁'],
])('%s, %s: as it was written', (root, title) => expect(answer(root, title)).toBe(false));

it('a document without a root is not', () => {
  const { document } = openHtml('', 'https://elearn.hrd.gov.tw/');
  document.documentElement.remove();
  expect(isTranslated(document)).toBe(false);
});
