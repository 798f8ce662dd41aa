import type { Language } from '../../content-rules/schema';
import type { Screen, Versions } from '../../support/report/format';
import { fill } from '../fill';
import { reportWordsOf } from './words';

export function VersionsList({ versions, language }: { versions: Versions; language: Language }) {
  const words = reportWordsOf(language);
  return (
    <Told
      rows={[
        [words.extension, versions.extension],
        [words.rules, fill(words.rulesOf, versions.rules)],
      ]}
    />
  );
}

export function ScreenList({ screen, language }: { screen: Screen; language: Language }) {
  const words = reportWordsOf(language);
  const { browser, browserVersion, zoom, width } = screen;
  const name = browser === 'other' ? words.otherBrowser : browser;
  return (
    <Told
      rows={[
        [words.browser, browserVersion === 0 ? name : `${name} ${browserVersion}`],
        [words.zoom, `${zoom}%`],
        [words.width, fill(words.pixels, { n: width })],
        [words.language, words.languages[screen.language]],
      ]}
    />
  );
}

/** Names and what is said of them. */
export function Told({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <dl class="told-rows">
      {rows.map(([name, said]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
