import type { CautionRule, Rule } from '../content-rules/schema';
import type { PageFacts } from './facts/types';
import { locate, locateAll } from './locate';
import { partDue, type Sending } from './part-due';
import { wordsOf } from './parts';
import { awaitsMail, isUnderWay, MAIL_STEP, meets, type Progress } from './progress';
import { type Fit, isThere, recognise } from './recognise';
import type { CautionSeen, Located, PageExtra, Reason, SayWhich, Verdict } from './verdict';
import { pageReasons, targetReasons } from './why';

/** What is known of the document apart from its facts. */
export interface Situation {
  progress: Progress;
  /** The document is in a frame of another. */
  framed: boolean;
  /** Steps whose pages may come in a frame: an unknown page in a frame belongs to the journey only after these. */
  framedSteps: readonly number[];
  /** The page's form was sent from this very document. */
  sentHere?: boolean;
  /** Fill in `why`; left out of ordinary looks for speed. */
  explain?: boolean;
}

/** One look: facts of a page and what is known of the journey in, a verdict out. Pure. */
export function look(facts: PageFacts, rules: readonly Rule[], situation: Situation): Verdict {
  const { recognition, fits } = recognise(facts, rules);
  const why = situation.explain === true ? pageReasons(fits) : [];
  if (recognition.kind === 'one') return Object.freeze(verdictOf(facts, recognition.fit, situation, why));
  const underWay = isUnderWay(situation.progress);
  if (recognition.kind === 'several' && !facts.translated && (underWay || recognition.fits.every((fit) => fit.isFull))) {
    const pages = recognition.fits.map((fit) => fit.rule.id);
    return Object.freeze({ kind: 'ambiguous', pages, step: situation.progress.here || null, why });
  }
  if (facts.translated && situation.progress.answers.civil !== 'yes') {
    const pages = fits.filter((fit) => fit.onPath).map((fit) => fit.rule.id);
    if (underWay || pages.length > 0) return Object.freeze({ kind: 'ambiguous', pages, step: situation.progress.here || null, translated: true, why });
  }
  const belongs = !situation.framed || situation.framedSteps.includes(situation.progress.here);
  if (underWay && belongs) return Object.freeze({ kind: 'lost', step: situation.progress.here, why });
  return Object.freeze({ kind: 'quiet', reason: 'unknown page', why });
}

function verdictOf(facts: PageFacts, fit: Fit, { progress, explain, sentHere }: Situation, why: Reason[]): Verdict {
  const { rule } = fit;
  const sending: Sending = rule.sent === undefined || progress.sentFrom !== rule.id ? 'not-sent' : sentHere === true ? 'still-here' : 'came-back';
  const cautions = cautionsOf(facts, rule, progress);
  const index = rule.targets.findIndex((target) => meets(target.for, progress, rule.id));
  const target = rule.targets[index];
  const say = (part: number): SayWhich => ({ page: rule.id, target: target === undefined ? null : index, part });
  const extra = extraOf(facts, rule);
  const step = target?.step === undefined ? rule.step : target.step;
  const known = { page: rule.id, step, cautions, drift: fit.drift, why, ...(extra === null ? {} : { extra }) };

  // Whoever is led to register once more, or to log in before the mail has come, gets nowhere.
  if (fit.isFull && waitsOn(rule.step, progress))
    return { kind: 'recognised', ...known, step: MAIL_STEP, target: null, say: { page: rule.id, target: null, part: 0, isWaiting: true } };
  if (target === undefined || target.find.length === 0) {
    if (fit.isFull) return { kind: 'recognised', ...known, target: null, say: say(0) };
    return { kind: 'degraded', ...known, target: null, say: say(0), missing: 'page-changed', look: '' };
  }
  const due = partDue(facts, target, progress, rule.id, sending);
  const { location, finders } = due;
  if (explain === true) known.why = [...why, ...targetReasons(facts, rule.id, finders)];
  const saying: SayWhich = {
    ...say(due.part),
    ...(due.isWrong ? { isWrong: true } : {}),
    ...(sending === 'came-back' ? { isBack: true } : {}),
    ...(due.isPrefilled ? { isPrefilled: true } : {}),
  };
  const unsure = { kind: 'degraded', ...known, target: null, say: saying, look: wordsOf(finders) } as const;
  // Words that nobody has seen may be others: that is no sign of a change.
  if (location.found === null && target.optional === true && due.part === 0 && location.missing !== 'covered' && fit.isFull)
    return { kind: 'recognised', ...known, target: null, say: { ...say(0), target: null } };
  if (location.found === null) return { ...unsure, missing: location.missing };
  // A known problem may make the ring wrong; what to look for is said all the same.
  const isOff = extra?.notices.some((number) => rule.notices?.[number]?.ring);
  if (!fit.isFull || isOff) return { ...unsure, missing: 'page-changed' };
  return { kind: 'recognised', ...known, target: location.found, say: saying };
}

/** On pages that come before the mail, and on those of the login after it; not on a way back, which may be there because of the mail. */
function waitsOn(step: number | null, progress: Progress): boolean {
  return step !== null && step !== MAIL_STEP && step < MAIL_STEP + 2 && progress.recovery === null && awaitsMail(progress);
}

function extraOf(facts: PageFacts, { sent, notices }: Rule): PageExtra | null {
  if (sent === undefined && notices === undefined) return null;
  return {
    sends: sent === undefined ? [] : locateAll(facts, sent.by),
    notices: (notices ?? []).flatMap((notice, number) => (isThere(facts, notice) ? number : [])),
  };
}

function cautionsOf(facts: PageFacts, rule: Rule, progress: Progress): CautionSeen[] {
  return rule.cautions
    .filter((caution) => meets(caution.for, progress, rule.id))
    .map((caution) => cautionSeen(facts, rule, caution))
    .filter((seen) => seen.about.length > 0);
}

function cautionSeen(facts: PageFacts, rule: Rule, caution: CautionRule): CautionSeen {
  const about = locateAll(facts, caution.about);
  const isMade = about.some((located) => isChecked(facts, located));
  const holdsNow = caution.weight !== 'note' && (caution.hold === undefined || isMade);
  const chosen = caution.choose === undefined ? null : locate(facts, caution.choose).found;
  return {
    id: caution.id,
    page: rule.id,
    weight: caution.weight,
    about,
    held: holdsNow ? (caution.hold === undefined ? about : locateAll(facts, caution.hold.find)) : [],
    choose: chosen,
    noted: caution.say['zh-TW'].note !== undefined && ((caution.hold === undefined && caution.once === undefined) || isMade),
  };
}

function isChecked(facts: PageFacts, located: Located): boolean {
  return facts.controls.find((control) => control.element === located.element)?.checked === true;
}
