import { useRef } from 'preact/hooks';

export interface FileButtonProps {
  /** The `data-action` of the button. */
  action: string;
  /** The `data-part` of the field behind it. */
  part: string;
  label: string;
  onFile(file: File): void;
}

/** A button that has the person choose a file of ours. */
export function FileButton({ action, part, label, onFile }: FileButtonProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" data-action={action} class="option" onClick={() => field.current?.click()}>
        {label}
      </button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".json,application/json"
        data-part={part}
        onChange={({ currentTarget }) => {
          const [chosen] = currentTarget.files ?? [];
          if (chosen !== undefined) onFile(chosen);
          // The same file, once mended, is to be noticed again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}
