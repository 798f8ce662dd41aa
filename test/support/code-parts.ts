import type { Random } from '../../drills/random';
import type { Answers } from '../../engine/progress';
import { LOST_VALUES, NEWEST_LAYOUT } from '../../support/layout';
import { PAGE_TABLE, type PageTable, pagesAt, partAt, placesOf } from '../../support/page-table';
import type { CodeParts } from '../../support/parts';

const { answers, verdicts } = NEWEST_LAYOUT;
const QUESTIONS = Object.keys(answers) as (keyof typeof answers)[];

export const NOTHING_SAID = { hours: 'unsaid', civil: 'unsaid', account: 'unsaid', identify: 'unsaid' } as const satisfies Answers;

/** Somebody at the first thing of the home page, of whom nothing else is known. */
export const PLAIN: CodeParts = {
  edition: PAGE_TABLE.editions.length,
  page: 'elearn/01-home',
  spot: 1,
  kind: 'recognised',
  reason: null,
  step: null,
  failed: [],
  answers: NOTHING_SAID,
  visit: 'first',
  recovery: null,
};

/** Where a code may say that somebody is: every page with each thing that is pointed at, and no page. */
export function everyPlace(edition: number, table: PageTable = PAGE_TABLE) {
  const onPages = pagesAt(table, edition).flatMap(({ id, look }) =>
    Array.from({ length: placesOf(look) }, (_, spot) => ({
      page: id as string | null,
      spot,
      conditions: look.conditions,
      words: partAt(look, spot)?.words ?? null,
    })),
  );
  return [{ page: null, spot: 0, conditions: [] as readonly string[], words: null }, ...onPages];
}

/** Every verdict with its reason, and the step that it has of its own. */
export function everyVerdict(): Pick<CodeParts, 'kind' | 'reason' | 'step'>[] {
  const lost = Array.from({ length: LOST_VALUES }, (_, step) => ({ kind: 'lost', reason: null, step }) as const);
  return [...lost, ...verdicts.map(([kind, reason]) => ({ kind, reason, step: null }))];
}

/** Every combination of answers. */
export function everyAnswer(): Answers[] {
  return QUESTIONS.reduce<Record<string, string>[]>(
    (sets, question) => sets.flatMap((set) => answers[question].map((given) => ({ ...set, [question]: given }))),
    [{}],
  ) as Answers[];
}

/** Any parts at all, with what is given left as it is. */
export function drawnParts(random: Random, edition: number, table: PageTable = PAGE_TABLE, given: Partial<CodeParts> = {}): CodeParts {
  const { page, spot, conditions } = random.pick(everyPlace(edition, table).filter((place) => given.page === undefined || place.page === given.page));
  const verdict = random.pick(everyVerdict());
  const drawn: CodeParts = {
    edition,
    page,
    spot,
    ...verdict,
    failed: conditions.flatMap((_, condition) => (random.below(3) === 0 ? [condition] : [])),
    answers: random.pick(everyAnswer()),
    visit: random.pick(['first', 'again']),
    recovery: random.pick([null, ...table.recoveries]),
    ...given,
  };
  // Without a page, and not in the middle of a step, the code has room for the step.
  return drawn.page === null && drawn.kind !== 'lost' ? { ...drawn, step: given.step ?? random.below(12) } : drawn;
}
