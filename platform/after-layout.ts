/**
 * Calls back in the next frame, when the browser has laid the page out and before it draws: what is asked of boxes and styles then is known
 * already, and what is drawn then is in the same frame. Asked any earlier, the browser would have to lay out the page for us alone.
 * @param run called once
 */
export function afterLayout(document: Document, run: () => void) {
  requestAnimationFrame(() => {
    const end = () => {
      clearTimeout(late);
      sizes.disconnect();
      run();
    };
    const sizes = new ResizeObserver(end);
    // A root without a size is not reported.
    const late = setTimeout(end);
    if (document.documentElement !== null) sizes.observe(document.documentElement);
  });
}
