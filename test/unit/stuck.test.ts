import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cardFor } from '../../components/card-model';
import type { StuckTopic } from '../../components/models';
import { causesAt, recoveryOfSite, type StuckAt, stuckTopic } from '../../components/stuck-model';
import type { BrowserKind, Language, RecoveryOfSite, Site } from '../../content-rules/schema';
import { readFacts } from '../../engine/facts/read';
import { look } from '../../engine/look';
import { normalise } from '../../engine/normalise';
import { foldProgress, type JourneyEvent, NO_PROGRESS, type Progress } from '../../engine/progress';
import type { Verdict } from '../../engine/verdict';
import { vocabularyOf } from '../../engine/vocabulary';
import { withRecovery } from '../../engine/with-recovery';
import { browserKind } from '../../platform/browser-kind';
import { pagePack } from '../../tools/build/rule-pack-module';
import { carriedBy, expectSound, situationOf } from '../support/cards';
import { help, pack } from '../support/content';
import { ALL_ANSWERS } from '../support/facts';
import { closePage, openReplica, ROOT, sightWithoutLayout } from '../support/page';
import { LANGUAGES } from '../support/sentences';

const BROWSERS: readonly BrowserKind[] = ['chrome', 'edge', 'firefox'];
const everyStep = pack.journey.steps.map(({ step }) => step);
const at = (more: Partial<StuckAt> = {}): StuckAt => ({ page: null, step: 1, progress: NO_PROGRESS, language: 'zh-TW', browser: 'chrome', ...more });
const withAnswers = (answers: object, page: string): Progress[] =>
  [0, 1, 2].map((times) => ({ ...NO_PROGRESS, answers: answers as Progress['answers'], arrivals: { [page]: times } }));

/** A topic and all below it. */
const allOf = (topic: StuckTopic): StuckTopic[] => [topic, ...topic.topics.flatMap(allOf)];

/** Where a card may stand: each page at its steps, and each step on a page that nobody knows. */
const PLACES = [
  ...pack.rules.flatMap(({ id, step, targets }) => {
    const steps = new Set([step, ...targets.map((target) => target.step)].flatMap((each) => each ?? []));
    return (steps.size === 0 ? [1] : [...steps]).map((each) => ({ page: id as string | null, step: each }));
  }),
  ...everyStep.map((step) => ({ page: null, step })),
];

describe('「我卡住了」', () => {
  it.each(PLACES.map((place) => [`${place.page ?? 'an unknown page'} at step ${place.step}`, place] as const))(
    '%s has three causes, whoever it is',
    (_, place) => {
      for (const answers of ALL_ANSWERS) {
        for (const progress of withAnswers(answers, place.page ?? '')) {
          const ids = causesAt(help, { ...place, progress }).map(({ id }) => id);
          expect(new Set(ids).size, JSON.stringify(answers)).toBe(3);
        }
      }
    },
  );

  it('puts a page’s own causes before those of its step', () => {
    const page = causesAt(help, at({ page: 'elearn/10-home-logged-in', step: 11 })).map(({ id }) => id);
    expect(page).toEqual(['dialog-after-login', 'logged-in-the-old-way', 'course-refuses-me']);
  });

  it('then has a changed page with the words to look for, then the ways back that no cause leads to', () => {
    const { topics } = stuckTopic(help, pack, at({ page: 'elearn/01-home' }));
    expect(topics.slice(3).map(({ id }) => id)).toEqual(['looks-different', 'something-else']);
    expect(topics[3]?.say).toContain('請先把畫面往下捲，找「登入」這幾個字。');
    expect(topics[4]?.topics.map(({ id }) => id)).toHaveLength(help.recoveries.length - 1);
    expect(topics[4]?.topics.map(({ id }) => id)).not.toContain('other-login');
  });

  it('says whom to call, when, and what to say there', () => {
    const calls = (place: Partial<StuckAt>) => stuckTopic(help, pack, at(place)).call;
    expect(calls({ page: 'elearn/01-home' })).toEqual([
      'e等公務園客服：02-8195-8090',
      '服務時間：週一到週五 9–12 點、14–17 點',
      '請說：我在用 e等公務園，停在『打開登入』這一步。',
      '客服不會問您的密碼。有人問，請掛斷電話。',
    ]);
    expect(calls({ step: 8 })).toEqual([
      '我的e政府客服：02-2192-7111',
      '服務時間我們不確定。打不通，也可以寫信到 egov@service.gov.tw。',
      '請說：我在註冊我的e政府，停在『填註冊表』這一步。',
      '客服不會問您的密碼。有人問，請掛斷電話。',
    ]);
  });

  it('is complete and sound wherever and whoever it is', () => {
    for (const place of PLACES) {
      for (const language of LANGUAGES) {
        for (const browser of BROWSERS) {
          for (const topic of allOf(stuckTopic(help, pack, at({ ...place, language, browser })))) {
            expect(topic.say[0] ?? '', `${place.page} ${topic.id}`).not.toBe('');
            expect(topic.call, topic.id).toHaveLength(4);
            const texts = [topic.sign, topic.close, ...topic.say, ...topic.call, ...topic.buttons.map(({ label }) => label)];
            expect(texts.filter((text) => text === '' || /[{}]|undefined|null/.test(text))).toEqual([]);
            expect(new Set(topic.call).size).toBe(4);
            expect(new Set(topic.say).size).toBe(topic.say.length);
          }
        }
      }
    }
  });

  it('asks nobody to say anything personal on the phone', () => {
    const asked = [...causes, ...help.recoveries].flatMap(({ ask }) => (ask === undefined ? [] : [ask['zh-TW'], ask.en]));
    expect(asked.length).toBeGreaterThan(20);
    expect(
      asked.filter((text) => /我的(?:身分證字號|密碼|帳號|姓名|手機)是|my (?:ID number|password|name) is/u.test(text) || /[A-Z]\d{9}|09\d{8}/.test(text)),
    ).toEqual([]);
  });

  it('tells the browsers apart', () => {
    const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
    expect([chrome, `${chrome} Edg/150.0.0.0`, 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'].map(browserKind)).toEqual(BROWSERS);
  });
});

const causes = [...Object.values(help.causes.steps), ...Object.values(help.causes.pages)].flat();

describe('the words of causes and ways back', () => {
  /** Everything of the sites that a quotation may come from: the replicas, and what is told of pages that nobody has drawn. */
  const files = readdirSync(join(ROOT, 'content-rules'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
  const ofSites = normalise(files.map((file) => readFileSync(join(ROOT, 'content-rules', file), 'utf8').replace(/<br>|<\/?strong>/g, '')).join('\n'));
  /** Told in the facts of the sites, with no replica that shows them. */
  const TOLD = ['帳號未啟用', '任何人'];
  const ours = Object.values(pack.journey.places).map(({ button }) => button['zh-TW']);
  const sentences = [...causes, ...help.recoveries].flatMap((entry) =>
    textsOf({ ...entry, for: undefined, steps: 'steps' in entry ? entry.steps.map(({ target }) => target.say) : [], cases: [] }),
  );

  it('are there', () => expect(sentences.length).toBeGreaterThan(200));
  it('quote only what the sites really say', () => {
    const quoted = sentences.flatMap((text) => text.match(/「[^」]*」/gu) ?? []).map((words) => words.replace(/[「」]|…$/gu, '').replace(/…」$/u, ''));
    expect(quoted.length).toBeGreaterThan(50);
    const unheard = quoted.filter((words) => !TOLD.includes(words) && !ours.includes(words) && !ofSites.includes(normalise(words.replace(/…$/u, ''))));
    expect([...new Set(unheard)]).toEqual([]);
  });
  it('say first what to do, in at most 28 characters and with a full stop', () => {
    const firsts = [
      ...causes.map((cause) => cause.do),
      ...help.recoveries.flatMap(({ steps }) => steps.map(({ target }) => target.say['zh-TW'].do as string)),
    ].map((text) => (typeof text === 'string' ? text : text['zh-TW']));
    expect(firsts.filter((text) => [...text].length > 28 || !text.endsWith('。'))).toEqual([]);
  });
  it('have signs short enough for a button, said by the person and without a full stop', () => {
    const signs = causes.map(({ sign }) => sign['zh-TW']);
    expect(signs.filter((text) => [...text].length > 24 || /[。您]/u.test(text))).toEqual([]);
  });
  it('lead out of it, or say why', () => {
    expect(causes.filter(({ why, recovery, open, call }) => (why ?? recovery ?? open ?? call) === undefined).map(({ id }) => id)).toEqual([]);
  });
});

describe.each(help.recoveries)('the way back $id', (recovery) => {
  const site = (page: string) => page.split('/')[0] as Site;

  it.each(
    recovery.cases.map((entry) => [`${entry.replica} given ${JSON.stringify(entry.given ?? {})} points at ${entry.target ?? 'nothing'}`, entry] as const),
  )('%s', (_, { replica, url, given, target }) => {
    const of = recoveryOfSite(help, pack, recovery.id, site(replica), 'chrome');
    const carried = withRecovery(carriedBy(site(replica)), of as RecoveryOfSite);
    const { host, pathname } = new URL(url);
    const { document, marks } = openReplica(replica, url);
    const { facts, elements } = readFacts(document, { host, path: pathname }, vocabularyOf(carried, site(replica)), sightWithoutLayout(document));
    const page = replica.replace(/\/[^/]*$/, '');
    const told = Object.entries({ ...recovery.tells, ...given }).filter(([key]) => key !== 'visit');
    const events: JourneyEvent[] = [
      ...told.map(([question, answer]) => ({ type: 'answered', question, answer }) as JourneyEvent),
      { type: 'began', recovery: recovery.id, until: recovery.until },
      ...(given?.visit === 'again'
        ? ([
            { type: 'arrived', page, step: null },
            { type: 'went', place: 'egov-front' },
          ] as const)
        : []),
    ];
    const progress = foldProgress(events, pack.journey.tells);
    const verdict = look(facts, carried.rules, { progress, framed: false, framedSteps: [] });
    closePage(document);
    expect('page' in verdict && verdict.page).toBe(page);
    const found = verdict.kind === 'recognised' && verdict.target !== null ? (elements[verdict.target.element] as Element) : null;
    expect(found === null ? null : marks.get(found)).toBe(target === null ? null : target);
  });

  it('has been tried on every page that it speaks of', () => {
    const tried = new Set(recovery.cases.map(({ replica }) => replica.replace(/\/[^/]*$/, '')));
    expect(recovery.steps.map(({ page }) => page).filter((page) => !tried.has(page))).toEqual([]);
  });

  it('names only telephone numbers that the pages have', () => {
    for (const { page, target } of recovery.steps)
      if (target.call !== undefined) expect(Object.keys(pagePack(pack, site(page)).journey.hotlines), page).toContain(target.call);
  });

  it('begins from some cause', () => expect(causes.filter((cause) => cause.recovery === recovery.id).length).toBeGreaterThan(0));

  it('has a card on every page, known or not, that says so, goes on and can be left', () => {
    for (const { id, step } of pack.rules) {
      const of = recoveryOfSite(help, pack, recovery.id, site(id), 'chrome');
      if (of === null) throw new Error('there is no such way back');
      const carried = withRecovery(carriedBy(site(id)), of);
      const rule = carried.rules.find((each) => each.id === id);
      const progress = { ...NO_PROGRESS, here: 10, recovery: { id: recovery.id, until: recovery.until } };
      const pages: Verdict[] = [
        { kind: 'lost', step: 10, why: [] },
        ...(rule?.targets ?? []).map(
          (_, target): Verdict => ({ kind: 'recognised', page: id, step, target: null, cautions: [], say: { page: id, target, part: 0 }, drift: 0, why: [] }),
        ),
      ];
      for (const verdict of pages) {
        for (const language of LANGUAGES) {
          const card = cardFor(verdict, situationOf(progress, language, { pack: carried, recovery: of }));
          if (card === null) throw new Error(`${id} has no card`);
          expectSound(card);
          expect(card.buttons.filter(({ action }) => action === 'leave')).toHaveLength(1);
          expect(JSON.stringify([card.title, card.notes])).toContain(recovery.title[language as Language]);
          const isOwn = verdict.kind === 'recognised' && (verdict.say.target as number) < of.steps.filter(({ page }) => page === id).length;
          if (!isOwn && recovery.open !== undefined) expect(card.buttons.filter(({ place }) => place === recovery.open)).toHaveLength(1);
        }
      }
    }
  });
});

/** Every text in a tree, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
