import { describe, expect, it } from 'vitest';
import { rule as ruleSchema } from '../../content-rules/schema';
import { readYaml } from '../../tools/build/yaml-file';
import { help, officialHosts, pack } from '../support/content';
import { ROOT } from '../support/page';
import { LANGUAGES, sentencesOfCatalogues, sentencesOfHelp, sentencesOfHosts, sentencesOfRules } from '../support/sentences';

const ofRules = [...sentencesOfRules(pack), ...sentencesOfHelp(help)];
const ofCatalogues = sentencesOfCatalogues();
const all = [...ofRules, ...ofCatalogues, ...sentencesOfHosts(officialHosts)];

/** Names of things that English sentences call by their Chinese name; words of the sites stand in 「」. */
const NAMES = /e等公務園|我的[eE]政府|自然人憑證/gu;
const QUOTED = /「[^」]*」/gu;

/** Those sentences of a language in which something is wrong, as lines to read. */
function offenders(language: 'zh-TW' | 'en', isWrong: (text: string) => boolean, sentences = all): string[] {
  return sentences.filter(({ text }) => text[language] !== undefined && isWrong(text[language])).map(({ where, text }) => `${where}: ${text[language]}`);
}

describe('both languages are complete', () => {
  it('there is something to look at', () => {
    expect(ofRules.length).toBeGreaterThan(250);
    expect(ofCatalogues.length).toBeGreaterThan(100);
  });
  it('every sentence is there in both, and says something', () => {
    expect(all.filter(({ text }) => LANGUAGES.some((language) => (text[language] ?? '').trim() === '')).map(({ where }) => where)).toEqual([]);
  });
  it('both have the same places to fill in', () => {
    const places = (text = '') => (text.match(/\{[^}]*\}/gu) ?? []).sort().join();
    expect(all.filter(({ text }) => places(text['zh-TW']) !== places(text.en)).map(({ where }) => where)).toEqual([]);
  });
  it('the rules have no places to fill in: nobody fills them', () => {
    for (const language of LANGUAGES) expect(offenders(language, (text) => /[{}]/.test(text), ofRules)).toEqual([]);
  });
  it('the schema lets no rule pass that lacks a language', () => {
    const { value } = readYaml(`${ROOT}/content-rules/elearn/01-home/rule.yaml`, 'rule.yaml', ruleSchema);
    for (const language of LANGUAGES) {
      const { [language]: _, ...rest } = value.say;
      expect(ruleSchema.safeParse({ ...value, say: rest }).success).toBe(false);
    }
    expect(ruleSchema.safeParse(value).success).toBe(true);
  });
});

describe('Chinese sentences', () => {
  it('say 您', () => expect(offenders('zh-TW', (text) => /[你妳]/u.test(text))).toEqual([]));
  it('use the words of Taiwan', () => expect(offenders('zh-TW', (text) => /點擊|鏈接|郵箱|設置|視頻|登錄|短信|屏幕|默認|賬/u.test(text))).toEqual([]));
  it('have wide punctuation beside Chinese characters, but in words of the sites', () => {
    const half = /\p{Script=Han}\s*[,?!;:.()]|[,?!;:()]\s*\p{Script=Han}/u;
    expect(offenders('zh-TW', (text) => half.test(text.replaceAll(QUOTED, '「」')))).toEqual([]);
  });
  it('have no dashes and no quotation marks but 「」', () => expect(offenders('zh-TW', (text) => /[—―－“”‘’"']|--/u.test(text))).toEqual([]));
  it('have half-width digits', () => expect(offenders('zh-TW', (text) => /[０-９]/u.test(text))).toEqual([]));
  it('that tell what to do have at most 28 characters and end in a full stop', () => {
    expect(
      offenders(
        'zh-TW',
        (text) => [...text].length > 28,
        ofRules.filter(({ part }) => part === 'do'),
      ),
    ).toEqual([]);
    expect(
      offenders(
        'zh-TW',
        (text) => !text.endsWith('。'),
        ofRules.filter(({ part }) => part === 'do' || part === 'next' || part === 'lost'),
      ),
    ).toEqual([]);
  });
  it('in titles and on buttons do not say 請', () => {
    const short = ofRules.filter(({ part }) => ['title', 'safe', 'insist', 'button'].includes(part));
    expect(offenders('zh-TW', (text) => text.startsWith('請'), short)).toEqual([]);
  });
});

describe('English sentences', () => {
  it('have Chinese only in words of the sites, in 「」, and in names of things', () => {
    const chinese = ofCatalogues.filter(({ where }) => where.endsWith('otherLanguage'));
    expect(chinese).toHaveLength(1);
    const sentences = all.filter((sentence) => !chinese.includes(sentence));
    expect(offenders('en', (text) => /\p{Script=Han}/u.test(text.replaceAll(QUOTED, '').replaceAll(NAMES, '')), sentences)).toEqual([]);
  });
  it('leave words of the sites in Chinese', () => {
    const translated = (text: string) => (text.match(QUOTED) ?? []).some((quoted) => !/\p{Script=Han}|\{\w+\}/u.test(quoted));
    expect(offenders('en', translated)).toEqual([]);
  });
  it('have no wide punctuation outside 「」', () => expect(offenders('en', (text) => /[，。？！；：、（）]/u.test(text.replaceAll(QUOTED, '')))).toEqual([]));
});

it('quotation marks come in pairs, one inside none', () => {
  for (const language of LANGUAGES) expect(offenders(language, (text) => /[「」]/u.test(text.replaceAll(/「[^「」]*」/gu, '')))).toEqual([]);
});
