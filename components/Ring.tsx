/** The ring around the thing to press: only drawn, never in the way. */
export function Ring() {
  return <div data-part="ring" class="ring" aria-hidden="true" />;
}
