import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../tools/build/rule-pack';
import { rulePackModule } from '../../tools/build/rule-pack-module';
import { pack } from '../support/content';
import { contentFolder, type Files, GOOD_FILES } from '../support/content-folder';
import { ROOT } from '../support/page';

const JOURNEY = readFileSync(join(ROOT, 'content-rules/journey.yaml'), 'utf8').replace(/^tells:[\s\S]*$/m, 'tells: {}\n');
const RULE = 'elearn/01-home/rule.yaml';
const CASES = 'elearn/01-home/cases.yaml';

/** What the build says of some content: the lines of its message, or none. */
function faultsOf(changes: Files): string[] {
  const { root, remove } = contentFolder({ 'journey.yaml': JOURNEY, ...changes });
  try {
    readContent(root);
    return [];
  } catch (error) {
    const [first, ...lines] = (error as Error).message.split('\n');
    expect(first).toBe('The rules cannot be used:');
    return lines;
  } finally {
    remove();
  }
}

/** One of the good files with something in it replaced, and the line on which that stands. */
function changed(file: keyof typeof GOOD_FILES, old: string, by: string): { files: Files; line: number } {
  const text = GOOD_FILES[file];
  if (!text.includes(old)) throw new Error(`${file} has no «${old}»`);
  return { files: { [file]: text.replace(old, by) }, line: text.slice(0, text.indexOf(old)).split('\n').length };
}

it('good content is read', () => {
  const { root, remove } = contentFolder({ 'journey.yaml': JOURNEY });
  const { pack: read, cases } = readContent(root);
  remove();
  expect(read.rules.map(({ id }) => id)).toEqual(['elearn/01-home']);
  expect(cases.map(({ folder }) => folder)).toEqual(['elearn/01-home', 'lookalikes']);
});

describe('a broken rule stops the build with file and line', () => {
  it.each([
    ['an id that is not its path', 'id: elearn/01-home', 'id: elearn/02-other', 'id: expected elearn/01-home, the name of the folder, not elearn/02-other'],
    ['an unknown key', 'path: [/]', 'path: [/]\n  any: []', 'recognise: Unrecognized key: "any"'],
    ['an unknown key inside a finder', 'name: 登入 }', 'name: 登入, css: .x }', 'targets.0.find.0: Unrecognized key: "css"'],
    ['a finder with nothing to find by', '{ role: button, name: 登入 }', '{ role: button }', 'targets.0.find.0: needs a name or an address'],
    ['an unknown role', 'role: button', 'role: link', 'targets.0.find.0.role: Invalid option'],
    ['a step that does not exist', 'step: 1', 'step: 12', 'step: Too big'],
    ['no control among the evidence', 'button: 登入\n', 'text: 登入\n', 'recognise.all: needs a control (button, choice or field) among its evidence'],
    [
      'evidence of which only one line is needed',
      'heading: 最新課程',
      'heading: 最新課程\n      absence: drift',
      'recognise.all: needs two lines of evidence that are not `absence: drift`',
    ],
    ['a path that is none', 'path: [/]', 'path: [home]', 'recognise.path.0: Invalid string'],
    ['a language left out', '  en: { title: Open the login, do: Press 「登入」. }\n', '', 'say.en: Invalid input'],
    ['a title left out', 'title: Open the login, ', '', 'say.en.title: Invalid input'],
    ['a sentence that never ends', 'Press 「登入」.', `Press ${'x'.repeat(90)}`, 'say.en.do: Too big'],
    ['a source that is none', 'guide-2021', 'hearsay', 'sources.0: Invalid option'],
    ['an unknown place', 'open: elearn-home', 'open: nowhere', 'open: journey.yaml has no nowhere; it has elearn-home, egov-front'],
    ['an unknown hotline', 'open: elearn-home', 'call: nobody', 'call: journey.yaml has no nobody; it has egov, elearn'],
  ])('%s', (_, old, by, message) => {
    const { files } = changed(RULE, old, by);
    const [fault, ...more] = faultsOf(files);
    expect(more).toEqual([]);
    expect(fault).toMatch(/^content-rules\/elearn\/01-home\/rule\.yaml:\d+: /);
    expect(fault).toContain(message);
  });

  it.each([
    ['id: elearn/01-home', 'id: elearn/02-other'],
    ['step: 1', 'step: 12'],
    ['{ role: button, name: 登入 }', '{ role: button }'],
    ['open: elearn-home', 'open: nowhere'],
    ['title: Open the login', 'title: ""'],
    ['guide-2021', 'hearsay'],
  ])('the line is the right one: %s', (old, by) => {
    const { files, line } = changed(RULE, old, by);
    expect(faultsOf(files)[0]).toMatch(new RegExp(`rule\\.yaml:${line}: `));
  });

  it.each([
    ['bad YAML', 'path: [/]', 'path: [/', /^content-rules\/elearn\/01-home\/rule\.yaml:[56]: not YAML: /],
    ['the same key twice', 'step: 1', 'step: 1\nstep: 2', /^content-rules\/elearn\/01-home\/rule\.yaml:3: not YAML: /],
    ['a tab before a key', '  path', '\tpath', /^content-rules\/elearn\/01-home\/rule\.yaml:5: not YAML: /],
  ])('%s', (_, old, by, message) => expect(faultsOf(changed(RULE, old, by).files)[0]).toMatch(message));

  it('a missing rule', () => expect(faultsOf({ [RULE]: null })).toEqual(['content-rules/elearn/01-home/rule.yaml:1: the file is missing']));
  it('a single line of evidence, told in both ways', () => {
    expect(faultsOf(changed(RULE, '    - heading: 最新課程\n', '').files)).toEqual([
      expect.stringContaining('rule.yaml:7: recognise.all: Too small'),
      expect.stringContaining('rule.yaml:7: recognise.all: needs two lines of evidence'),
    ]);
  });
  it('a caution without its sentences', () => {
    const caution =
      'cautions:\n  - id: no\n    about: [{ role: radio, name: 否 }]\n    weight: costly\n    say: { zh-TW: { title: 甲, body: 乙, safe: 丙 }, en: { title: a, body: b, safe: c, insist: d } }\nsay:';
    expect(faultsOf(changed(RULE, 'say:', caution).files)).toEqual([
      'content-rules/elearn/01-home/rule.yaml:18: cautions.0.say.zh-TW: a caution of weight costly needs `insist`',
    ]);
  });
  it('every fault of every file is told at once', () => {
    const faults = faultsOf({
      [RULE]: GOOD_FILES[RULE].replace('step: 1', 'step: 0').replace('guide-2021', 'hearsay'),
      [CASES]: null,
      'lookalikes/cases.yaml': null,
    });
    expect(faults.map((fault) => fault.replace(/: .*/, ''))).toEqual([
      'content-rules/elearn/01-home/rule.yaml:2',
      'content-rules/elearn/01-home/rule.yaml:17',
      'content-rules/elearn/01-home/cases.yaml:1',
      'content-rules/lookalikes/cases.yaml:1',
    ]);
  });
});

describe('a broken case stops the build with file and line', () => {
  it.each([
    ['no cases', { [CASES]: null }, 'cases.yaml:1: the file is missing'],
    ['an empty list', { [CASES]: '[]\n' }, 'cases.yaml:1: the file: Too small'],
    ['no replica at all', { 'elearn/01-home/replica.html': null }, 'cases.yaml:1: there is no replica beside it (replica.html)'],
    [
      'a case without its replica',
      changed(CASES, 'replica.html', 'replica.2021.html').files,
      'cases.yaml:1: the replica elearn/01-home/replica.2021.html is missing',
    ],
    [
      'a frame without its replica',
      changed(CASES, '  expect:', '  frames: { "https://elearn.hrd.gov.tw/x": elearn/01-home/x.html }\n  expect:').files,
      'cases.yaml:1: the replica elearn/01-home/x.html is missing',
    ],
    ['a replica without a case', { 'elearn/01-home/replica.old.html': '<p>' }, 'cases.yaml:1: replica.old.html has no case'],
    [
      'a mark that is not in the replica',
      changed(CASES, 'target: login', 'target: logout').files,
      'cases.yaml:4: no element with data-expect="logout" in elearn/01-home/replica.html',
    ],
    ['a caution’s mark that is not', changed(CASES, 'cautions: []', 'cautions: [facebook]').files, 'cases.yaml:4: no element with data-expect="facebook"'],
    ['a verdict that is none', changed(CASES, 'recognised', 'sure').files, 'cases.yaml:4: 0.expect.verdict: Invalid option'],
    ['an address over http', changed(CASES, 'https', 'http').files, 'cases.yaml:2: 0.url: Invalid URL'],
    ['an answer that is none', changed(CASES, '  expect:', '  given: { hours: maybe }\n  expect:').files, 'cases.yaml:3: 0.given.hours: Invalid option'],
    ['an unknown key', changed(CASES, '  expect:', '  skip: true\n  expect:').files, 'cases.yaml:1: 0: Unrecognized key: "skip"'],
    ['bad YAML', changed(CASES, '    target: login', '   target: login').files, 'cases.yaml:5: not YAML: '],
  ])('%s', (_, files, message) => {
    const [fault, ...more] = faultsOf(files);
    expect(more).toEqual([]);
    expect(fault).toContain(`content-rules/elearn/01-home/${message}`);
  });
  it('a lookalike without a case', () =>
    expect(faultsOf({ 'lookalikes/faq2.html': '<p>' })).toEqual(['content-rules/lookalikes/cases.yaml:1: faq2.html has no case']));
});

describe('a broken journey stops the build with file and line', () => {
  it.each([
    ['is missing', null, /journey\.yaml:1: the file is missing$/],
    ['has only ten steps', JOURNEY.replace(/ {2}- step: 11[\s\S]*?(?=\n\n|\ntells)/, ''), /journey\.yaml:\d+: steps: Too small/],
    [
      'leads to a place over http',
      JOURNEY.replace('url: https://www.cp.gov.tw/', 'url: http://www.cp.gov.tw/'),
      /journey\.yaml:\d+: places\.egov-front\.url: Invalid URL/,
    ],
    [
      'tells by a page that does not exist',
      JOURNEY.replace('tells: {}', 'tells:\n  elearn/99-none: { hours: yes }'),
      /journey\.yaml:1: tells: there is no page elearn\/99-none$/,
    ],
  ])('%s', (_, journey, message) => expect(faultsOf({ 'journey.yaml': journey })[0]).toMatch(message));
});

describe('the module for the bundles', () => {
  const plugin = rulePackModule(ROOT) as unknown as {
    resolveId(id: string): string | null;
    load: (this: { addWatchFile(file: string): void }, id: string) => string | null;
  };
  const loaded = (id: string) => plugin.load.call({ addWatchFile: () => {} }, id);
  const read = (name: string) => JSON.parse((loaded(plugin.resolveId(name) as string) as string).replace('export default ', ''));
  const sites = ['elearn', 'egov', 'portal'] as const;
  const all = read('#rule-pack');
  const help = read('#help-pack');
  const pages = sites.map((site) => [site, read(`#page-pack/${site}`)] as const);

  it('is for its own names only', () => {
    expect(plugin.resolveId('zod')).toBeNull();
    expect(plugin.resolveId('#page-pack')).toBeNull();
    expect(loaded('/some/file.ts')).toBeNull();
  });
  const ids = ({ rules }: { rules: { id: string }[] }) => rules.map(({ id }) => id);
  const UNREAD = /"(is|what|done|sources|verified)":/;
  it('has every rule, without what only people read', () => {
    expect(ids(all)).toEqual(ids(pack));
    expect(JSON.stringify(all.rules)).not.toMatch(UNREAD);
  });
  it('the parts for pages have each rule once, at its site', () => {
    expect(pages.flatMap(([, part]) => ids(part)).sort()).toEqual(ids(pack).sort());
  });
  it.each(pages)('the part of %s has its site alone, no names of places and no sentences of the popup', (site, { journey, rules }) => {
    expect(Object.keys(journey.sites)).toEqual([site]);
    expect(rules.every(({ id }: { id: string }) => id.startsWith(`${site}/`))).toBe(true);
    expect(JSON.stringify(rules)).not.toMatch(UNREAD);
    expect(JSON.stringify([journey.places, journey.hotlines, journey.steps])).not.toMatch(/"(url|hours|next|needless|confirmed)":/);
    expect(journey.steps).toHaveLength(11);
  });
  it.each(pages)('whom %s may tell to call can be called, on ways back, too', (_, { journey, rules }) => {
    const calls = JSON.stringify([journey.steps, rules, help.recoveries]).matchAll(/"call":"(\w+)"/g);
    const known = new Set([...calls].map(([, hotline]) => hotline));
    expect(known.size).toBeGreaterThan(1);
    expect([...known].filter((hotline) => journey.hotlines[hotline as string] === undefined)).toEqual([]);
  });
});

describe('the official hosts', () => {
  const LIST = readFileSync(join(ROOT, 'content-rules/official-hosts.yaml'), 'utf8');
  const faults = (old: string, by: string) => {
    if (!LIST.includes(old)) throw new Error(`the list has no «${old}»`);
    return faultsOf({ 'official-hosts.yaml': LIST.replace(old, by) });
  };
  it.each([
    ['a host that is not the government’s', 'host: www.gsp.gov.tw', 'host: www.gsp.example', 'hosts.3.host: Invalid string'],
    ['a host in capitals', 'host: www.gsp.gov.tw', 'host: WWW.gsp.gov.tw', 'hosts.3.host: Invalid string'],
    ['no source', 'sources: [capture-2026-04]', 'sources: []', 'hosts.4.sources: Too small'],
    ['a guided site under another host', 'host: elearn.hrd.gov.tw', 'host: elearn2.hrd.gov.tw', 'hosts.0.host: expected elearn.hrd.gov.tw, as in journey.yaml'],
    ['a guided site left out', '    site: portal\n', '', 'hosts: expected one with `site: portal`, www.gov.tw'],
    ['a language left out', ', en: eCPA }', ' }', 'hosts.4.name.en: Invalid input'],
  ])('%s stops the build', (_, old, by, message) => {
    const [fault, ...more] = faults(old, by);
    expect(more).toEqual([]);
    expect(fault).toMatch(/^content-rules\/official-hosts\.yaml:\d+: /);
    expect(fault).toContain(message);
  });
  it('a list that is missing stops it, too', () => {
    expect(faultsOf({ 'official-hosts.yaml': null })).toEqual(['content-rules/official-hosts.yaml:1: the file is missing']);
  });
});
