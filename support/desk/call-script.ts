import { fill } from '../../components/fill';
import type { Cause, Evidence, Language, RulePack } from '../../content-rules/schema';
import { describe } from '../../engine/recognise';
import { supportCatalogueOf } from '../catalogue';
import { quotedWords } from '../condition-words';
import type { Caller } from './caller';
import { deskCatalogueOf } from './catalogue';

/** One thing to say on the telephone. Where it is a question, `see` is what the caller should see, `otherwise` what to say if not. */
export interface ScriptLine {
  part: 'open' | 'site' | 'page' | 'hindrance' | 'do' | 'cause' | 'pass';
  say: string;
  see: string;
  otherwise: string;
}

/** Lines of evidence that are asked for; more than three nobody answers. */
const ASKED_AT_MOST = 3;

/**
 * What to ask and to say, in the order in which one does: nobody is asked for a secret, then where the caller is, what keeps them there, what to do,
 * why else it may be, and when to pass the call on.
 *
 * @param said the sentences of the caller's card
 * @param causes the likely ones, the most likely first
 */
export function callScript(
  caller: Caller,
  said: { do: string; why: string } | null,
  causes: readonly Cause[],
  { journey, rules }: RulePack,
  language: Language,
): ScriptLine[] {
  const words = deskCatalogueOf(language).script;
  const line = (part: ScriptLine['part'], say: string, see = '', otherwise = ''): ScriptLine => ({ part, say, see, otherwise });
  const rule = rules.find(({ id }) => id === caller.page);
  const site = journey.sites[(caller.page?.split('/')[0] ?? 'elearn') as 'elearn'];
  const step = journey.steps.find((each) => each.step === caller.step);
  const place = journey.places[step?.open ?? 'elearn-home'];
  const lines = [line('open', words.open)];
  if (rule !== undefined) {
    lines.push(line('site', words.site, fill(words.siteSee, { host: site.host }), fill(words.siteOtherwise, { button: place?.button[language] ?? '' })));
    lines.push(line('page', words.page, evidenceWords(rule.recognise.all, caller.failed, language), words.pageOtherwise));
  } else {
    lines.push(line('page', words.noPage, '', fill(words.noPageOtherwise, { button: place?.button[language] ?? '' })));
  }
  const hindrance = hindranceOf(caller, words);
  if (hindrance !== null) lines.push(line('hindrance', hindrance.say, hindrance.see, hindrance.otherwise));
  if (said !== null && said.do !== '') lines.push(line('do', said.do, said.why, words.doOtherwise));
  for (const { sign, do: first, why } of causes) {
    lines.push(
      line('cause', fill(words.cause, { sign: sign[language] }), '', [first[language], why?.[language] ?? ''].join(language === 'en' ? ' ' : '').trim()),
    );
  }
  lines.push(line('pass', words.pass, '', passOn(journey, step?.call ?? 'elearn', language)));
  return lines;
}

/** What still stands on the caller's page, as one asks for it. */
function evidenceWords(all: readonly Evidence[], failed: readonly string[], language: Language): string {
  const words = supportCatalogueOf(language).condition;
  const there = all.filter((line) => !failed.includes(describe(line))).slice(0, ASKED_AT_MOST);
  return there
    .map((line) => {
      const [kind, said] = Object.entries(line).find(([key]) => key !== 'absence') as [keyof typeof words, string | string[]];
      return `${words[kind]}${language === 'en' ? ' ' : ''}${quotedWords([said].flat(), language)}`;
    })
    .join(deskCatalogueOf(language).script.between);
}

type ScriptWords = ReturnType<typeof deskCatalogueOf>['script'];

/** What keeps the guide from pointing is mostly what keeps the person from pressing. */
function hindranceOf({ reason, kind }: Caller, { hindrances }: ScriptWords): { say: string; see: string; otherwise: string } | null {
  const key = reason ?? (kind === 'lost' || kind === 'ambiguous' ? kind : null);
  return key !== null && Object.hasOwn(hindrances, key) ? hindrances[key as keyof typeof hindrances] : null;
}

/** Accounts, passwords and mails belong to the account site, courses and hours to the other one. */
function passOn({ hotlines }: RulePack['journey'], key: string, language: Language): string {
  const words = deskCatalogueOf(language).script;
  const told = (name: string) => {
    const hotline = hotlines[name];
    return hotline === undefined ? '' : `${hotline.name[language]} ${hotline.telephone}`;
  };
  return fill(words.passTo, { account: told('egov'), courses: told('elearn'), first: told(key) });
}
