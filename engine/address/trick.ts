import type { OfficialHost } from '../../content-rules/schema';
import { isOfAnotherGovernment, withoutWww } from './domain';
import { lettersApart } from './letters-apart';
import { skeletonOf } from './skeleton';
import type { Trick } from './verdict';

/** A host that is not the government's, in the shapes in which it is compared. */
interface Suspect {
  host: string;
  skeleton: string;
  /** Its words, without what parts them. */
  words: string[];
}

/** The most letters in which an imitation differs. */
const LETTERS = 2;
/** Endings under which everyone has their own name: `www.cp.com.tw` is two letters from an official host, and somebody's own. */
const ORDINARY_ENDING = /\.(?:com|org|net|edu|idv|club|game|ebiz|mil)\.[a-z]{2}$/;

const TRICKS: readonly (readonly [Trick, (suspect: Suspect, official: OfficialHost) => boolean])[] = [
  ['confusable', ({ skeleton }, { host }) => withoutWww(skeleton) === withoutWww(skeletonOf(host))],
  ['embedded', ({ skeleton }, { host }) => `.${skeleton}.`.includes(`.${skeletonOf(withoutWww(host))}.`)],
  ['hyphens', hasItsWords],
  ['other-ending', hasOtherEnding],
  ['letters', isLettersAway],
];

/**
 * By which trick a host that is not below gov.tw passes for one of the official hosts. The plainest imitation comes first, whichever official
 * host it is of.
 */
export function trickOf(host: string, official: readonly OfficialHost[]): { trick: Trick; official: string } | null {
  const skeleton = skeletonOf(host);
  const suspect = { host, skeleton, words: wordsOf(skeleton) };
  for (const [trick, isPlayed] of TRICKS) {
    const found = official.find((entry) => wordsOf(withoutWww(entry.host)).length > 2 && isPlayed(suspect, entry));
    if (found !== undefined) return { trick, official: found.host };
  }
  // The front page of the government has no name of its own: only what is drawn or spelled just like it passes for it.
  const portal = official.find(({ host }) => wordsOf(withoutWww(host)).length === 2);
  if (portal === undefined || !`${suspect.words.join('.')}.`.startsWith(`${wordsOf(skeletonOf(portal.host)).join('.')}.`)) return null;
  return { trick: suspect.skeleton === skeletonOf(portal.host) ? 'confusable' : 'embedded', official: portal.host };
}

/** A host with 「gov.tw」 somewhere but at its end, or at its end without a dot before it. */
export function feignsGovernment(host: string): boolean {
  return /(?:^|[^a-z0-9])gov[^a-z0-9]?tw(?:[^a-z0-9]|$)|[a-z0-9]gov\.tw$/.test(skeletonOf(host));
}

function wordsOf(text: string): string[] {
  return text.split(/[^a-z0-9]+/).filter((word) => word !== '');
}

/** All its words one after the other, with other signs between them or none. Short hosts must begin and end where words do. */
function hasItsWords({ words }: Suspect, { host, telling }: OfficialHost): boolean {
  const wanted = wordsOf(skeletonOf(withoutWww(host))).join('');
  if (telling !== undefined && words.join('').includes(wanted)) return true;
  return words.some((_, from) => {
    let joined = '';
    for (let next = from; joined.length < wanted.length && next < words.length; next += 1) joined += words[next];
    return joined === wanted;
  });
}

/** `elearn.hrd.gov.cn`, `hrd-elearn.com`, `www.cp.gov.vip`: what tells the host apart is there, the ending is not. */
function hasOtherEnding({ words }: Suspect, { host, telling }: OfficialHost): boolean {
  const own = (telling ?? []).map(skeletonOf);
  if (own.length > 0 && own.every((word) => words.includes(word))) return true;
  if (own.length > 0 && [own, own.toReversed()].some((order) => words.join('').includes(order.join('')))) return true;
  const start = wordsOf(skeletonOf(withoutWww(host))).slice(0, -1);
  return words.some((_, from) => start.every((word, index) => words[from + index] === word));
}

function isLettersAway({ host }: Suspect, official: OfficialHost): boolean {
  if (isOfAnotherGovernment(host)) return false;
  if (official.telling === undefined && ORDINARY_ENDING.test(host)) return false;
  return lettersApart(withoutWww(host), withoutWww(official.host), LETTERS) <= LETTERS || lettersApart(host, official.host, LETTERS) <= LETTERS;
}
