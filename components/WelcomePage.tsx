import type { TextSize } from '../classroom/text-sizes';
import type { Language } from '../content-rules/schema';
import en from '../locales/welcome.en.json';
import zhTW from '../locales/welcome.zh-TW.json';
import { catalogueOf } from './language';
import { PageHeader } from './PageHeader';
import { Sentence } from './Sentence';
import { TextSizes } from './TextSizes';

const WORDS: Record<Language, typeof zhTW> = { 'zh-TW': zhTW, en };

export function welcomeWordsOf(language: Language): typeof zhTW {
  return WORDS[language];
}

export interface WelcomePageProps {
  language: Language;
  textSize: TextSize;
  onLanguage(language: Language): void;
  onTextSize(size: TextSize): void;
  onBegin(): void;
}

/** The first page that anybody sees: what the guide does, what it never does, how large its words are, and two ways to begin. */
export function WelcomePage({ language, textSize, onLanguage, onTextSize, onBegin }: WelcomePageProps) {
  const { popup } = catalogueOf(language);
  const words = WORDS[language];
  const list = (part: 'does' | 'never') => (
    <section class="panel" aria-labelledby={part} data-part={part}>
      <h2 id={part}>{words[part]}</h2>
      <ul class="told">
        {words[`${part}List`].map((sentence) => (
          <li key={sentence}>
            <Sentence text={sentence} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <div class="page">
      <PageHeader title={words.title} language={language} onLanguage={onLanguage} />
      <main>
        <p class="tagline">
          <Sentence text={popup.tagline} language={language} />
        </p>
        <section class="panel" aria-label={words.choose}>
          <TextSizes language={language} chosen={textSize} onTextSize={onTextSize} />
        </section>
        {list('does')}
        {list('never')}
        <section class="panel" aria-label={words.begin}>
          <button type="button" data-action="begin" class="main" onClick={onBegin}>
            {words.begin}
            <small>
              <Sentence text={words.beginWhy} language={language} />
            </small>
          </button>
          <a class="option" href="/practice.html" data-action="practise">
            {words.practise}
            <small>{words.practiseWhy}</small>
          </a>
          <a class="option" href="/prepare.html" data-action="prepare">
            {words.prepare}
          </a>
        </section>
        <section class="panel" aria-labelledby="where">
          <h2 id="where">{words.where}</h2>
          <p>
            <Sentence text={words.whereSay} language={language} />
          </p>
        </section>
      </main>
      <footer>
        <p>{popup.disclaimer}</p>
      </footer>
    </div>
  );
}
