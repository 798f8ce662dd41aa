import type { Language } from '../../content-rules/schema';
import type { HandoutModel } from './handout-model';
import { Said } from './Said';
import { handoutWordsOf } from './words';

/** The official addresses, and whom to call. */
export function Contacts({ model, languages, isShort = false }: { model: HandoutModel; languages: readonly Language[]; isShort?: boolean }) {
  // In short: only the sites that the steps lead through.
  const visited = new Set(model.steps.flatMap(({ pictures }) => pictures.map(({ host }) => host)));
  const addresses = isShort ? model.addresses.filter(({ host }) => visited.has(host)) : model.addresses;
  return (
    <section class="contacts" data-part="contacts">
      <div>
        <h3>
          <Said languages={languages} say={(language) => handoutWordsOf(language).addresses} />
        </h3>
        <ul>
          {addresses.map(({ host, name, for: use }) => (
            <li key={host}>
              <b>{host}</b>
              <Said
                languages={languages}
                say={(language) => (isShort ? name[language] : `${name[language]}${language === 'en' ? ': ' : '：'}${use[language]}`)}
              />
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h3>
          <Said languages={languages} say={(language) => handoutWordsOf(language).hotlines} />
        </h3>
        <ul>
          {model.hotlines.map(({ name, telephone, hours }) => (
            <li key={telephone}>
              <b>{telephone}</b>
              <Said languages={languages} say={(language) => name[language]} />
              {hours !== null && !isShort && (
                <small>
                  <Said languages={languages} say={(language) => hours[language]} />
                </small>
              )}
            </li>
          ))}
        </ul>
        <p>
          <Said languages={languages} say={(language) => handoutWordsOf(language).never} />
        </p>
      </div>
    </section>
  );
}
