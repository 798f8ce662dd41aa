import { describe, expect, it } from 'vitest';
import { cardFor } from '../../../components/card-model';
import { carriedBy, expectSound, situationOf } from '../../support/cards';
import { cases, pack } from '../../support/content';
import { lookAtCase, progressOf, readCase } from '../../support/looked';
import { siteOf } from '../../support/readings';
import { LANGUAGES } from '../../support/sentences';

const looked = cases.map((placed) => ({ placed, ...lookAtCase(readCase(pack, placed), pack.rules, pack.journey, placed) }));

describe.each(LANGUAGES)('every card of every case is whole: %s', (language) => {
  it.each(
    looked.map(
      (entry) =>
        [
          `${entry.placed.folder} ${entry.placed.case.replica} ${JSON.stringify(entry.placed.case.given ?? {})} ${entry.placed.case.without ?? ''}`,
          entry,
        ] as const,
    ),
  )('%s', (_, { placed, verdict }) => {
    const progress = progressOf(placed.case.given, pack.journey, placed.folder);
    const carried = carriedBy(siteOf(pack.journey, new URL(placed.case.url).host) ?? 'elearn');
    for (const more of [{}, { isOutOfView: true, pressAgain: '下一步', mailIsLate: true }]) {
      const card = cardFor(verdict, situationOf(progress, language, { ...more, pack: carried }));
      if (card === null) expect(verdict.kind === 'quiet' || progress.answers.civil === 'yes').toBe(true);
      else expectSound(card);
      expect(card).toEqual(cardFor(verdict, situationOf(progress, language, { ...more, pack })));
    }
  });
});
