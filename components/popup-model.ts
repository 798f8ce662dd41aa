import type { Journey, Language, OfficialHosts, Site } from '../content-rules/schema';
import type { AddressVerdict } from '../engine/address/verdict';
import { type Answers, meets, type Progress, type Question } from '../engine/progress';
import { catalogueOf, fill } from './language';

/** What one document of a tab told, as far as the popup needs it. */
export interface ToldByFrame {
  verdict: string;
  page: string | null;
  step: number | null;
  speaks: boolean;
  /** What its card says, the action in the first line. */
  card: { text: string } | null;
}

/** The tab that the person has in front of them. */
export type TabInFront =
  | { kind: 'looking' }
  /** The browser has not given, or has taken back, the right to work on the sites. */
  | { kind: 'no-access'; address: AddressVerdict | null }
  /** What is thought of its address; null where the browser does not tell it. */
  | { kind: 'elsewhere'; isSiteOpen: boolean; address: AddressVerdict | null }
  /** No frame: nobody in the tab answers. */
  | { kind: 'guided'; tab: number; site: Site; frames: readonly ToldByFrame[] };

/** The guided site of an address that was found right. */
export function siteOf(address: AddressVerdict | null, { hosts }: OfficialHosts): Site | null {
  return (address?.kind === 'official' && hosts.find(({ host }) => host === address.host)?.site) || null;
}

/** What is thought of the address of the tab in front. */
export function addressInFront(tab: TabInFront, journey: Journey): AddressVerdict | null {
  if (tab.kind === 'looking') return null;
  return tab.kind === 'guided' ? { kind: 'official', host: journey.sites[tab.site].host } : tab.address;
}

/** What the tab's card is about: the word of the frame that speaks, else of the page itself. */
export function toldBy(tab: TabInFront): ToldByFrame | null {
  if (tab.kind !== 'guided') return null;
  return tab.frames.find(({ speaks }) => speaks) ?? tab.frames[0] ?? null;
}

/** The step whose action is due: where the person is, or the first after it that their answers leave. */
export function stepAtHand(progress: Progress, journey: Journey): number {
  const due = journey.steps.find(({ step, needless }) => step >= progress.here && !(needless !== undefined && meets(needless, progress, null)));
  return due?.step ?? journey.steps.length;
}

export interface NextAction {
  step: number;
  /** '' where the sentence stands alone. */
  heading: string;
  sentence: string;
  /** The official page that 「帶我去」 opens. */
  place: { key: string; name: string; button: string } | null;
  /** Whether the mail has come is asked. */
  asksForMail: boolean;
  /** The tab in front shows this step already, so leaving it is not the thing to do. */
  isInFront: boolean;
}

/** The guide draws nothing on the site of the tab in front: paused, or its card put away. */
export function isSilent(tab: TabInFront, paused: readonly Site[], putAway: readonly Site[]): boolean {
  return tab.kind === 'guided' && (paused.includes(tab.site) || putAway.includes(tab.site));
}

/** The one thing to do now. */
export function nextAction(progress: Progress, journey: Journey, tab: TabInFront, language: Language, silent = false): NextAction {
  const { popup, card } = catalogueOf(language);
  const at = stepAtHand(progress, journey);
  const entry = journey.steps.find(({ step }) => step === at);
  const told = toldBy(tab);
  const plain = { step: at, heading: '', sentence: '', place: null, asksForMail: false, isInFront: false };
  if (progress.answers.civil === 'yes') return { ...plain, sentence: popup.civil };
  if (entry === undefined) return plain;

  const key = entry.open;
  const official = journey.places[key];
  const place = official === undefined ? null : { key, name: official.name[language], button: official.button[language] };
  const isInFront = told !== null && told.step === at && (told.verdict === 'recognised' || told.verdict === 'degraded');
  if (progress.here === journey.steps.length) return { ...plain, sentence: popup.complete, place, isInFront };

  const isLost = told?.verdict === 'lost' && told.step === at;
  const shown = isInFront && !silent ? told.card?.text.split('\n')[0] : undefined;
  const heading = fill(card.step, { n: at, title: entry.title[language] });
  // What the card in the page says goes before what is said of the step from afar.
  const sentence = shown || ((isLost ? entry.lost?.[language] : undefined) ?? entry.next[language]);
  if (entry.confirmed === true) return { ...plain, heading, sentence, asksForMail: true };
  return { ...plain, heading, sentence, place, isInFront };
}

export interface Where {
  text: string;
  /** Host of a guided site, exactly as the browser tells it. */
  host: string | null;
  isUnsure: boolean;
  /** What the person can do about it. */
  offer: 'reload' | 'resume' | 'show-card' | 'allow' | null;
}

interface WhereSituation {
  journey: Journey;
  language: Language;
  paused: readonly Site[];
  putAway: readonly Site[];
  /** There is a 「帶我去」 to speak of. */
  canTake: boolean;
}

/** One line on the tab in front. */
export function whereIs(tab: TabInFront, { journey, language, paused, putAway, canTake }: WhereSituation): Where {
  const words = catalogueOf(language).popup;
  const say = (text: string, offer: Where['offer'] = null): Where => ({ text, host: null, isUnsure: false, offer });
  if (tab.kind === 'looking') return say(words.looking);
  if (tab.kind === 'no-access') return { ...say(words.noAccess, 'allow'), isUnsure: true };
  if (tab.kind === 'elsewhere') {
    const { address } = tab;
    if (address?.kind === 'official') return { ...say(words.otherTab), host: address.host };
    // The right host, but not as it should be: "not one of the sites" would be wrong of it.
    const isMeant = address?.kind === 'unsure' && address.official === address.host;
    if (isMeant) return { ...say(fill(catalogueOf(language).address.doubts[address.why], { official: address.host })), isUnsure: true };
    return say(tab.isSiteOpen || !canTake ? words.otherTab : words.noTab);
  }

  const site = journey.sites[tab.site];
  const name = site?.name[language] ?? '';
  const host = site?.host ?? null;
  if (paused.includes(tab.site)) return { ...say(fill(words.pausedHere, { site: name }), 'resume'), host };
  const told = toldBy(tab);
  if (told === null) return { ...say(words.noAnswer, 'reload'), host };
  if (told.verdict === 'degraded' || told.verdict === 'ambiguous') {
    const call = journey.steps.find(({ step }) => step === told.step)?.call ?? (tab.site === 'elearn' ? 'elearn' : 'egov');
    return { text: fill(words.changed, { telephone: journey.hotlines[call]?.telephone ?? '' }), host, isUnsure: true, offer: null };
  }
  const page = told.step === null ? name : fill(words.pageAtStep, { site: name, n: told.step });
  const text = told.verdict === 'recognised' ? fill(words.onPage, { page }) : words.unknownPage;
  if (putAway.includes(tab.site)) return { ...say(`${text} ${words.putAwayHere}`, 'show-card'), host };
  return { ...say(text), host };
}

/** The questions that still mean something after the answers given. */
export function questionsFor({ civil, account, hours }: Answers): Question[] {
  if (civil === 'yes') return ['hours', 'civil'];
  return account === 'yes' || hours === 'no' ? ['hours', 'civil', 'account'] : ['hours', 'civil', 'account', 'identify'];
}

type Result = 'earlier' | 'general' | 'hours' | 'civil' | 'account' | 'certificate' | 'none';

/** The sentence that follows from the answers; null while there is too little to say, or once the account is made. */
export function resultOf({ answers, seen, hasOtherRecords }: Progress): Result | null {
  const { civil, account, hours, identify } = answers;
  if (civil === 'yes') return 'civil';
  if (account === 'yes') return seen.includes(9) ? null : 'account';
  if (hours === 'no') return 'hours';
  if (identify === 'none' || identify === 'certificate') return identify;
  if (hasOtherRecords === true) return 'earlier';
  return hours === 'yes' || account === 'no' || identify === 'number' ? 'general' : null;
}

/** Keys of the hotlines for a step and the person's way of proving who they are. */
export function hotlinesFor(step: number, answers: Answers, journey: Journey): string[] {
  const call = journey.steps.find((entry) => entry.step === step)?.call;
  const own = call === undefined ? [] : [call];
  return answers.identify === 'certificate' && answers.civil !== 'yes' ? [...new Set([...own, 'certificate'])] : own;
}
