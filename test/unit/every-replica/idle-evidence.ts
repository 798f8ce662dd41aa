import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../content-rules/schema';
import type { PlacedCase } from '../../../tools/build/rule-pack';
import { cases, pack } from '../../support/content';
import { type Looked, lookAtCase, readCase } from '../../support/looked';

/** Whether a case's own expectations hold: what replicas.test.ts looks at, in one word. */
function isMet({ verdict, target, cautions }: Looked, { folder, case: { expect: wanted } }: PlacedCase): boolean {
  const told = verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict : null;
  const owner = folder === 'lookalikes' ? null : folder;
  return (
    [wanted.verdict].flat().includes(verdict.kind) &&
    (told === null || told.page === owner) &&
    target === wanted.target &&
    (wanted.cautions === undefined || JSON.stringify(cautions) === JSON.stringify([...wanted.cautions].sort())) &&
    (wanted.drift === undefined || told?.drift === wanted.drift)
  );
}

/** The documents of each case are read once: which words are looked for does not change when a rule asks for less. */
const read = cases.map((placed) => ({ placed, documents: readCase(pack, placed) }));
const siteOfCase = (documents: (typeof read)[number]['documents']) => documents.map((document) => document.read?.site);

/** The first case that no longer comes out as it should with these rules of one site. */
function firstUnmet(rules: readonly Rule[], site: string): PlacedCase | undefined {
  return read.find(
    ({ placed, documents }) => siteOfCase(documents).includes(site as never) && !isMet(lookAtCase(documents, rules, pack.journey, placed), placed),
  )?.placed;
}

/** A rule's lines, each with the rules of the pack without it. */
const lines = pack.rules.flatMap((rule) =>
  (['all', 'none'] as const).flatMap((part) =>
    rule.recognise[part].map((line, index) => {
      const fewer = { ...rule, recognise: { ...rule.recognise, [part]: rule.recognise[part].filter((_, other) => other !== index) } };
      return { id: rule.id, part, line: JSON.stringify(line), without: pack.rules.map((other) => (other === rule ? fewer : other)) };
    }),
  ),
);

describe('no line of evidence is idle: without it some case comes out wrong', () => {
  it('with all of them every case comes out right', () => {
    for (const site of Object.keys(pack.journey.sites)) expect(firstUnmet(pack.rules, site)).toBeUndefined();
  });
  it.each(lines.map(({ id, part, line, without }) => [`${id} ${part} ${line}`, id, without] as const))('%s', (_, id, without) => {
    expect(firstUnmet(without, id.split('/')[0] as string), 'no case misses this line: add one, or take the line away').toBeDefined();
  });
});
