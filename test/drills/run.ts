import type { RulePack } from '../../content-rules/schema';
import { readFacts } from '../../engine/facts/read';
import { look } from '../../engine/look';
import type { Verdict } from '../../engine/verdict';
import { vocabularyOf } from '../../engine/vocabulary';
import type { PlacedCase } from '../../tools/build/rule-pack';
import { progressOf } from '../support/looked';
import { closePage, openReplica, sightWithoutLayout, takeWordsOff } from '../support/page';
import { siteOf } from '../support/readings';
import type { Drill, Drilled } from './drill';
import { Random } from './random';

export type Outcome = 'same' | 'words' | 'lost' | 'quiet' | 'WRONG ELEMENT' | 'WRONG PAGE';

export interface DrillResult {
  page: string;
  drill: string;
  keeps: Drill['keeps'];
  outcome: Outcome;
  /** What it was drawn from, to draw it again. */
  origin: string;
  detail: string;
}

/** Opens a case, applies drills one after the other, and compares the verdict with that of the untouched page. Null where a drill has nothing to change. */
export function runDrill(pack: RulePack, { folder, case: entry }: PlacedCase, drills: readonly Drill[], seed: number): DrillResult | null {
  const url = new URL(entry.url);
  const site = siteOf(pack.journey, url.host);
  if (site === null) return null;
  const vocabulary = vocabularyOf(pack, site);
  const opened = openReplica(`${folder}/${entry.replica}`, entry.url);
  takeWordsOff(opened.document, entry.without ?? []);
  const address = { host: url.host, path: url.pathname };
  const progress = progressOf(entry.given, pack.journey, folder);
  const framedSteps = pack.journey.steps.filter((step) => step.framed).map(({ step }) => step);
  const see = (framed: boolean) => {
    const { facts, elements } = readFacts(opened.document, address, vocabulary, sightWithoutLayout(opened.document));
    return { verdict: look(facts, vocabulary.rules, { progress, framed, framedSteps }), elements };
  };
  const before = see(false);
  const meant = (verdict: Verdict, elements: readonly Element[]) =>
    verdict.kind === 'recognised' && verdict.target !== null ? (elements[verdict.target.element] ?? null) : null;
  const target = meant(before.verdict, before.elements);
  const standsFor = new Map<Element, Element>();
  const page: Drilled = {
    document: opened.document,
    target,
    replace: (old, by) => {
      standsFor.set(by, standsFor.get(old) ?? old);
      if (page.target === old) page.target = by;
    },
    random: new Random(seed),
    address,
    framed: false,
  };
  const applied = drills.every((drill) => drill.apply(page));
  try {
    if (!applied) return null;
    const after = see(page.framed);
    const found = meant(after.verdict, after.elements);
    const standing = found === null ? null : (standsFor.get(found) ?? found);
    // Twins bear one mark: either of them is right.
    const isTwin = standing !== null && target !== null && opened.marks.has(target) && opened.marks.get(standing) === opened.marks.get(target);
    const original = isTwin ? target : standing;
    const outcome = compare(before.verdict, after.verdict, original, target);
    return {
      page: folder,
      drill: drills.map(({ name }) => name).join(' + '),
      keeps: drills.some(({ keeps }) => keeps === 'nothing') ? 'nothing' : drills.some(({ keeps }) => keeps === 'target') ? 'target' : 'words',
      outcome,
      origin: `${folder}/${entry.replica} given ${JSON.stringify(entry.given ?? {})} seed ${seed}`,
      detail: `${short(before.verdict)} → ${short(after.verdict)}${original !== null && original !== target ? ` ${(original as Element).outerHTML.slice(0, 120)}` : ''}`,
    };
  } finally {
    closePage(opened.document);
  }
}

function compare(before: Verdict, after: Verdict, found: Element | null, target: Element | null): Outcome {
  const pageOf = (verdict: Verdict) => (verdict.kind === 'recognised' || verdict.kind === 'degraded' ? verdict.page : null);
  const page = pageOf(after);
  if (page !== null && pageOf(before) !== null && page !== pageOf(before)) return 'WRONG PAGE';
  if (page !== null && pageOf(before) === null) return 'WRONG PAGE';
  if (found !== null && found !== target) return 'WRONG ELEMENT';
  if (after.kind === before.kind && found === target) return 'same';
  if (page !== null || after.kind === 'ambiguous') return 'words';
  return after.kind === 'lost' ? 'lost' : 'quiet';
}

function short(verdict: Verdict): string {
  return [verdict.kind, 'page' in verdict ? verdict.page : '', 'missing' in verdict ? verdict.missing : '', 'pages' in verdict ? verdict.pages.join(' ') : '']
    .filter(Boolean)
    .join(' ');
}
