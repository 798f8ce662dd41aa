import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../engine/facts/read';
import type { PageFacts } from '../../../engine/facts/types';
import { type Vocabulary, vocabularyOf } from '../../../engine/vocabulary';
import { WordIndex } from '../../../engine/word-index';
import { cases, pack } from '../../support/content';
import { closePage, openReplica, sightWithoutLayout } from '../../support/page';
import { siteOf } from '../../support/readings';

/** The number in the order of the page counts what was passed over, and only which comes first matters. */
function ranked({ texts, controls, ...facts }: PageFacts) {
  const orders = [...new Set([...texts, ...controls].map(({ order }) => order))].sort((a, b) => a - b);
  const rank = <T extends { order: number }>(entry: T) => ({ ...entry, order: orders.indexOf(entry.order) });
  return { ...facts, texts: texts.map(rank), controls: controls.map(rank) };
}

describe('blocks that cannot hold anything known are passed over, and nothing is missed by it', () => {
  const pages = new Map(cases.map(({ folder, case: { replica, url } }) => [`${folder}/${replica} at ${url}`, { file: `${folder}/${replica}`, url }]));
  it.each([...pages])('%s', (_, { file, url }) => {
    const { host, pathname } = new URL(url);
    const { document } = openReplica(file, url);
    const vocabulary = vocabularyOf(pack, siteOf(pack.journey, host) ?? 'elearn');
    const read = (asked: Vocabulary) => readFacts(document, { host, path: pathname }, asked, sightWithoutLayout(document));
    const everyText = Object.assign(new WordIndex([]), { isAnyIn: () => true });
    const [inPart, whole] = [read(vocabulary), read({ ...vocabulary, raw: /(?:)/, buttonNames: everyText })];
    expect(ranked(inPart.facts)).toEqual(ranked(whole.facts));
    expect(inPart.elements).toEqual(whole.elements);
    closePage(document);
  });
});
