import type { Stop } from '../walk/walk';

/** Buttons that are no part of what to do at this stop. */
const ALWAYS_THERE = /^(stuck|fold|unfold|put-away|skip|answer-.*)$/;

/** What one stop of a walk shows, in words. */
export interface StopWords {
  /** `step 4`; `after step 2` on a page the guide does not know. */
  step: string;
  /** The page recognised, else the verdict. */
  page: string;
  /** Role and name of what is ringed, or `nothing`. */
  ring: string;
  /** What the card says, in one line, with its own buttons in brackets. */
  card: string;
  /** The warning that is open, or null. */
  warning: string | null;
}

/** Puts a stop into words: what is really drawn, with the names that the guide itself gives. */
export function wordsOf({ explained, sight }: Pick<Stop, 'explained' | 'sight'>): StopWords {
  const target = explained?.target ?? null;
  const { title = '', text = '', all = '', buttons = [] } = sight.card ?? {};
  // Notes are no part of what is to be done: the guide names them, the screen shows whether they are there.
  const notes = (explained?.card?.text.split('\n') ?? []).filter((line) => !text.includes(line) && all.includes(line));
  const own = buttons.filter(({ action }) => !ALWAYS_THERE.test(action)).map(({ label }) => `[${label}]`);
  // Folded, the card shows one line, which is title and text at once.
  const card = new Set([title, ...text.split('\n'), ...notes, ...own].map(oneLine).filter((part) => part !== ''));
  return {
    step: explained === null || explained.step === null ? 'no step' : `${explained.verdict === 'lost' ? 'after step' : 'step'} ${explained.step}`,
    page: explained?.page ?? `(${explained?.verdict ?? 'nothing known'})`,
    ring: sight.ring === null ? 'nothing' : target === null ? 'something unnamed' : `${target.role} ${target.name}`,
    card: [...card].join(' / '),
    warning: sight.caution === null ? null : oneLine([sight.caution.title, sight.caution.body].filter((part) => part !== '').join(' / ')),
  };
}

/** The line that is printed for a stop. */
export function stopLine(number: number, { step, page, ring, card, warning }: StopWords): string {
  const parts = [`${String(number).padStart(2)}. ${step}`, page, `ring: ${ring}`, `card: ${card}`];
  return [...parts, ...(warning === null ? [] : [`WARNING: ${warning}`])].join(' | ');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
