import * as chinese from 'opencc-js/t2cn';
import { changeWords, type Drill, type Drilled, textNodes } from '../../drills/drill';

/** Redesigns of what is read: written otherwise, said otherwise, missing, or in another language. */

const FULL_WIDTH: Record<string, string> = { ',': '，', ':': '：', '(': '（', ')': '）', '?': '？' };

function otherPunctuation({ document, random }: Drilled) {
  const swap = random.next() < 0.5;
  changeWords(document, (text) =>
    swap
      ? text.replace(/[,:()?]/g, (mark) => FULL_WIDTH[mark] ?? mark)
      : text.replace(/[，：（）？]/g, (mark) => Object.entries(FULL_WIDTH).find(([, wide]) => wide === mark)?.[0] ?? mark),
  );
  return true;
}

function fullWidth({ document }: Drilled) {
  changeWords(document, (text) => text.replace(/[A-Za-z0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)));
  return true;
}

function halfWidth({ document }: Drilled) {
  changeWords(document, (text) => text.normalize('NFKC'));
  return true;
}

function spaces({ document }: Drilled) {
  changeWords(document, (text) => text.replace(/([\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, '$1\u3000'));
  return true;
}

function variants({ document }: Drilled) {
  changeWords(document, (text) =>
    text.replace(/臺|台/g, (sign) => (sign === '臺' ? '台' : '臺')).replace(/我的[eE]政府/g, (name) => (name.includes('e') ? '我的E政府' : '我的e政府')),
  );
  return true;
}

/** One piece of text says it otherwise. */
function reword({ document, random }: Drilled) {
  const nodes = textNodes(document).filter(({ data }) => /[\u4e00-\u9fff]{2}/.test(data));
  if (nodes.length === 0) return false;
  const node = random.pick(nodes);
  node.data = node.data.replace(/[\u4e00-\u9fff]{2}/, '其他');
  return true;
}

function rewordTarget({ document, target }: Drilled) {
  const words = (target?.textContent ?? '').trim();
  if (target === null || words === '') return false;
  for (const node of textNodes(document)) if (target.contains(node)) node.data = '繼續';
  return true;
}

function removeTwoTexts({ document, random }: Drilled) {
  const nodes = random.shuffle(textNodes(document)).slice(0, 2);
  for (const node of nodes) node.remove();
  return nodes.length === 2;
}

/** As a translator in the browser does it: the words in nested `font`, a class on the root, names in attributes too. */
function translate({ document }: Drilled) {
  const english = (text: string) => text.replace(/[\u3400-\u9fff]+/g, 'some English words');
  document.documentElement.classList.add('translated-ltr');
  document.documentElement.setAttribute('lang', 'en');
  for (const node of textNodes(document)) {
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = english(node.data);
    outer.append(inner);
    node.replaceWith(outer);
  }
  changeWords(document, english);
  return true;
}

const toSimplified = chinese.Converter({ from: 'tw', to: 'cn' });

/** As a converter extension does it, sign by sign. */
function simplify({ document }: Drilled) {
  changeWords(document, toSimplified);
  return true;
}

/** A change of the right element itself, as those of target-drills.ts are. */
export const REWORDED_TARGET: Drill = { name: 'the target reworded', keeps: 'nothing', apply: rewordTarget };

export const WORD_DRILLS: Drill[] = [
  { name: 'punctuation in the other width', keeps: 'words', apply: otherPunctuation },
  { name: 'letters and digits in full width', keeps: 'words', apply: fullWidth },
  { name: 'everything in half width', keeps: 'words', apply: halfWidth },
  { name: 'spaces between characters', keeps: 'words', apply: spaces },
  { name: '臺/台 and e/E', keeps: 'words', apply: variants },
  { name: 'in simplified characters', keeps: 'nothing', apply: simplify },
  { name: 'one piece of text reworded', keeps: 'nothing', apply: reword },
  REWORDED_TARGET,
  { name: 'two texts removed', keeps: 'nothing', apply: removeTwoTexts },
  { name: 'translated to English', keeps: 'nothing', apply: translate },
];
