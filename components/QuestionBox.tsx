import type { Language } from '../content-rules/schema';
import { cardWordsOf } from './card-words';
import type { QuestionModel } from './models';
import { Sentence } from './Sentence';

/** One short question with its answers as buttons. */
export function QuestionBox({
  question,
  language,
  onAnswer,
  onSkip,
}: {
  question: QuestionModel;
  language: Language;
  onAnswer(question: string, answer: string): void;
  onSkip(question: string): void;
}) {
  const words = cardWordsOf(language).questions;
  return (
    <fieldset class="question" data-part="question">
      <legend>
        <small>{words.intro}</small>
        <Sentence text={question.text} language={language} />
      </legend>
      {question.options.map(({ answer, label }) => (
        <button
          key={answer}
          type="button"
          data-action={`answer-${question.question}-${answer}`}
          class="option"
          onClick={() => onAnswer(question.question, answer)}
        >
          <Sentence text={label} language={language} />
        </button>
      ))}
      {question.hint !== null && (
        <p class="hint">
          <Sentence text={question.hint} language={language} />
        </p>
      )}
      <button type="button" data-action="skip" class="quiet" onClick={() => onSkip(question.question)}>
        {words.skip}
      </button>
    </fieldset>
  );
}
