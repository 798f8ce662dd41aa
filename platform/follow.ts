/** A share of the target that is next to none: what is clipped away altogether is waited for at this. */
const LEAST = 1e-7;

/**
 * Calls `moved` when the target moves or changes its size, or the card changes its size, whatever the reason: a late font, a picture, a
 * transition. Browser observers only, no timer and no frame. Scrolling is heard elsewhere.
 * @param signal ends it
 */
export function follow(target: Element | null, card: Element | null, moved: () => void, signal: AbortSignal) {
  const sizes = new ResizeObserver(moved);
  for (const element of [target, card]) if (element !== null) sizes.observe(element);
  signal.addEventListener('abort', () => sizes.disconnect());
  if (target !== null) followPlace(target, moved, signal);
}

/** An intersection with the very box in which the target stands changes as soon as it leaves it. */
function followPlace(target: Element, moved: () => void, signal: AbortSignal) {
  const { ownerDocument: document } = target;
  let observer: IntersectionObserver | null = null;
  const stop = () => observer?.disconnect();
  const start = (threshold: number) => {
    stop();
    const box = target.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const insets = [box.top, clientWidth - box.right, clientHeight - box.bottom, box.left];
    let isFirst = true;
    const notice = ([entry]: IntersectionObserverEntry[]) => {
      const ratio = entry?.intersectionRatio ?? 0;
      const isThere = isSameBox(box, target.getBoundingClientRect());
      if (isThere && isFirst) {
        isFirst = false;
        // Partly clipped where it stands: from now on by how much of it shows.
        if (ratio !== threshold && threshold !== LEAST) start(Math.max(ratio, LEAST));
        return;
      }
      moved();
      start(1);
    };
    observer = new IntersectionObserver(notice, { root: document, rootMargin: insets.map((inset) => `${-Math.floor(inset)}px`).join(' '), threshold });
    // What has no size is never seen to move; that it gets one is seen as a change of size.
    if (box.width > 0 && box.height > 0) observer.observe(target);
  };
  start(1);
  document.defaultView?.addEventListener('resize', () => start(1), { signal });
  signal.addEventListener('abort', stop);
}

function isSameBox(a: DOMRect, b: DOMRect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
