import { fill } from '../components/fill';
import type { Cause, Language, RulePack, Sentences } from '../content-rules/schema';
import { partOf } from '../engine/parts';
import { meets, NO_PROGRESS, type Progress } from '../engine/progress';
import { supportCatalogueOf } from './catalogue';

/** Who is written to, as far as a code or a report tells. */
export interface Addressee {
  page: string | null;
  step: number | null;
  /** What of the page's rule their card spoke of; null: what is due by their answers. */
  target: number | null;
  part: number;
  progress: Progress;
}

/** Somebody of whom nothing is known. */
export const NOBODY: Addressee = { page: null, step: null, target: null, part: 0, progress: NO_PROGRESS };

/**
 * A mail for somebody who is stuck, in the rules' own sentences: where they are, what to do, whom to call, and that nobody asks for a password.
 * @param cause why they are stuck there, one of the causes of the page or step; null: the mail says what is due there
 * @param rulesDate of the rules that are here, as 2026-11-30
 */
export function replyText(addressee: Addressee, cause: Cause | null, pack: Pick<RulePack, 'journey' | 'rules'>, rulesDate: string, language: Language): string {
  const words = supportCatalogueOf(language);
  const { reply } = words;
  const { journey } = pack;
  const step = journey.steps.find((each) => each.step === addressee.step);
  const at = step === undefined ? reply.atNoStep : fill(reply.at, { step: fill(words.code.stepOf, { n: step.step, title: step.title[language] }) });
  const due = cause === null ? dueSentences(addressee, pack, language) : { do: cause.do[language], why: cause.why?.[language] };
  const place = journey.places[cause?.open ?? step?.open ?? 'elearn-home'];
  const hotline = journey.hotlines[cause?.call ?? step?.call ?? 'elearn'];
  const paragraphs = [
    [reply.greeting],
    [ended(at, language), ...(cause === null ? [] : [ended(fill(reply.isIt, { sign: cause.sign[language] }), language)])],
    [reply.doThis, due.do ?? '', due.why === undefined ? '' : fill(reply.why, { why: due.why }), cause?.recovery === undefined ? '' : reply.way],
    [
      place === undefined ? '' : fill(reply.page, { name: place.name[language], url: place.url }),
      hotline === undefined ? '' : fill(reply.call, { name: hotline.name[language], telephone: hotline.telephone }),
    ],
    [reply.never],
    [fill(reply.source, { date: rulesDate })],
  ];
  return paragraphs.map((lines) => lines.filter((line) => line !== '').join('\n')).join('\n\n');
}

/** What the guide says there is to do. */
function dueSentences(
  { page, step, target, part, progress }: Addressee,
  { journey, rules }: Pick<RulePack, 'journey' | 'rules'>,
  language: Language,
): Sentences {
  const next = { do: journey.steps.find((each) => each.step === step)?.next[language] ?? journey.steps[0]?.next[language] };
  const rule = rules.find(({ id }) => id === page);
  if (rule === undefined) return next;
  const own = target === null ? rule.targets.find((each) => meets(each.for, progress, page)) : rule.targets[target];
  const said = partOf(own, part)?.say?.[language] ?? own?.say?.[language];
  return said?.do === undefined ? (rule.say[language].do === undefined ? next : rule.say[language]) : said;
}

/** Buttons and titles bear no full stop; a sentence of a mail does. */
function ended(text: string, language: Language): string {
  return /[。？！.?!]$/u.test(text) ? text : `${text}${language === 'en' ? '.' : '。'}`;
}
