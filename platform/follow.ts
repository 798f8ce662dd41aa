/** A share of the target that is next to none: what is clipped away altogether is waited for at this. */
const LEAST = 1e-7;

/**
 * Calls `moved` when the target moves or one of our own parts changes its size, whatever the reason: a late font, a picture, a transition; the
 * first time in this very frame, as soon as the browser has laid them out. Browser observers only, no timer and no frame. Scrolling is heard
 * elsewhere.
 * @param parts one of them has a size in any case, or there may be no first time
 * @param signal ends it
 */
export function follow(target: Element | null, parts: readonly Element[], moved: () => void, signal: AbortSignal) {
  let isPlaceFollowed = target === null;
  const sizes = new ResizeObserver(() => {
    // Before anything is moved: what is asked of boxes is known as yet.
    if (!isPlaceFollowed) followPlace(target as Element, moved, signal);
    isPlaceFollowed = true;
    moved();
  });
  for (const element of target === null ? parts : [target, ...parts]) sizes.observe(element);
  signal.addEventListener('abort', () => sizes.disconnect());
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
