/** Wide, in px. */
const HALO = 96;
const HALO_TAKES = 700;

/** Shows a class where the trainer presses: a large circle that goes by itself. @param x in px of the window, as `y` */
export function drawHalo(parent: ParentNode & Node, x: number, y: number) {
  const ring = (parent.ownerDocument as Document).createElement('div');
  ring.className = 'halo';
  ring.style.cssText = `position: fixed; left: ${x - HALO / 2}px; top: ${y - HALO / 2}px; width: ${HALO}px; height: ${HALO}px; border: 8px solid #f59e0b; border-radius: 50%; box-sizing: border-box; pointer-events: none; z-index: 2147483646`;
  parent.append(ring);
  const fading = ring.animate(
    [
      { opacity: 1, transform: 'scale(.4)' },
      { opacity: 0, transform: 'scale(1.2)' },
    ],
    HALO_TAKES,
  );
  fading.onfinish = () => ring.remove();
}
