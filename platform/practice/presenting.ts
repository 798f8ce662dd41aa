import type { Stage } from './stage';

/** What a projector needs of our ring. */
const THICK = `
.ring { outline: 8px solid #5b21b6; outline-offset: 2px; }
.do { font-size: 24px; }
`;
const HALO = 96;
const HALO_TAKES = 700;

/** Our sheet for a projector in one shadow root; in force while the stage presents. */
export function thickRing(root: ShadowRoot, stage: Stage): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(THICK);
  sheet.disabled = !stage.presents;
  root.adoptedStyleSheets.push(sheet);
  stage.onPresents((presents) => {
    sheet.disabled = !presents;
  });
}

/** Shows a class where the trainer presses, and hears a clicker's keys while the focus is in the page. */
export function presentIn(document: Document, stage: Stage): void {
  const view = document.defaultView as Window;
  view.addEventListener('pointerdown', ({ clientX, clientY }) => stage.presents && halo(document, clientX, clientY), true);
  view.addEventListener('keydown', (event) => stage.presents && stage.key(event) && event.preventDefault(), true);
}

function halo(document: Document, x: number, y: number) {
  const ring = document.createElement('div');
  ring.style.cssText = `position: fixed; left: ${x - HALO / 2}px; top: ${y - HALO / 2}px; width: ${HALO}px; height: ${HALO}px; border: 8px solid #f59e0b; border-radius: 50%; box-sizing: border-box; pointer-events: none; z-index: 2147483646`;
  document.documentElement.append(ring);
  const fading = ring.animate(
    [
      { opacity: 1, transform: 'scale(.4)' },
      { opacity: 0, transform: 'scale(1.2)' },
    ],
    HALO_TAKES,
  );
  fading.onfinish = () => ring.remove();
}
