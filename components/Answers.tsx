import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../content-rules/schema';
import type { Answers as Given, Question } from '../engine/progress';
import { catalogueOf, fill } from './language';
import { questionModel } from './question-model';
import { Sentence } from './Sentence';

export interface AnswersProps {
  answers: Given;
  questions: readonly Question[];
  /** What follows from the answers, '' where nothing does yet. */
  result: string;
  language: Language;
  onAnswer(question: Question, answer: string): void;
}

/** What the person has told of themselves, each answer to be changed at any time. */
export function Answers({ answers, questions, result, language, onAnswer }: AnswersProps) {
  const [open, setOpen] = useState<Question | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const closed = useRef<Question | null>(null);
  const words = catalogueOf(language).popup;
  useEffect(() => {
    const row = open ?? closed.current;
    if (row !== null) list.current?.querySelector<HTMLElement>(`[data-question="${row}"] button`)?.focus();
  }, [open]);
  const close = (question: Question) => {
    closed.current = question;
    setOpen(null);
  };
  return (
    <section data-part="answers" class="panel" aria-labelledby="answers-title">
      <h2 id="answers-title">{words.answers}</h2>
      <ul class="answers" ref={list}>
        {questions.map((question) => {
          const { text, options, hint } = questionModel(question, language);
          const given = answers[question];
          if (question === open) {
            return (
              <li key={question} data-question={question}>
                <fieldset class="question">
                  <legend>
                    <Sentence text={text} language={language} />
                  </legend>
                  {options.map(({ answer, label }) => (
                    <button
                      key={answer}
                      type="button"
                      data-action={`change-${question}-${answer}`}
                      class="option"
                      aria-pressed={answer === given}
                      onClick={() => {
                        onAnswer(question, answer);
                        close(question);
                      }}
                    >
                      <Sentence text={label} language={language} />
                    </button>
                  ))}
                  {hint !== null && (
                    <p class="hint">
                      <Sentence text={hint} language={language} />
                    </p>
                  )}
                  <button type="button" class="quiet" data-action="keep-answer" onClick={() => close(question)}>
                    {words.keepAnswer}
                  </button>
                </fieldset>
              </li>
            );
          }
          return (
            <li key={question} data-question={question} class="answer-row">
              <p>
                <Sentence text={text} language={language} />
                <strong>
                  <Sentence
                    text={(given === 'unsaid' ? undefined : options.find(({ answer }) => answer === given)?.label) ?? words.unsaid}
                    language={language}
                  />
                </strong>
              </p>
              <button
                type="button"
                class="quiet"
                data-action={`change-${question}`}
                aria-label={fill(words.changeOf, { question: text })}
                onClick={() => setOpen(question)}
              >
                {words.change}
              </button>
            </li>
          );
        })}
      </ul>
      {result !== '' && (
        <p data-part="result" class="result">
          <Sentence text={result} language={language} />
        </p>
      )}
    </section>
  );
}
