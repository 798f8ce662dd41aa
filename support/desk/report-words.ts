import { fill } from '../../components/fill';
import type { Language, RulePack } from '../../content-rules/schema';
import { wordsOf } from '../../engine/parts';
import { supportCatalogueOf } from '../catalogue';
import { answersSaid, stepNamed } from '../code-words';
import { failedConditionWords } from '../condition-words';
import type { SupportReport } from '../report/format';
import type { Replay } from '../report/replay';
import type { Rules } from '../report/rules';
import { type Caller, dueOf } from './caller';
import { deskCatalogueOf } from './catalogue';

/** Of the changes before the present page only the last are read. */
const CHANGES_SHOWN = 8;

/** One line about the caller, as the code has them too. */
export interface ReportLine {
  about: string;
  label: string;
  text: string;
}

/** What a report says of the caller, line by line; of what was left out nothing. */
export function linesOfReport(report: SupportReport, caller: Caller | null, pack: RulePack, language: Language): ReportLine[] {
  const { code: words, verdict } = supportCatalogueOf(language);
  const desk = deskCatalogueOf(language);
  const titleOf = (page: string | null) => pack.rules.find(({ id }) => id === page)?.say[language].title ?? words.noPage;
  const lines: ReportLine[] = [];
  if (caller !== null) {
    const pointedAt = wordsOf(dueOf(caller, pack)?.find ?? []);
    const failed = caller.failed.map((condition) => failedConditionWords(condition, language));
    lines.push(
      { about: 'page', label: words.page, text: caller.page === null ? words.noPage : fill(words.pageOf, { title: titleOf(caller.page), page: caller.page }) },
      { about: 'step', label: words.step, text: stepNamed(caller.step, pack, language) },
      { about: 'pointsAt', label: words.pointsAt, text: pointedAt === '' ? words.pointsAtNothing : fill(words.pointsAtWords, { words: pointedAt }) },
      { about: 'verdict', label: words.verdict, text: verdict[(caller.reason ?? caller.kind) as 'recognised'] },
      { about: 'failed', label: words.failed, text: failed.join(words.between) || words.nothingFailed },
    );
  }
  const { journey, screen, changes = [], versions } = report;
  if (journey !== undefined) {
    lines.push({ about: 'answers', label: words.answers, text: answersSaid(journey.answers, language) });
  }
  const before = changes.slice(-CHANGES_SHOWN).map(({ kind, page }) => (page === null ? verdict[kind as 'recognised'] : titleOf(page)));
  if (before.length > 0) lines.push({ about: 'changes', label: desk.changes, text: before.join(' → ') });
  if (screen !== undefined) {
    const { browser, browserVersion: version, zoom, width } = screen;
    lines.push({ about: 'screen', label: desk.screen, text: fill(desk.screenOf, { browser, version, zoom, width }) });
  }
  return [...lines, { about: 'made', label: desk.versions, text: `${versions.extension} · ${versions.rules.date}` }];
}

/** Whether the verdict is the same by the rules that are here, in sentences. Null where nothing could be looked at. */
export function replayedSentences(
  report: SupportReport,
  replayed: Replay | null,
  rules: Rules,
  language: Language,
): { isSame: boolean; sentences: string[] } | null {
  if (replayed === null) return null;
  const words = deskCatalogueOf(language).replay;
  const isSame = replayed.differences.length === 0;
  const whose = replayed.isSameRules ? words.sameRules : fill(words.otherRules, { was: report.versions.rules.date, is: rules.versions.date });
  const parts = replayed.differences.map(({ part, was, is }) => fill(words.part, { part, was: JSON.stringify(was), is: JSON.stringify(is) }));
  const without = replayed.isWithoutJourney && !isSame ? [words.withoutJourney] : [];
  return { isSame, sentences: [isSame ? words.same : words.different, whose, ...without, ...parts] };
}
