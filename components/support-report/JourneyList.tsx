import type { Language } from '../../content-rules/schema';
import { QUESTIONS, type Question } from '../../engine/progress';
import type { ToldJourney } from '../../support/report/journey-format';
import { fill } from '../fill';
import { questionModel } from '../question-model';
import { Sentence } from '../Sentence';
import type { Names } from './names';
import { Told } from './ScreenList';
import { reportWordsOf } from './words';

/** Where the person is, and their answers. */
export function JourneyList({ journey, names, language }: { journey: ToldJourney; names: Names; language: Language }) {
  const words = reportWordsOf(language);
  const answers = (Object.keys(QUESTIONS) as Question[]).map((question) => {
    const { text, options } = questionModel(question, language);
    const given = journey.answers[question];
    return [text, given === 'unsaid' ? words.unsaid : (options.find(({ answer }) => answer === given)?.label ?? given)] as const;
  });
  return (
    <>
      <Told rows={answers} />
      <ul class="lines">
        {linesOf(journey, names, language).map((line) => (
          <li key={line}>
            <Sentence text={line} language={language} />
          </li>
        ))}
      </ul>
    </>
  );
}

function linesOf(journey: ToldJourney, names: Names, language: Language): string[] {
  const words = reportWordsOf(language);
  const { here, reached, seen, asked, hasOtherRecords, lastPage, arrivals, sentFrom, recovery } = journey;
  const and = language === 'en' ? ', ' : '、';
  const name = (page: string) => names.page(page, language);
  return [
    reached === 0 ? words.notStarted : fill(words.here, { here, reached }),
    ...(seen.length === 0 ? [] : [fill(words.seen, { steps: [...seen].sort((a, b) => a - b).join(and) })]),
    ...(asked.length === 0 ? [] : [fill(words.asked, { n: asked.length })]),
    ...(hasOtherRecords === true ? [words.otherRecords] : []),
    ...(lastPage === null ? [] : [fill(words.lastPage, { page: name(lastPage) })]),
    ...(arrivals.length === 0
      ? []
      : [fill(words.arrivals, { pages: arrivals.map(({ page, times }) => fill(words.times, { page: name(page), n: times })).join(and) })]),
    ...(sentFrom === null ? [] : [fill(words.sentFrom, { page: name(sentFrom) })]),
    ...(recovery === null ? [] : [fill(words.recovery, { name: names.recovery(recovery.id, language), pages: recovery.until.map(name).join(and) })]),
  ];
}
