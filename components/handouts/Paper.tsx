import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Language } from '../../content-rules/schema';
import { fill } from '../fill';
import { catalogueOf } from '../language';
import type { Size } from './choice';
import { fitOnPage } from './one-page';
import { Said } from './Said';
import { handoutWordsOf } from './words';

export interface PaperProps {
  languages: readonly Language[];
  /** Of the sheet. */
  title: (language: Language) => string;
  /** What is said of passwords at the foot of each page; without it, that none is to be written on the sheet. */
  password?: (language: Language) => string;
  /** It has to fit on one page: letters are made smaller than wanted where they must, and their size is told. */
  onePage?: OnePage;
  /** Of the newest rule. */
  date: string;
  children: ComponentChildren;
}

export interface OnePage {
  /** As it is wanted. */
  size: Size;
  onFitted(points: number): void;
}

/** A sheet of A4, of as many pages as it takes. A table, because browsers repeat its foot at the end of each page. */
export function Paper({ languages, title, password = (language) => handoutWordsOf(language).noPassword, onePage, date, children }: PaperProps) {
  const paper = useRef<HTMLTableElement>(null);
  useLayoutEffect(() => {
    if (onePage !== undefined && paper.current !== null) onePage.onFitted(fitOnPage(paper.current, onePage.size));
  });
  return (
    <table ref={paper} class="paper" role="presentation">
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
                <Said languages={languages} say={password} />
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
