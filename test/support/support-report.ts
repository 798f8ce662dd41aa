import type { PagePack } from '../../content-rules/schema';
import { toldFacts } from '../../engine/facts/told-facts';
import type { PageFacts } from '../../engine/facts/types';
import { look } from '../../engine/look';
import type { Progress } from '../../engine/progress';
import type { Verdict } from '../../engine/verdict';
import { vocabularyOf } from '../../engine/vocabulary';
import { withoutNames } from '../../engine/without-names';
import type { SupportReport } from '../../support/report/format';
import { makeReport, type SeenDocument } from '../../support/report/make-report';
import type { Rules } from '../../support/report/rules';
import { rulesDate } from '../../tools/build/rule-pack-module';
import { rulesMark } from '../../tools/build/rules-mark';
import { help, pack } from './content';
import { siteOf } from './readings';

/** The rules of today, as a reader has them. */
export const RULES: Rules = { pack, help, versions: { date: rulesDate(pack), mark: rulesMark(pack, help) } };

const FRAMED_STEPS = pack.journey.steps.filter((step) => step.framed).map(({ step }) => step);

interface At {
  sentHere?: boolean;
  /** The site's pack, with a way back in it where one is under way. */
  carried?: PagePack;
}

/** What a document of a tab hands over, by its facts: as the guide in it does. Null where its host is no guided site. */
export function seenIn(
  facts: PageFacts,
  progress: Progress,
  depth = 0,
  { sentHere = false, carried = pack }: At = {},
): { seen: SeenDocument; verdict: Verdict } | null {
  const site = siteOf(pack.journey, facts.host);
  if (site === null) return null;
  const vocabulary = vocabularyOf(carried, site);
  const verdict = look(facts, vocabulary.rules, { progress, framed: depth > 0, framedSteps: FRAMED_STEPS, sentHere });
  return { verdict, seen: { facts: toldFacts(facts, vocabulary), verdict: withoutNames(verdict), progress, depth, sentHere } };
}

/** A report of a tab with these documents, by way of its text: as it comes out of a file. */
export function reportOf(documents: readonly SeenDocument[]): SupportReport {
  return makeReport({
    versions: { extension: '0.1.0', rules: RULES.versions },
    screen: { browser: 'Chrome', browserVersion: 156, zoom: 100, width: 1280, language: 'zh-TW' },
    changes: [{ kind: 'recognised', page: 'elearn/01-home', step: 1, framed: false }],
    documents,
  });
}
