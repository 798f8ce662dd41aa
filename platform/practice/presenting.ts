import { drawHalo } from '../presenter/halo';
import { THICK } from '../presenter/thick-ring';
import type { Stage } from './stage';

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
  view.addEventListener('pointerdown', ({ clientX, clientY }) => stage.presents && drawHalo(document.documentElement, clientX, clientY), true);
  view.addEventListener('keydown', (event) => stage.presents && stage.key(event) && event.preventDefault(), true);
}
