import type { Explanation } from '../../platform/messages';
import type { Person, Sight } from './person';

/** One stop of a walk, for the line that is printed and the picture that is taken. */
export interface Stop {
  number: number;
  address: string;
  explained: Explanation | null;
  sight: Sight;
}

export interface WalkOptions {
  /** Buttons the person looks for on a page the guide does not know. */
  onUnknownPage?: readonly string[];
  onStop(stop: Stop, person: Person): Promise<void>;
  /** What is typed into every field. */
  typed?: string;
  /** Ends the walk: true when this is the last stop. */
  isEnd(stop: Stop): boolean;
  /** Does something else than following the guide at a stop. True where it did. */
  instead?(stop: Stop, person: Person): Promise<boolean>;
}

const MOST_STOPS = 60;
const UNKNOWN_PAGE_BUTTONS = ['下一步', '開始註冊', '我要註冊', '繼續'];

/** Follows the guide from where the browser is now until the end: presses what is ringed, fills in what is focused, reads where it must. */
export async function walk(person: Person, options: WalkOptions): Promise<Stop[]> {
  const stops: Stop[] = [];
  let before = '';
  let hasPressedAgain = false;
  const next = () => person.see(`something new after ${before}`, (seen) => seen.card !== null && fingerprint(seen) !== before);
  while (stops.length < MOST_STOPS) {
    const sight = await next().catch(async (error: unknown) => {
      // Once in some ten walks a press comes to nothing, and nobody knows why yet (docs/pitfalls.md): anyone would press once more.
      if (hasPressedAgain || before === '') throw error;
      hasPressedAgain = true;
      process.stderr.write(`walk: a press came to nothing, and is tried once more: ${before}\n`);
      await follow(person, await person.glance(), options);
      return next();
    });
    const stop: Stop = { number: stops.length + 1, address: sight.address, explained: await person.explain(), sight };
    stops.push(stop);
    await options.onStop(stop, person);
    if (options.isEnd(stop)) return stops;
    before = fingerprint(sight);
    if ((await options.instead?.(stop, person)) === true) {
      before = '';
      continue;
    }
    await follow(person, sight, options);
  }
  throw new Error(
    `The walk has no end: ${stops
      .slice(-4)
      .map(({ sight }) => sight.card?.title)
      .join(' → ')}`,
  );
}

async function follow(person: Person, sight: Sight, options: WalkOptions): Promise<void> {
  const { card, caution } = sight;
  if (caution !== null) return person.answerWarning('insist');
  if (card?.buttons.some(({ action }) => action === 'show-me') === true) return person.pressOurs(card.buttons, 'show-me');
  if (sight.ring !== null) {
    await person.pressRing(sight);
    if (await person.isInField()) await person.fillIn(options.typed ?? '12345');
    return;
  }
  for (const action of ['mail-came', 'open']) {
    if (card?.buttons.some((button) => button.action === action) === true) return person.pressOurs(card.buttons, action);
  }
  await person.goOnByReading(options.onUnknownPage ?? UNKNOWN_PAGE_BUTTONS);
}

function fingerprint({ address, ring, card, caution }: Sight): string {
  return JSON.stringify([address, ring, card?.title, card?.text, caution?.title ?? null]);
}
