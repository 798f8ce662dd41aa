import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import '../content-rules/replica.js';
import { drawPicture, type PictureDesk } from '../platform/practice/draw-picture';

/** One picture of the handouts, in a frame of handouts.html, which knows what it shows. A script of its own, so that no other page of ours has to carry the engine. */
export default defineUnlistedScript(() => {
  const desk = (window.parent as Window & { pictures?: PictureDesk }).pictures;
  const id = window.location.search.slice(1);
  const asked = desk?.asked(id) ?? null;
  if (desk !== undefined && asked !== null) desk.drawn(id, drawPicture(document, asked));
});
