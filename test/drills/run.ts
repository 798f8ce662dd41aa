import type { RulePack } from '../../content-rules/schema';
import type { Drill } from '../../drills/drill';
import type { Verdict } from '../../engine/verdict';
import { Patience } from '../../platform/patience';
import { Watch } from '../../platform/watch';
import type { PlacedCase } from '../../tools/build/rule-pack';
import { pagePack } from '../../tools/build/rule-pack-module';
import { sightWithoutLayout } from '../support/page';
import { OpenedCase } from './opened-case';
import { isDeadEnd, type Outcome, outcomeOf, type Person, pageOf, type Seen } from './outcome';
import { PageClock } from './page-clock';

export type { Outcome } from './outcome';

export interface DrillResult {
  page: string;
  drill: string;
  /** How many drills it was. */
  size: number;
  keeps: Drill['keeps'];
  /** A rule claims the untouched page. */
  isClaimable: boolean;
  outcome: Outcome;
  /** Silence on a page of the journey while it is under way. */
  isDeadEnd: boolean;
  /** On pages with a clock: ms from the last change of the page to the look that saw it. */
  noticedAfter: number | null;
  /** What it was drawn from, to draw it again. */
  origin: string;
  detail: string;
}

/** How long a page is left alone after the last thing that happens on it. Ms. */
const REST = 3000;

/** What the untouched case shows; opening it for each drill again would take half of the time. */
const untouched = new WeakMap<PlacedCase, { verdict: Verdict; speaker: number; place: number; asked: readonly number[] }>();

/** Opens a case, applies drills one after the other, and compares the verdict with that of the untouched page. Null where a drill has nothing to change. */
export function runDrill(pack: RulePack, placed: PlacedCase, drills: readonly Drill[], seed: number): DrillResult | null {
  const opened = new OpenedCase(pack, placed, seed);
  try {
    if (opened.documents.length === 0) return null;
    const known = untouched.get(placed) ?? lookUntouched(opened);
    untouched.set(placed, known);
    const { site, page: speaking } = opened.documents[known.speaker] as OpenedCase['documents'][number];
    const target = speaking.document.querySelectorAll('*')[known.place] ?? null;
    speaking.target = target;
    const all = speaking.document.querySelectorAll('*');
    const asked = known.asked.flatMap((place) => all[place] ?? []);
    const person: Person = { pack: pagePack(pack, site), progress: opened.progress };
    const before: Seen = { verdict: known.verdict, pointed: target, isCovered: false };
    const clock = new PageClock();
    speaking.later = (delay, act) => clock.later(delay, act);
    if (!drills.every((drill) => drill.apply(speaking))) return null;
    for (const { page } of opened.documents) if (page !== speaking) for (const drill of drills) drill.apply(page);

    const see = (): Seen => {
      const { verdict, element } = opened.look();
      const isCovered = speaking.target !== null && sightWithoutLayout(speaking.document).isCovered(speaking.target);
      const pointed = opened.meaning(element, target);
      return { verdict, pointed: isFirstOf(asked, pointed, opened) ? target : pointed, isCovered };
    };
    const { seen, noticedAfter } = clock.last > 0 ? watched(opened, speaking.document, clock, see) : { seen: [see()], noticedAfter: null };
    const last = seen.at(-1) as Seen;
    const outcomes = seen.map((each) => outcomeOf(before, each, target, person));
    const outcome = outcomes.find((each) => each.startsWith('WRONG')) ?? (outcomes.at(-1) as Outcome);
    return {
      page: placed.folder,
      drill: drills.map(({ name }) => name).join(' + '),
      size: drills.length,
      keeps: keepsOf(drills),
      isClaimable: pageOf(before.verdict) !== null,
      outcome,
      isDeadEnd: isDeadEnd(before, outcome, person),
      noticedAfter,
      origin: `${placed.folder}/${placed.case.replica} given ${JSON.stringify(placed.case.given ?? {})} seed ${seed}`,
      detail: `${short(before.verdict)} → ${short(last.verdict)}${last.pointed !== null && last.pointed !== target ? ` ${last.pointed.outerHTML.slice(0, 120)}` : ''}`,
    };
  } finally {
    opened.close();
  }
}

function lookUntouched(opened: OpenedCase) {
  const { verdict, element, speaker } = opened.look();
  const placeOf = (each: Element) => [...each.ownerDocument.querySelectorAll('*')].indexOf(each);
  return { verdict, speaker, place: element === null ? -1 : placeOf(element), asked: opened.fieldsAskedFor().map(placeOf) };
}

/** A form is filled in in the page's own order: in another order another of its fields is the first. */
function isFirstOf(asked: readonly Element[], pointed: Element | null, opened: OpenedCase): boolean {
  if (pointed === null || !asked.includes(pointed)) return false;
  const now = (element: Element) => opened.nowOf(element);
  const PRECEDES = 2;
  return asked.every((each) => each === pointed || (now(pointed).compareDocumentPosition(now(each)) & PRECEDES) === 0);
}

/** Looks when the guide would, until the page has come to rest: what was pointed at on the way, and what is shown in the end. */
function watched(opened: OpenedCase, document: Document, clock: PageClock, see: () => Seen): { seen: Seen[]; noticedAfter: number | null } {
  const seen: Seen[] = [];
  const lastChange = clock.last;
  let noticedAt: number | null = null;
  clock.inPlace(document.defaultView as Window & typeof globalThis, () => {
    const patience = new Patience(() => watch.mark());
    const watch: Watch = new Watch(
      document,
      (hasChanged) => {
        const each = see();
        watch.within(opened.roots);
        // What is only a doubt is not shown at once; a ring is.
        if (patience.isOver(each.verdict) || each.verdict.kind === 'recognised') seen.push(each);
        if (hasChanged && clock.now >= lastChange) noticedAt ??= clock.now;
      },
      () => true,
    );
    watch.listen();
    clock.runUntil(lastChange + REST);
  });
  return { seen, noticedAfter: noticedAt === null ? null : noticedAt - lastChange };
}

function keepsOf(drills: readonly Drill[]): Drill['keeps'] {
  const all = drills.map(({ keeps }) => keeps);
  return all.includes('nothing') ? 'nothing' : all.includes('target') ? 'target' : 'words';
}

function short(verdict: Verdict): string {
  return [verdict.kind, 'page' in verdict ? verdict.page : '', 'missing' in verdict ? verdict.missing : '', 'pages' in verdict ? verdict.pages.join(' ') : '']
    .filter(Boolean)
    .join(' ');
}
