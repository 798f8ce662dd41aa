import type { Language } from '../../content-rules/schema';
import type { Elsewhere } from '../../practice/sites';
import { fill } from '../fill';
import { Sentence } from '../Sentence';
import { practiceWordsOf } from './words';

/** What the frame of the practice shows where there is no page of the sites: one that is not played, another site, or the certificate. */
export type OwnPageKind = 'missing' | 'certificate' | Elsewhere;

export function OwnPage({ kind, name, language, onBack }: { kind: OwnPageKind; name: string; language: Language; onBack(): void }) {
  const { own: words } = practiceWordsOf(language);
  const isOtherLogin = kind === 'google' || kind === 'facebook' || kind === 'apple';
  const text = isOtherLogin ? words.otherText : fill(words[`${kind}Text` as keyof typeof words], { name });
  return (
    <main class="own" data-part={`own-${kind}`}>
      <section class="panel">
        <h1>{words[kind]}</h1>
        <p>
          <Sentence text={text} language={language} />
        </p>
        {kind === 'certificate' && <p class="note">{words.certificateNote}</p>}
        <button type="button" data-action="back" class="main" onClick={onBack}>
          {words.back}
        </button>
      </section>
    </main>
  );
}
