export interface SaveOrDropProps {
  words: { save: string; drop: string };
  onSave(): void;
  onDrop(): void;
}

/** What can be done with a report that was looked through. In sight however long it is: `entrypoints/record/deed.css`. */
export function SaveOrDrop({ words, onSave, onDrop }: SaveOrDropProps) {
  return (
    <div class="deed">
      <button type="button" class="main" data-action="save" onClick={onSave}>
        {words.save}
      </button>
      <button type="button" class="option" data-action="drop" onClick={onDrop}>
        {words.drop}
      </button>
    </div>
  );
}
