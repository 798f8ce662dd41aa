import type { ComponentChildren } from 'preact';
import type { Language } from '../../content-rules/schema';
import type { Part } from '../../support/report/format';
import { fill } from '../fill';
import { Sentence } from '../Sentence';
import { reportWordsOf } from './words';

interface PreviewPartProps {
  /** The versions are always in the file. */
  part: Part | 'versions';
  language: Language;
  left: ReadonlySet<Part>;
  /** How many things it lists, where its sentence says so. */
  count?: number;
  children: ComponentChildren;
  onInclude(part: Part, isIn: boolean): void;
}

/** A part of the report with its tick box. What is left out stays in sight, struck, until the file is saved. */
export function PreviewPart({ part, language, left, count = 0, children, onInclude }: PreviewPartProps) {
  const words = reportWordsOf(language);
  const isLeft = part !== 'versions' && left.has(part);
  return (
    <section class={isLeft ? 'panel left-out' : 'panel'} data-report-part={part} aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{words.parts[part]}</h2>
      <p class="hint">
        <Sentence text={fill(words.why[part], { n: count })} language={language} />
      </p>
      {part !== 'versions' && (
        <label class="check">
          <input type="checkbox" data-action={`include-${part}`} checked={!isLeft} onChange={(event) => onInclude(part, event.currentTarget.checked)} />
          <span>
            {words.include}
            <span class="of-part">{`：${words.parts[part]}`}</span>
          </span>
        </label>
      )}
      {isLeft ? <p>{words.leftOut}</p> : children}
    </section>
  );
}
