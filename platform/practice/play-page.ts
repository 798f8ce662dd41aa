import { mayBeRealIdNumber } from '../../practice/id-number';
import { Guide } from '../guide';
import { startHours } from '../hours-start';
import type { Surroundings } from '../surroundings';
import { drawReplica, type Marks } from './draw-replica';
import { changePage } from './page-changes';
import { presentIn, thickRing } from './presenting';
import type { PagePlayed, Stage } from './stage';

/** Fields whose words are not kept when a form comes back, as on the sites. */
const EMPTIED = new Set(['password', 'password-again', 'captcha']);

/**
 * Plays one page of the practice in this document: draws its replica, starts the guide in it, and leads its links and forms to the
 * stage. What is typed stays in the fields.
 *
 * @param refused a real ID number was typed, and has been taken away
 * @returns whether there was a replica to draw
 */
export function playPage(document: Document, stage: Stage, page: PagePlayed, refused: (field: HTMLInputElement) => void): boolean {
  const window = document.defaultView as Window;
  if (page.html === null) return false;
  const marks = drawReplica(document, page.html, page.address);
  fillInAgain(marks, page.kept);
  changePage(document, page, marks);
  presentIn(document, stage);
  if (page.guided !== null) {
    startHours(page.hours);
    new Guide(document, page.guided.pack, page.guided.site, surroundingsOf(window, stage, page));
  }
  window.addEventListener('click', (event) => press(event, window, stage, page, marks));
  // A link must not lead to the real sites by any other press either.
  window.addEventListener('auxclick', (event) => event.preventDefault());
  window.addEventListener('submit', (event) => send(event, window, stage, page, marks));
  window.addEventListener('focusout', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !isIdNumber(target, marks) || !mayBeRealIdNumber(target.value)) return;
    target.value = '';
    refused(target);
  });
  const { reply } = page;
  if (reply !== null && 'replica' in reply && reply.goesOn !== undefined) {
    const { after, to } = reply.goesOn;
    setTimeout(() => stage.go(window, { address: new URL(to, page.address), sent: null, filled: [] }, ''), after * 1000);
  }
  stage.drawn(window, page, document.title, marks);
  return true;
}

function surroundingsOf(window: Window, stage: Stage, { address, depth }: PagePlayed): Surroundings {
  return {
    address: () => ({ host: address.host, path: address.pathname }),
    depth: () => depth,
    ask: (message) => stage.ask(window, message),
    readView: () => stage.view(),
    listen: (hear, take) => stage.listen(window, hear, take),
    isOrphan: () => false,
    addStyle(root, text) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      root.adoptedStyleSheets.push(sheet);
      thickRing(root, stage);
    },
    drawn: (shown, verdict) => stage.show(window, shown, verdict),
  };
}

/** Any field for an ID number, by its mark or its name: the real ones must not be practised with anywhere. */
function isIdNumber(field: HTMLInputElement, marks: Marks): boolean {
  return field.type === 'text' && (marks.get(field) === 'id-number' || field.maxLength === 10 || mayBeRealIdNumber(field.value));
}

function press(event: MouseEvent, window: Window, stage: Stage, { address }: PagePlayed, marks: Marks) {
  const target = event.target as Element;
  const marked = [...marks].find(([element]) => element.contains(target))?.[1];
  if (marked !== undefined) stage.pressed(marked, address.pathname);
  const link = target.closest<HTMLAnchorElement>('a[href]');
  if (link === null) return;
  // Whether held by the guide or led elsewhere by the page: nothing ever opens a real address.
  const isHandled = event.defaultPrevented;
  const written = link.getAttribute('href') as string;
  if (written.startsWith('#')) return;
  event.preventDefault();
  if (!isHandled) stage.go(window, { address: new URL(link.href), sent: null, filled: [] }, link.target);
}

function send(event: SubmitEvent, window: Window, stage: Stage, page: PagePlayed, marks: Marks) {
  const isHandled = event.defaultPrevented;
  event.preventDefault();
  if (isHandled) return;
  const form = event.target as HTMLFormElement;
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input, select, textarea')];
  const sent = new URLSearchParams();
  for (const field of fields) if (isChoice(field) && field.name !== '') sent.append(field.name, field.value);
  const filled = fields.filter(({ value }) => value !== '').flatMap((field) => marks.get(field) ?? []);
  const isRead = (form.getAttribute('method') ?? 'get').toLowerCase() === 'get';
  const address = new URL(form.getAttribute('action') ?? page.address.href, page.address);
  if (isRead) for (const [name, value] of sent) address.searchParams.set(name, value);
  const kept = fields.flatMap((field) => {
    const mark = marks.get(field);
    return mark === undefined || EMPTIED.has(mark) || isChoice(field) ? [] : [[mark, field.value] as const];
  });
  stage.go(window, { address, sent: isRead ? null : sent, filled }, form.target, new Map(kept));
}

/** Made by pressing, or by the page itself: never typed. */
function isChoice(field: Element): boolean {
  if (field instanceof HTMLInputElement) return field.type === 'hidden' || (['radio', 'checkbox'].includes(field.type) && field.checked);
  return false;
}

/** A form that came back still holds what was filled in. */
function fillInAgain(marks: Marks, kept: ReadonlyMap<string, string>) {
  for (const [element, mark] of marks) {
    const value = kept.get(mark);
    if (value !== undefined && 'value' in element) (element as HTMLInputElement).value = value;
  }
}
