import type { ComponentChildren } from 'preact';
import type { Language } from '../../content-rules/schema';
import { fill } from '../fill';
import { catalogueOf } from '../language';
import { Said } from './Said';
import { handoutWordsOf } from './words';

export interface PaperProps {
  languages: readonly Language[];
  /** Of the sheet. */
  title: (language: Language) => string;
  /** Of the newest rule. */
  date: string;
  children: ComponentChildren;
}

/** A sheet of A4, of as many pages as it takes. A table, because browsers repeat its foot at the end of each page. */
export function Paper({ languages, title, date, children }: PaperProps) {
  return (
    <table class="paper" role="presentation">
      <thead>
        <tr>
          <td />
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <h1>
              <Said languages={languages} say={(language) => `${handoutWordsOf(language).name} · ${title(language)}`} />
            </h1>
            {children}
          </td>
        </tr>
      </tbody>
      <tfoot>
        <tr>
          <td>
            <div class="foot" data-part="foot">
              <b>
                <Said languages={languages} say={(language) => handoutWordsOf(language).noPassword} />
              </b>
              <Said
                languages={languages}
                say={(language) =>
                  `${fill(handoutWordsOf(language).rulesDate, { date })}${language === 'en' ? '. ' : '。'}${catalogueOf(language).popup.disclaimer}`
                }
              />
            </div>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
