import type { ComponentChildren } from 'preact';
import type { Language } from '../../content-rules/schema';
import { PageHeader } from '../PageHeader';
import { trainerWordsOf } from './words';

export interface TrainerPageProps {
  language: Language;
  onLanguage(language: Language): void;
  onPractice(): void;
  onHandouts(): void;
  /** One box for each thing that a trainer does here. */
  children: ComponentChildren;
}

/** What surrounds the boxes of the trainer's room. */
export function TrainerPage({ language, onLanguage, onPractice, onHandouts, children }: TrainerPageProps) {
  const words = trainerWordsOf(language);
  return (
    <div class="page">
      <PageHeader title={words.title} language={language} onLanguage={onLanguage} />
      <main>
        <p>{words.lead}</p>
        {children}
        <button type="button" data-action="practice" class="option" onClick={onPractice}>
          {words.toPractice}
        </button>
        <button type="button" data-action="handouts" class="option" onClick={onHandouts}>
          {words.toHandouts}
        </button>
      </main>
    </div>
  );
}
