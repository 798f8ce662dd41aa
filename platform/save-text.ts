/** The browser has read a file to be saved by then, also where it asks for a place first. Milliseconds. */
const READ_BY_THEN = 60_000;

/** Hands a JSON text to the browser as a file to be saved; needs no permission. Only in the person's own press. */
export function saveText(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_BY_THEN);
}
