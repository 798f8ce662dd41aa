import { describe, expect, it } from 'vitest';
import { findersOf } from '../../engine/vocabulary';
import { describeElement, nameOf } from '../../platform/explain';
import { cases, pack } from '../support/content';
import { closePage, openHtml, openReplica } from '../support/page';

/** Words of a person, in every place of an element from which something could be told. */
const PERSONAL = { id: 'wang-ming', class: 'A123456789', name: 'chen-mail', role: 'lin-tatung', href: '/陳美麗?wang' };
const NAME_GOES_ON = '王小明';
const PLANTED = [...Object.values(PERSONAL), '陳美麗', NAME_GOES_ON];
const AT = 'https://elearn.hrd.gov.tw/';

const begins = pack.rules.flatMap((rule) =>
  findersOf(rule)
    .filter(({ role }) => role === 'button')
    .flatMap(({ name }) => [name ?? []].flat().filter((words) => words.endsWith('…'))),
);

describe('what is told of an element outside its page', () => {
  it('there are names that may go on with anything', () => expect(begins.length).toBeGreaterThan(0));

  it.each([...new Set(begins), '登入'])('%s: the words of the rules, its kind and its place, and nothing that is written in it', (words) => {
    const goesOn = words.endsWith('…') ? NAME_GOES_ON : '';
    const attributes = Object.entries(PERSONAL).map(([name, value]) => `${name}="${value}"`);
    const html = `<!doctype html><body><a>一</a><a ${attributes.join(' ')}>${words.replace('…', '')}? ${goesOn}</a>`;
    const { document } = openHtml(html, AT);
    const [, link] = document.querySelectorAll('a');
    const told = describeElement(link as Element, pack.rules);
    expect(nameOf(link as Element)).toContain(goesOn);
    closePage(document);
    expect(told).toEqual({ role: 'link', name: words, tag: 'a', at: 1 });
    expect(PLANTED.filter((word) => JSON.stringify(told).includes(word))).toEqual([]);
  });

  it('of one whose name no rule has only where it is', () => {
    const { document } = openHtml(`<!doctype html><body><button aria-label="${NAME_GOES_ON}">${NAME_GOES_ON}</button>`, AT);
    const told = describeElement(document.querySelector('button') as Element, pack.rules);
    closePage(document);
    expect(told).toEqual({ role: 'button', name: '', tag: 'button', at: 0 });
  });

  it('and every element of the replicas that is to be pointed at is told by words of the rules', () => {
    const known = new Set(pack.rules.flatMap(findersOf).flatMap(({ name }) => name ?? []));
    const nameless: string[] = [];
    for (const { folder, case: entry } of cases) {
      const { document, marks } = openReplica(`${folder}/${entry.replica}`, entry.url);
      for (const [element, mark] of marks) {
        if (mark !== entry.expect.target) continue;
        const { name } = describeElement(element, pack.rules);
        if (name === '') nameless.push(`${folder}/${entry.replica} ${mark}`);
        else expect(known).toContain(name);
      }
      closePage(document);
    }
    expect(nameless).toEqual([]);
  });
});
