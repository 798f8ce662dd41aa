import { TEXT_SIZES, type TextSize } from '../classroom/text-sizes';
import type { Language } from '../content-rules/schema';
import { catalogueOf } from './language';

/** Of everything that is ours: each is written in its own size. */
export function TextSizes({ language, chosen, onTextSize }: { language: Language; chosen: TextSize; onTextSize(size: TextSize): void }) {
  const words = catalogueOf(language).popup;
  return (
    <fieldset class="sizes">
      <legend>{words.textSize}</legend>
      {TEXT_SIZES.map((size) => (
        <label key={size} data-size={size}>
          <input type="radio" name="text-size" value={size} checked={size === chosen} onChange={() => onTextSize(size)} />
          {words.textSizes[size]}
        </label>
      ))}
    </fieldset>
  );
}
