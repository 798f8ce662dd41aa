import type { Journey, Language } from '../content-rules/schema';
import { catalogueOf } from './language';
import { Sentence } from './Sentence';

/** The numbers to call for the step at hand. */
export function Hotlines({ keys, hotlines, language }: { keys: readonly string[]; hotlines: Journey['hotlines']; language: Language }) {
  const { popup, help } = catalogueOf(language);
  return (
    <section data-part="hotlines" class="panel" aria-labelledby="hotlines-title">
      <h2 id="hotlines-title">{popup.hotlines}</h2>
      <ul class="hotlines">
        {keys.map((key) => {
          const hotline = hotlines[key];
          if (hotline === undefined) return null;
          return (
            <li key={key}>
              {hotline.name[language]}
              <a href={`tel:${hotline.telephone.replace(/\D/g, '')}`}>{hotline.telephone}</a>
              {hotline.hours !== undefined && <small>{hotline.hours[language]}</small>}
            </li>
          );
        })}
      </ul>
      <p>
        <Sentence text={help.never} language={language} />
      </p>
    </section>
  );
}
