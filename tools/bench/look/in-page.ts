import type { HoursWords, PagePack, Site } from '../../../content-rules/schema';
import { readFacts } from '../../../engine/facts/read';
import type { HoursFinding } from '../../../engine/hours/finding';
import { hoursReader } from '../../../engine/hours/read';
import { look } from '../../../engine/look';
import { NO_PROGRESS } from '../../../engine/progress';
import type { Verdict } from '../../../engine/verdict';
import { vocabularyOf } from '../../../engine/vocabulary';
import { isDrawn, isVisible, sightOf } from '../../../platform/sight';

/** What one size of page and set of rules took. µs a look; `looks` are all that were timed. */
export interface LookTimes {
  p50: number;
  p99: number;
  looks: number;
  page: string | null;
}

/** Looks shorter than this are timed several at once: the finest clock of a page ticks every 5 µs. Ms. */
const SHORTEST_TIMED = 0.2;
const WARM_UP = 300;

/**
 * Times one look as the guide does it, reading and judging, again and again on the page as it stands. Runs inside the page: the
 * engine is bundled and injected, nothing of it is in the shipped extension.
 * @param time how long to go on, in ms; at least ten times are taken
 */
export function timeLooks(pack: PagePack, site: Site, time: number): LookTimes {
  const once = lookerOf(pack, site);
  let verdict = once();
  let warmed = 1;
  const start = performance.now();
  while (performance.now() - start < WARM_UP || warmed < 3) {
    verdict = once();
    warmed += 1;
  }
  const atOnce = Math.max(1, Math.ceil((SHORTEST_TIMED * warmed) / (performance.now() - start)));
  const times: number[] = [];
  const end = performance.now() + time;
  while (performance.now() < end || times.length < 10) {
    const before = performance.now();
    for (let count = 0; count < atOnce; count += 1) verdict = once();
    times.push(((performance.now() - before) * 1000) / atOnce);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] as number;
  return { p50: at(0.5), p99: at(0.99), looks: times.length * atOnce, page: 'page' in verdict ? verdict.page : null };
}

/** Does nothing but look, for a clock outside the page. */
export function repeatLooks(pack: PagePack, site: Site, count: number): void {
  const once = lookerOf(pack, site);
  for (let done = 0; done < count; done += 1) once();
}

/** What looks and readings of hours took, in turn, µs each; the first of each is what a page that has just come costs. */
export interface ReadingTimes {
  looks: number[];
  readings: number[];
  page: string | null;
  /** What was read, without elements. */
  hours: { all: number; some: number } | number | null;
}

/** Times the guide's own look and the reading of hours, by turns, on the page as it stands. */
export function timeReadings(pack: PagePack, words: HoursWords, asks: HoursFinding['of'], site: Site, times: number): ReadingTimes {
  const once = lookerOf(pack, site);
  const read = hoursReader(words);
  const looks: number[] = [];
  const readings: number[] = [];
  let page: string | null = null;
  let hours: ReadingTimes['hours'] = null;
  for (let count = 0; count < times; count += 1) {
    const start = performance.now();
    const verdict = once();
    const between = performance.now();
    const finding = read(document, asks, { isVisible, isShown: isDrawn, path: document.location.pathname });
    const end = performance.now();
    looks.push((between - start) * 1000);
    readings.push((end - between) * 1000);
    page = 'page' in verdict ? verdict.page : null;
    hours = finding?.of === 'list' ? { all: finding.all, some: finding.some } : (finding?.hours ?? null);
  }
  return { looks, readings, page, hours };
}

/** One look, as the guide does it. */
function lookerOf(pack: PagePack, site: Site): () => Verdict {
  const vocabulary = vocabularyOf(pack, site);
  const left = new WeakSet<Element>();
  return () => {
    const { host, pathname } = location;
    const { facts } = readFacts(document, { host, path: pathname }, vocabulary, sightOf(document, null, left), null);
    return look(facts, vocabulary.rules, { progress: NO_PROGRESS, framed: false, framedSteps: [] });
  };
}
