import { fill } from '../components/fill';
import type { HelpPack, Language, RulePack } from '../content-rules/schema';
import type { Answers, Question } from '../engine/progress';
import { questions as questionsEn } from '../locales/en.json';
import { questions as questionsZh } from '../locales/zh-TW.json';
import { supportCatalogueOf } from './catalogue';
import { failedConditionWords } from './condition-words';
import type { DecodedCode } from './decode';
import { partAt } from './page-table';

const QUESTIONS: Record<Language, Record<string, string>> = { 'zh-TW': questionsZh, en: questionsEn };
const KNOWN_PAGE = new Set(['recognised', 'degraded']);

/** One line about a caller: what it is about, and what is so. */
export interface CodeLine {
  about: 'page' | 'step' | 'pointsAt' | 'verdict' | 'failed' | 'answers' | 'recovery' | 'made';
  label: string;
  text: string;
}

type Known = Pick<RulePack, 'journey' | 'rules'>;

/** A decoded code in words, line by line, with the sentences of the rules that are here now. */
export function wordsOfCode(code: DecodedCode, pack: Known, help: Pick<HelpPack, 'recoveries'>, language: Language): CodeLine[] {
  const words = supportCatalogueOf(language).code;
  const texts: Record<CodeLine['about'], string> = {
    page: pageWords(code, pack, language),
    step: stepWords(code, pack, language),
    pointsAt: pointsAtWords(code, help, language),
    verdict: verdictWords(code, language),
    failed: failedWords(code, language),
    answers: answerWords(code, language),
    recovery: recoveryTitle(code, help, language) ?? words.noRecovery,
    made: fill(words.madeOf, { version: code.version, date: code.rulesDate, edition: code.parts.edition }),
  };
  return Object.entries(texts).map(([about, text]) => ({ about: about as CodeLine['about'], label: words[about as CodeLine['about']], text }));
}

/** What the guide saw, in one sentence. */
export function verdictWords({ parts: { kind, reason } }: DecodedCode, language: Language): string {
  return supportCatalogueOf(language).verdict[(reason ?? kind) as 'recognised'];
}

/** The step of the caller: the one that the code says, else that of the page. Null where there is none. */
export function stepOf({ parts, placed }: DecodedCode, { rules }: Pick<RulePack, 'rules'>): number | null {
  if (parts.step !== null) return parts.step === 0 ? null : parts.step;
  const rule = rules.find(({ id }) => id === parts.page);
  // Where the rule points at other things by now, its targets are not those of the code.
  const at = placed?.isCurrent === true ? partAt(placed.look, parts.spot) : undefined;
  const target = at === undefined ? undefined : rule?.targets[at.target];
  return (target?.step === undefined ? rule?.step : target.step) ?? null;
}

function pageWords({ parts }: DecodedCode, { rules }: Known, language: Language): string {
  const words = supportCatalogueOf(language).code;
  if (parts.page === null) return words.noPage;
  const title = rules.find(({ id }) => id === parts.page)?.say[language].title;
  const page = title === undefined ? parts.page : fill(words.pageOf, { title, page: parts.page });
  return KNOWN_PAGE.has(parts.kind) ? page : fill(words.nearest, { page });
}

function stepWords(code: DecodedCode, pack: Known, language: Language): string {
  return stepNamed(stepOf(code, pack), pack, language);
}

/** `第 4 步，共 11 步：選「是」`; that there is none where it is null. */
export function stepNamed(n: number | null, { journey }: Pick<Known, 'journey'>, language: Language): string {
  const words = supportCatalogueOf(language).code;
  const title = journey.steps.find(({ step }) => step === n)?.title[language];
  return n === null || title === undefined ? words.noStep : fill(words.stepOf, { n, title });
}

function pointsAtWords(code: DecodedCode, help: Pick<HelpPack, 'recoveries'>, language: Language): string {
  const words = supportCatalogueOf(language).code;
  const { placed, parts } = code;
  if (!KNOWN_PAGE.has(parts.kind)) return words.pointsAtNothing;
  const at = placed === null ? undefined : partAt(placed.look, parts.spot);
  if (at !== undefined && at.words !== '') return fill(words.pointsAtWords, { words: at.words });
  const title = parts.spot === 0 ? recoveryTitle(code, help, language) : null;
  return title === null ? words.pointsAtNothing : fill(words.pointsAtWay, { title });
}

function failedWords({ parts, placed }: DecodedCode, language: Language): string {
  const words = supportCatalogueOf(language).code;
  const failed = parts.failed.map((condition) => failedConditionWords(placed?.look.conditions[condition] ?? '', language));
  return failed.length === 0 ? words.nothingFailed : failed.join(words.between);
}

function answerWords({ parts }: DecodedCode, language: Language): string {
  const words = supportCatalogueOf(language).code;
  return [answersSaid(parts.answers, language), ...(parts.visit === 'again' ? [words.again] : [])].join(words.between);
}

/** Each question with what was answered. */
export function answersSaid(answers: Answers, language: Language): string {
  const words = supportCatalogueOf(language).code;
  const said = Object.entries(answers).map(([question, answer]) => {
    const given = answer === 'unsaid' ? words.unsaid : (QUESTIONS[language][`${question}.${answer}`] ?? answer);
    return fill(words.answerOf, { question: QUESTIONS[language][question as Question] ?? question, answer: given });
  });
  return said.join(words.between);
}

function recoveryTitle({ parts }: DecodedCode, { recoveries }: Pick<HelpPack, 'recoveries'>, language: Language): string | null {
  return recoveries.find(({ id }) => id === parts.recovery)?.title[language] ?? parts.recovery;
}
