import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, type Rollup } from 'vite';
import { describe, expect, it, test } from 'vitest';
import { cardFor } from '../../components/card-model';
import type { KnownProblem, RulePack } from '../../content-rules/schema';
import { readFacts } from '../../engine/facts/read';
import { isCurrent } from '../../engine/known-problems';
import { look } from '../../engine/look';
import { NO_PROGRESS } from '../../engine/progress';
import { vocabularyOf } from '../../engine/vocabulary';
import { problemsAt, problemWords } from '../../support/known-problems';
import { withProblems } from '../../tools/build/known-problems';
import { readContent } from '../../tools/build/rule-pack';
import { pagePack, rulePackModule } from '../../tools/build/rule-pack-module';
import { pack, problems } from '../support/content';
import { closePage, openReplica, ROOT, sightWithoutLayout } from '../support/page';

const PAGE = 'elearn/05-certificate-question';
const problem: KnownProblem = {
  id: 'next-is-dead',
  page: PAGE,
  sign: { text: '系統維護中' },
  since: '2026-12-01',
  say: { 'zh-TW': '「下一步」現在按了沒有反應。請過一小時再試。', en: '「下一步」 does nothing at the moment. Try again in an hour.' },
  sources: ['inferred'],
};

/** What is said and pointed at on the page while it has the problem, or another one. */
function shownWith(changes: Partial<KnownProblem>, html: string) {
  const changed: RulePack = { ...pack, rules: withProblems(pack.rules, [{ ...problem, ...changes }]) };
  const elearn = pagePack(changed, 'elearn');
  const vocabulary = vocabularyOf(elearn, 'elearn');
  const { document } = openReplica(`${PAGE}/replica.html`, 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php');
  document.body.insertAdjacentHTML('beforeend', html);
  const { facts } = readFacts(document, { host: 'elearn.hrd.gov.tw', path: '/mooc/co_new_member_1.php' }, vocabulary, sightWithoutLayout(document));
  const verdict = look(facts, vocabulary.rules, { progress: NO_PROGRESS, framed: false, framedSteps: [] });
  const card = cardFor(verdict, { pack: elearn, progress: NO_PROGRESS, language: 'zh-TW', isOutOfView: false, pressAgain: null, mailIsLate: false });
  closePage(document);
  return { verdict, card };
}

describe('while a page shows the sign of a known problem', () => {
  const SIGNS: [string, Partial<KnownProblem>, string][] = [
    ['a text', {}, '<p>公告：系統維護中，請稍候</p>'],
    ['a heading', { sign: { heading: '系統維護' } }, '<h2>系統維護</h2>'],
    ['a button', { sign: { button: '關閉公告' } }, '<button>關閉公告</button>'],
    ['a choice', { sign: { choice: '不再顯示' } }, '<label><input type="checkbox">不再顯示</label>'],
    ['a field', { sign: { field: '維護驗證碼' } }, '<label>維護驗證碼 <input></label>'],
  ];
  it.each(SIGNS)('%s, the card says it, and the ring stays', (_, changes, html) => {
    const { verdict, card } = shownWith(changes, html);
    expect(verdict).toMatchObject({ kind: 'recognised', page: PAGE, target: { name: '是需要驗證您的身分' } });
    expect(card?.notes).toEqual([problem.say['zh-TW']]);
    expect(card?.do).toBe('請選「是（需要驗證您的身分）」。');
  });
  it.each(SIGNS)('%s, with the ring switched off there are words alone', (_, changes, html) => {
    const { verdict, card } = shownWith({ ...changes, ring: 'off' }, html);
    expect(verdict).toMatchObject({ kind: 'degraded', missing: 'page-changed', page: PAGE, target: null, look: '是(需要驗證您的身分)' });
    expect(card).toMatchObject({ isUnsure: true, notes: [problem.say['zh-TW']], do: '網站可能改版了。請在畫面上找「是(需要驗證您的身分)」這幾個字。' });
  });
  it.each(SIGNS)('%s, and without it nothing is said of it', (_, changes) => {
    const { verdict, card } = shownWith({ ...changes, ring: 'off' }, '<p>公告</p>');
    expect(verdict).toMatchObject({ kind: 'recognised', target: { name: '是需要驗證您的身分' } });
    expect(card?.notes).toEqual([]);
  });
  it('a wrong choice is warned of all the same', () => {
    const { verdict } = shownWith({ ring: 'off' }, '<p>系統維護中</p>');
    expect('cautions' in verdict && verdict.cautions.map(({ id }) => id)).toEqual(['choosing-no']);
  });
});

describe('the days of a problem', () => {
  test.each([
    ['the day before', '2026-11-30', false],
    ['the first day', '2026-12-01', true],
    ['the last day', '2026-12-05', true],
    ['the day after', '2026-12-06', false],
  ])('%s', (_, day, isTold) => expect(isCurrent({ since: '2026-12-01', until: '2026-12-05' }, day)).toBe(isTold));
  test('without an end it lasts', () => expect(isCurrent({ since: '2026-12-01' }, '2099-12-31')).toBe(true));
});

const YAML = `- id: next-is-dead
  page: elearn/01-home
  sign: { text: 系統維護中 }
  since: 2026-12-01
  until: 2026-12-05
  say: { zh-TW: 請過一小時再試。, en: Try again in an hour. }
  ring: off
  sources: [inferred]
`;

/** The content of the project with another list. */
function contentWith(list: string): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'problems-'));
  cpSync(join(ROOT, 'content-rules'), join(root, 'content-rules'), { recursive: true });
  writeFileSync(join(root, 'content-rules', 'known-problems.yaml'), list);
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** What a script of the site gets for its rules when it starts on a day, and the script itself. */
async function startedOn(root: string, day: string) {
  const entry = '\0entry';
  const plugin = {
    name: 'entry',
    resolveId: (id: string) => (id === 'entry' ? entry : null),
    load: (id: string) => (id === entry ? `import pack from '#page-pack/elearn'; globalThis.started = pack;` : null),
  };
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [plugin, rulePackModule(root)],
    build: { write: false, minify: false, rollupOptions: { input: 'entry', output: { format: 'iife' } } },
  })) as Rollup.RollupOutput;
  const { code } = built.output[0];
  const Clock = class extends Date {
    constructor() {
      super(`${day}T04:00:00Z`);
    }
  };
  const world: { started?: { rules: { notices?: object[] }[] }; Date: unknown } = { Date: Clock };
  runInNewContext(code, world);
  return { notices: world.started?.rules[0]?.notices, code };
}

describe('the list of problems', () => {
  it('is built into the scripts, and told on its days alone', async () => {
    const { root, remove } = contentWith(YAML);
    try {
      expect((await startedOn(root, '2026-12-03')).notices).toMatchObject([{ text: '系統維護中', ring: 'off' }]);
      expect((await startedOn(root, '2026-12-06')).notices).toEqual([]);
      expect((await startedOn(root, '2026-11-30')).notices).toEqual([]);
    } finally {
      remove();
    }
  });

  it('costs the scripts nothing while it is empty', async () => {
    const { root, remove } = contentWith('[]');
    try {
      const { code, notices } = await startedOn(root, '2026-12-03');
      expect(notices).toBeUndefined();
      expect(code).not.toMatch(/\bDate\b|since|notices/);
    } finally {
      remove();
    }
  });

  it.each([
    ['of a page that has no rule', YAML.replace('01-home', '99-home'), 'content-rules/known-problems.yaml:2: page: there is no rule elearn/99-home'],
    [
      'that ends before it begins',
      YAML.replace('until: 2026-12-05', 'until: 2026-11-05'),
      'content-rules/known-problems.yaml:5: 0.until: expected a day not before `since`',
    ],
    ['listed twice', YAML + YAML, 'content-rules/known-problems.yaml:9: id: next-is-dead is used twice'],
    ['in one language', YAML.replace(', en: Try again in an hour. ', ' '), 'content-rules/known-problems.yaml:6: 0.say.en:'],
    ['with a ring that is on', YAML.replace('ring: off', 'ring: on'), 'content-rules/known-problems.yaml:7: 0.ring:'],
    ['without a sign', YAML.replace('  sign: { text: 系統維護中 }\n', ''), 'content-rules/known-problems.yaml:1: 0.sign:'],
  ])('refuses one %s', (_, text, fault) => {
    const { root, remove } = contentWith(text);
    try {
      expect(() => readContent(root)).toThrow(fault);
    } finally {
      remove();
    }
  });

  it('that is shipped is read with everything else, and stands among the notices of its pages', () => {
    expect(problems).toEqual(readContent(ROOT).problems);
    const dated = pack.rules.flatMap(({ notices = [] }) => notices.filter(({ since }) => since !== undefined));
    expect(dated).toHaveLength(problems.length);
  });
});

describe('for the support desk', () => {
  const old = { ...problem, id: 'old', since: '2026-01-01', until: '2026-12-31' };
  const elsewhere = { ...problem, id: 'elsewhere', page: 'elearn/01-home' };
  const past = { ...problem, id: 'past', since: '2026-01-01', until: '2026-02-01' };
  const all = [old, problem, elsewhere, past];

  it('the problems of a page on a day, the newest first', () => {
    expect(problemsAt(all, PAGE, new Date('2026-12-03T04:00:00Z')).map(({ id }) => id)).toEqual(['next-is-dead', 'old']);
    expect(problemsAt(all, null, new Date('2026-12-03T04:00:00Z')).map(({ id }) => id)).toEqual(['next-is-dead', 'elsewhere', 'old']);
    expect(problemsAt(all, PAGE, new Date('2026-01-15T04:00:00Z')).map(({ id }) => id)).toEqual(['old', 'past']);
  });

  it('each in one line, in both languages', () => {
    expect(problemWords(problem, 'zh-TW')).toBe('2026-12-01 起：「下一步」現在按了沒有反應。請過一小時再試。');
    expect(problemWords({ ...old, ring: 'off' }, 'en')).toBe(
      '2026-01-01 to 2026-12-31: 「下一步」 does nothing at the moment. Try again in an hour. Nothing is ringed meanwhile, words only.',
    );
  });
});
