import type { PagePack, Site } from '../../content-rules/schema';
import { readFacts } from '../../engine/facts/read';
import { look } from '../../engine/look';
import { NO_PROGRESS, type Progress } from '../../engine/progress';
import type { Located, Verdict } from '../../engine/verdict';
import { vocabularyOf } from '../../engine/vocabulary';
import type { Picture, PictureDrawn, PicturePlace } from '../../practice/pictures';
import { seenBox, sightOf } from '../sight';
import { drawReplica } from './draw-replica';
import { inOutline } from './in-outline';

/** What a frame of the handouts draws. */
export interface PictureAsked {
  picture: Picture;
  /** The replica's HTML. */
  html: string;
  site: Site;
  pack: PagePack;
}

/** Our own page that holds the frames. */
export interface PictureDesk {
  asked(id: string): PictureAsked | null;
  drawn(id: string, drawn: PictureDrawn): void;
}

/** More parts than any form has. */
const MOST_PARTS = 40;

/**
 * Draws a page of the sites for the printed steps, and finds by the guide's own look what is to be pressed there, one thing after the
 * other, as if each were done. Nothing is typed.
 *
 * @param document of a frame of our own that is as large as the page, and empty
 */
export function drawPicture(document: Document, { picture, html, site, pack }: PictureAsked): PictureDrawn {
  const address = new URL(picture.address);
  drawReplica(document, html, address);
  const vocabulary = vocabularyOf(pack, site);
  const framedSteps = pack.journey.steps.filter((step) => step.framed).map(({ step }) => step);
  const left = new WeakSet<Element>();
  const parts = new Map<number, Element>();
  let mistakes: { caution: string; isChoice: boolean; element: Element }[] = [];
  let page: string | null = null;

  for (let round = 0; round < MOST_PARTS; round += 1) {
    const { facts, elements } = readFacts(document, { host: address.host, path: address.pathname }, vocabulary, sightOf(document, null, left));
    const verdict = look(facts, vocabulary.rules, { progress: progressOf(picture), framed: picture.framed === true, framedSteps });
    if (verdict.kind !== 'recognised') break;
    page = verdict.page;
    mistakes = costly(verdict).map(({ caution, about }) => ({ caution, isChoice: about.role === 'radio', element: elements[about.element] as Element }));
    if (verdict.target === null || parts.has(verdict.say.part)) break;
    const target = elements[verdict.target.element] as HTMLElement;
    parts.set(verdict.say.part, target);
    // The page is our own, and a choice may show what comes after it.
    if (verdict.target.role === 'radio' || verdict.target.role === 'checkbox') target.click();
    else if (verdict.target.role === 'field') left.add(target);
  }
  inOutline(document);
  const { scrollWidth, scrollHeight } = document.documentElement;
  return {
    width: scrollWidth,
    height: scrollHeight,
    page,
    targets: [...parts].map(([part, element]) => ({ part, place: placeOf(element) })),
    mistakes: mistakes.map(({ element, ...mistake }) => ({ ...mistake, place: placeOf(element) })),
  };
}

/** Somebody who needs hours, is no civil servant, and has an ID number: the one for whom the sheets are. */
function progressOf({ account }: Picture): Progress {
  return { ...NO_PROGRESS, answers: { hours: 'yes', civil: 'no', account, identify: 'number' } };
}

function costly(verdict: Verdict & { kind: 'recognised' }): { caution: string; about: Located }[] {
  return verdict.cautions.filter(({ weight }) => weight === 'costly').flatMap(({ id, about }) => about.map((located) => ({ caution: id, about: located })));
}

function placeOf(element: Element): PicturePlace {
  const { left, top, width, height } = seenBox(element);
  return { x: left + scrollX, y: top + scrollY, width, height };
}
