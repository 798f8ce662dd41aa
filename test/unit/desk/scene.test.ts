import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../content-rules/schema';
import { breakPage } from '../../../drills/break-page';
import { readFacts } from '../../../engine/facts/read';
import { look } from '../../../engine/look';
import { foldProgress, NO_PROGRESS } from '../../../engine/progress';
import { describe as describeLine, isThere as isThereIn } from '../../../engine/recognise';
import { vocabularyOf } from '../../../engine/vocabulary';
import type { Caller } from '../../../support/desk/caller';
import { isSameSight, sceneOf } from '../../../support/desk/scene';
import { scenesOf } from '../../../tools/build/scenes';
import { cases, help, pack } from '../../support/content';
import { closePage, openReplica, sightWithoutLayout } from '../../support/page';

const SCENES = scenesOf({ pack, cases });

/** What a guide makes of the page that the support desk plays for a caller. */
function seenOf(caller: Caller) {
  const scene = sceneOf(caller, SCENES, pack, help);
  if (scene === null) return null;
  const { document } = openReplica(scene.replica, scene.address);
  const { host, pathname: path } = new URL(scene.address);
  const vocabulary = vocabularyOf(pack, caller.page?.split('/')[0] as 'elearn');
  const read = () => readFacts(document, { host, path }, vocabulary, sightWithoutLayout(document));
  breakPage(document, scene.broken, read);
  const arrived = { type: 'arrived', page: caller.page as string, step: caller.step } as const;
  const progress = foldProgress([...scene.events, arrived], pack.journey.tells);
  const verdict = look(read().facts, vocabulary.rules, { progress, framed: false, framedSteps: [] });
  closePage(document);
  return verdict;
}

/** Whether a line of evidence holds in the plain replica. */
function isThere(id: string, line: Evidence): boolean {
  const [scene] = SCENES[id] ?? [];
  const { document } = openReplica(scene?.replica ?? '', scene?.address ?? '');
  const { host, pathname: path } = new URL(scene?.address ?? '');
  const { facts } = readFacts(document, { host, path }, vocabularyOf(pack, id.split('/')[0] as 'elearn'), sightWithoutLayout(document));
  closePage(document);
  return isThereIn(facts, line);
}

const callerAt = (page: string, step: number | null, target: number | null, how: Partial<Caller>): Caller => ({
  kind: 'recognised',
  reason: null,
  page,
  step,
  target,
  part: 0,
  failed: [],
  progress: { ...NO_PROGRESS, answers: { ...NO_PROGRESS.answers, hours: 'yes', civil: 'no' }, here: step ?? 0 },
  ...how,
});

describe.each(pack.rules.map((rule) => [rule.id, rule] as const))('%s as a caller has it', (id, rule) => {
  const whole = seenOf(callerAt(id, rule.step, null, {}));
  const target = whole?.kind === 'recognised' ? whole.say.target : null;
  it('is recognised where it was', () => {
    expect(whole?.kind).toBe('recognised');
    expect(whole !== null && isSameSight(callerAt(id, rule.step, target, {}), whole)).toBe(true);
  });
  it('has lost the words that failed', () => {
    const [line] = rule.recognise.all.filter((each) => each.absence === 'drift' && isThere(id, each));
    if (line === undefined) return;
    const seen = seenOf(callerAt(id, rule.step, target, { failed: [describeLine(line)] }));
    // The same words may be needed besides.
    const missed = seen !== null && 'drift' in seen ? seen.drift : Number.POSITIVE_INFINITY;
    expect(missed).toBeGreaterThan(whole !== null && 'drift' in whole ? whole.drift : Number.POSITIVE_INFINITY);
  });
});

/** Where what is due is the page's only sign of itself, it cannot be told once that is gone: the desk says that its guide sees something else. */
const NOT_PLAYED = new Set(['elearn/07-wizard-end not-found']);

describe('what is due is gone, not to be pressed, or there twice', () => {
  const pointed = pack.rules.flatMap(({ id, step, targets }) => {
    const whole = seenOf(callerAt(id, step, null, {}));
    // What is optional is never missed by a guide.
    const isOptional = whole?.kind === 'recognised' && targets[whole.say.target ?? -1]?.optional === true;
    return whole?.kind === 'recognised' && whole.target !== null && !isOptional ? [{ id, step, target: whole.say.target }] : [];
  });
  it('there are pages where something is due', () => {
    expect(pointed.length).toBeGreaterThan(12);
  });
  it.each(pointed)('$id', ({ id, step, target }) => {
    for (const reason of ['not-found', 'not-enabled', 'several'] as const) {
      const caller = callerAt(id, step, target, { kind: 'degraded', reason });
      const seen = seenOf(caller);
      expect(seen !== null && isSameSight(caller, seen), `${reason}: ${JSON.stringify(seen)}`).toBe(!NOT_PLAYED.has(`${id} ${reason}`));
    }
  });
});

it('the scene begins where the caller is, with what they have answered', () => {
  const caller = callerAt('egov/04-registration', 8, 0, {
    progress: { ...NO_PROGRESS, answers: { hours: 'yes', civil: 'no', account: 'no', identify: 'number' }, arrivals: { 'egov/04-registration': 2 } },
  });
  const progress = foldProgress(sceneOf(caller, SCENES, pack, help)?.events ?? [], pack.journey.tells);
  expect(progress.answers).toEqual(caller.progress.answers);
  expect([...progress.seen].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(progress.arrivals['egov/04-registration']).toBe(1);
});
