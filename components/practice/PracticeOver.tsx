import type { Language } from '../../content-rules/schema';
import type { Trap } from '../../practice/traps';
import { Sentence } from '../Sentence';
import { practiceWordsOf } from './words';

/** The end of a practice: what was missed, and the way to the real site. */
export function PracticeOver({
  language,
  traps,
  onReal,
  onCertificate,
  onAgain,
}: {
  language: Language;
  traps: readonly Trap[];
  onReal(): void;
  onCertificate(): void;
  onAgain(): void;
}) {
  const { over, traps: names, again } = practiceWordsOf(language);
  return (
    <section class="panel over" data-part="over" role="status">
      <h2>{over.title}</h2>
      {traps.length === 0 ? (
        <p data-part="clean">{over.clean}</p>
      ) : (
        <>
          <p>{over.missed}</p>
          <ul>
            {traps.map((trap) => (
              <li key={trap} data-trap={trap}>
                <Sentence text={names[trap]} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="row">
        <button type="button" data-action="real" class="main" onClick={onReal}>
          {over.real}
        </button>
        <button type="button" data-action="certificate" class="option" onClick={onCertificate}>
          {over.certificate}
        </button>
        <button type="button" data-action="again" class="option" onClick={onAgain}>
          {again}
        </button>
      </div>
    </section>
  );
}
