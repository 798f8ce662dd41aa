import type { Evidence, Rule } from '../content-rules/schema';
import type { ControlFact, PageFacts } from './facts/types';
import { matchesGlob } from './glob';
import { isCalled, patterns } from './normalise';

/** How well one rule fits a page. */
export interface Fit {
  rule: Rule;
  /** Every needed line of evidence is there and none of the excluding ones. */
  isFull: boolean;
  /** Enough of it is there to say which page this was, though it has changed. */
  isPartial: boolean;
  /** Every control that speaks for it is covered by something. */
  isBehind: boolean;
  share: number;
  onPath: boolean;
  /** The address is one that the rule has in full, without a star. */
  isAtHome: boolean;
  /** Lines that are missing although the page is told, an unknown path counted among them. */
  drift: number;
  readonly lines: { condition: string; passed: boolean }[];
}

/** Which page a document shows: one rule, several that cannot be told apart, or none. */
export type Recognition = { kind: 'one'; fit: Fit } | { kind: 'several'; fits: Fit[] } | { kind: 'none' };

/**
 * Law 1, exactly one page may win, by evidence that a person can see, one line of it a control. A path never decides
 * against the words; it only settles between pages that the words leave equal.
 */
export function recognise(facts: PageFacts, rules: readonly Rule[]): { recognition: Recognition; fits: Fit[] } {
  const fits = rules.map((rule) => fitOf(facts, rule));
  // Where the address is that of one page, what is left of another one's words does not outweigh it.
  if (fits.some((fit) => fit.isAtHome)) for (const fit of fits) fit.isPartial &&= fit.onPath;
  const candidates = fits.filter((fit) => fit.isFull || fit.isPartial);
  // A page that lies behind a dialog only counts when nothing is known of the dialog.
  const inFront = candidates.filter((fit) => !fit.isBehind);
  const possible = inFront.length > 0 ? inFront : candidates;
  const full = possible.filter((fit) => fit.isFull);
  return { recognition: full.length > 0 ? settle(full, () => 0) : settle(possible, (fit) => fit.share), fits };
}

function settle(fits: Fit[], weight: (fit: Fit) => number): Recognition {
  const score = (fit: Fit) => weight(fit) + (fit.onPath ? 0.25 : 0);
  const best = Math.max(...fits.map(score));
  const winners = fits.filter((fit) => score(fit) === best);
  const [winner] = winners;
  if (winner === undefined) return { kind: 'none' };
  return winners.length === 1 ? { kind: 'one', fit: winner } : { kind: 'several', fits: winners };
}

function fitOf(facts: PageFacts, rule: Rule): Fit {
  const lines = rule.recognise.all.map((line) => ({ line, passed: isThere(facts, line) }));
  const excluding = rule.recognise.none.map((line) => ({ line, passed: !isThere(facts, line) }));
  const onPath = rule.recognise.path.some((glob) => matchesGlob(facts.path, glob.toLowerCase()));
  const isAtHome = rule.recognise.path.some((path) => path.toLowerCase() === facts.path);
  const needed = lines.filter(({ line }) => line.absence !== 'drift');
  const there = lines.filter(({ passed }) => passed);
  const isClear = excluding.every(({ passed }) => passed);
  const hasControl = there.some(({ line }) => isControl(line));
  const hasWords = there.some(({ line }) => !isControl(line));
  const neededThere = needed.filter(({ passed }) => passed).length;
  const share = there.length / lines.length;
  return {
    rule,
    isFull: isClear && hasControl && there.length >= 2 && neededThere === needed.length,
    // The page's own address may stand in for a control that is gone: that is enough for words, never for a ring. Controls without words could be
    // those of any form.
    isPartial: isClear && hasWords && there.length >= 2 && share >= 0.5 && (isAtHome || (hasControl && (onPath || share > 0.6))),
    isBehind: there.every(({ line }) => !isControl(line) || controlsOf(facts, line).every(({ covered }) => covered)),
    share,
    onPath,
    isAtHome,
    drift: lines.length - there.length + (onPath ? 0 : 1),
    // Only explanations ask for it.
    get lines() {
      return [
        ...lines.map(({ line, passed }) => ({ condition: describe(line), passed })),
        ...excluding.map(({ line, passed }) => ({ condition: `not ${describe(line)}`, passed })),
        { condition: `path ${rule.recognise.path.join(' or ')}`, passed: onPath },
      ];
    },
  };
}

function isControl(line: Evidence): boolean {
  return 'button' in line || 'choice' in line || 'field' in line;
}

/** A control is evidence while it is shown, even if disabled or covered; a link in a sentence is only a quotation. */
export function isThere(facts: PageFacts, line: Evidence): boolean {
  if ('text' in line) {
    const wanted = patterns(line.text);
    return facts.texts.some(({ words }) => wanted.some(({ text }) => words.includes(text)));
  }
  if ('heading' in line) {
    const wanted = patterns(line.heading);
    return facts.texts.some(({ whole }) => whole !== null && isCalled(whole, wanted));
  }
  return controlsOf(facts, line).length > 0;
}

/** The controls that a line of evidence speaks of. */
function controlsOf(facts: PageFacts, line: Evidence): ControlFact[] {
  if ('text' in line || 'heading' in line) return [];
  const isOfKind = (control: ControlFact) =>
    'button' in line ? control.role === 'button' : 'field' in line ? control.role === 'field' : control.role === 'radio' || control.role === 'checkbox';
  const wanted = patterns('button' in line ? line.button : 'field' in line ? line.field : line.choice);
  return facts.controls.filter((control) => control.shown && !control.inSentence && isOfKind(control) && isCalled(control.name, wanted));
}

/** A line of evidence in one phrase, as explanations give it. */
export function describe(line: Evidence): string {
  const [kind, words] = Object.entries(line).find(([key]) => key !== 'absence') as [string, string | string[]];
  return `${kind} ${[words].flat().join(' / ')}`;
}
