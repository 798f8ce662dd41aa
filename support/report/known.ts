import type { Site } from '../../content-rules/schema';
import { toldFacts } from '../../engine/facts/told-facts';
import type { PageFacts } from '../../engine/facts/types';
import { type Fault, fault } from './fault';
import type { SupportReport } from './format';
import { allWords, type Rules, siteOf } from './rules';

/** Whether a string is a word of the rules, whole. */
export function knownWord(rules: Rules): (text: string) => boolean {
  const vocabularies = Object.keys(rules.pack.journey.sites).map((site) => allWords(rules, site as Site));
  return (text) =>
    text !== '' &&
    vocabularies.some(
      ({ texts, headings, names }) =>
        texts.in(text).includes(text) || headings.known(text) === text || Object.values(names).some((ofRole) => ofRole.known(text) === text),
    );
}

/**
 * Leaves known words and shapes alone. By the very rules that made a report nothing else may stand in it; by others words may have gone
 * from the rules since, and become shapes: no rule asks for them any more.
 * @returns the report, or where something else stands
 */
export function knownOnly(report: SupportReport, rules: Rules): SupportReport | Fault {
  if (report.page === undefined) return report;
  const isStrict = report.versions.rules.mark === rules.versions.mark;
  const page: typeof report.page = [];
  for (const [index, document] of report.page.entries()) {
    const site = siteOf(rules, document.facts.host);
    if (site === null) return fault('not-as-expected', ['page', index, 'facts', 'host'], 'expected a host of the guided sites');
    const told = toldFacts(document.facts as PageFacts, allWords(rules, site));
    const unknown = isStrict ? unknownPlace(document.facts as PageFacts, told) : null;
    if (unknown !== null) return fault('unknown-word', ['page', index, 'facts', ...unknown]);
    page.push({ ...document, facts: told as typeof document.facts });
  }
  return { ...report, page };
}

/** The first place whose words are others once only known ones are left. */
function unknownPlace(facts: PageFacts, told: PageFacts): (string | number)[] | null {
  if (facts.path !== told.path) return ['path'];
  for (const [index, { words, whole }] of facts.texts.entries()) {
    if (words.length !== told.texts[index]?.words.length) return ['texts', index, 'words'];
    if (whole !== told.texts[index]?.whole) return ['texts', index, 'whole'];
  }
  for (const [index, { name, address }] of facts.controls.entries()) {
    if (name !== told.controls[index]?.name) return ['controls', index, 'name'];
    if (address !== told.controls[index]?.address) return ['controls', index, 'address'];
  }
  return null;
}
