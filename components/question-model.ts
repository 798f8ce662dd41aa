import type { Language } from '../content-rules/schema';
import { ANSWERS_GIVEN, nextQuestion, type Progress, type Question } from '../engine/progress';
import { cardWordsOf } from './card-words';
import type { QuestionModel } from './models';

/** The question that is next, or null where none is. */
export function questionFor(progress: Progress, language: Language): QuestionModel | null {
  const question = nextQuestion(progress);
  return question === null ? null : questionModel(question, language);
}

/** A question with its answers, in the person's language. */
export function questionModel(question: Question, language: Language): QuestionModel {
  const words = cardWordsOf(language).questions as Record<string, string>;
  const options = [...ANSWERS_GIVEN[question], 'unsaid'].map((answer) => ({ answer, label: words[`${question}.${answer}`] ?? '' }));
  return { question, text: words[question] ?? '', hint: words[`${question}.hint`] ?? null, options: options.filter(({ label }) => label !== '') };
}
