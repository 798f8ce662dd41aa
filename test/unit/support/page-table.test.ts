import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../content-rules/schema';
import { look } from '../../../engine/look';
import { NO_PROGRESS } from '../../../engine/progress';
import { decodeSpokenCode } from '../../../support/decode';
import { encode } from '../../../support/encode';
import { NEWEST_LAYOUT, valuesOf } from '../../../support/layout';
import { PAGE_TABLE, pagesAt, partAt, placesOf } from '../../../support/page-table';
import type { CodeParts } from '../../../support/parts';
import { rulesDate } from '../../../tools/build/rule-pack-module';
import { type CodeExample, examplesOf } from '../../../tools/support/code-examples';
import { nextEdition, unnumbered } from '../../../tools/support/next-edition';
import { everyPlace, NOTHING_SAID } from '../../support/code-parts';
import { help, pack } from '../../support/content';
import { ROOT } from '../../support/page';

// One line each, and none is ever changed: people have read such codes out. `npm run new-edition` adds those of a new edition at the end.
const examples = readFileSync(join(ROOT, 'test/support/spoken-codes.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as CodeExample);
const EDITION = PAGE_TABLE.editions.length;

describe('codes that were read out once', () => {
  it.each(examples.map((example) => [example.code, example] as const))('%s says what it said', (code, example) => {
    const decoded = decodeSpokenCode(code);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.fault));
    const { parts, placed, version, rulesDate } = decoded;
    const was = PAGE_TABLE.pages.find(({ id }) => id === parts.page)?.was ?? [];
    const page = was.includes(example.parts.page ?? '') ? example.parts.page : parts.page;
    expect({
      code,
      version,
      rulesDate,
      parts: { ...parts, page },
      pointsAt: placed === null ? null : (partAt(placed.look, parts.spot)?.words ?? null),
      failed: parts.failed.map((condition) => placed?.look.conditions[condition]),
    }).toEqual(example);
  });

  it('there are some for every edition, for each of its pages and for each thing that is pointed at there and new', () => {
    for (const [index] of PAGE_TABLE.editions.entries()) {
      const own = examples.filter(({ parts }) => parts.edition === index + 1);
      // What the tool would write; where nothing of a page is new, one code holds its place.
      for (const { parts: wanted } of examplesOf(PAGE_TABLE, index + 1)) {
        const names = [wanted.page, ...(PAGE_TABLE.pages.find(({ id }) => id === wanted.page)?.was ?? [])];
        const isThere = own.some(({ parts }) => names.includes(parts.page) && parts.spot === wanted.spot);
        expect(isThere, `edition ${index + 1}: ${wanted.page} ${wanted.spot}`).toBe(true);
      }
    }
  });
});

describe('the table of pages', () => {
  it('has a number for all that is in the rules: else run `npm run new-edition`', () => {
    expect(unnumbered(pack, help, PAGE_TABLE)).toEqual([]);
  });

  it('has its conditions in the order in which explanations give them', () => {
    const facts = { host: '', path: '', translated: false, texts: [], controls: [] };
    for (const rule of pack.rules) {
      const path = rule.recognise.path[0]?.replaceAll('*', 'x').toLowerCase() ?? '';
      const { why } = look({ ...facts, path }, [rule], { progress: NO_PROGRESS, framed: false, framedSteps: [], explain: true });
      expect(why.map(({ condition }) => condition)).toEqual(PAGE_TABLE.pages.find(({ id }) => id === rule.id)?.looks.at(-1)?.conditions);
    }
  });

  it('leaves room, and no page has more conditions than the code tells of', () => {
    for (const [index] of PAGE_TABLE.editions.entries()) {
      const pages = pagesAt(PAGE_TABLE, index + 1);
      expect(Math.max(...pages.map(({ first, look }) => first + placesOf(look)))).toBeLessThanOrEqual(valuesOf(NEWEST_LAYOUT, 'place'));
      for (const { look } of pages) expect(2 ** look.conditions.length).toBeLessThanOrEqual(valuesOf(NEWEST_LAYOUT, 'failed'));
    }
    expect(EDITION).toBeLessThanOrEqual(valuesOf(NEWEST_LAYOUT, 'edition'));
    expect(PAGE_TABLE.recoveries.length).toBeLessThan(valuesOf(NEWEST_LAYOUT, 'recovery'));
  });
});

describe('rules that change', () => {
  const [home, ...rest] = pack.rules as [Rule, ...Rule[]];
  const second = rest[0] as Rule;
  const others = rest.slice(1);
  const renamed: Rule = { ...second, id: 'elearn/02-crowd-notice' };
  const fresh: Rule = { ...home, id: 'elearn/16-survey' };
  const changed: Rule = { ...home, recognise: { ...home.recognise, all: [{ text: '新的字' }, ...home.recognise.all] }, targets: home.targets.slice(1) };
  const changedPack = { ...pack, rules: [changed, fresh, renamed, ...others.slice(0, -1)] };
  const next = nextEdition(changedPack, help, PAGE_TABLE, '2026-12-24', new Map([[second.id, renamed.id]]));

  it('the build’s date of the rules is that of the newest edition, or there is a reason', () => {
    expect(rulesDate(pack) >= (PAGE_TABLE.editions.at(-1) as string)).toBe(true);
  });

  it('the next edition numbers them, and the one after it has nothing to do', () => {
    expect(unnumbered(changedPack, help, PAGE_TABLE)).toHaveLength(5);
    expect(unnumbered(changedPack, help, next)).toEqual([]);
    expect(next.editions).toEqual([...PAGE_TABLE.editions, '2026-12-24']);
  });

  it('the stored codes of a new one are good, one for each page and one for each new thing that is pointed at', () => {
    const made = examplesOf(next, EDITION + 1);
    const spotsOf = (wanted: string) => made.filter(({ parts: { page } }) => page === wanted).length;
    expect(spotsOf(changed.id)).toBe(home.targets.length);
    expect(spotsOf(renamed.id)).toBe(1);
    expect(new Set(made.map(({ parts: { page } }) => page)).size).toBe(changedPack.rules.length + 1);
    for (const { code, parts } of made) expect(decodeSpokenCode(code, next)).toMatchObject({ ok: true, parts });
  });

  it('codes of the editions before say the same as ever, the renamed page under its new name', () => {
    for (const { page, spot } of everyPlace(EDITION)) {
      const parts: CodeParts = {
        edition: EDITION,
        page,
        spot,
        kind: 'lost',
        reason: null,
        step: 4,
        failed: [],
        answers: NOTHING_SAID,
        visit: 'first',
        recovery: null,
      };
      const decoded = decodeSpokenCode(encode(parts).join(''), next);
      if (!decoded.ok) throw new Error(`${page} ${spot}`);
      expect(decoded.parts).toEqual({ ...parts, page: page === second.id ? renamed.id : page });
      const before = page === null ? undefined : pagesAt(PAGE_TABLE, EDITION).find(({ id }) => id === page)?.look;
      expect(decoded.placed?.look).toEqual(before);
    }
  });

  it('codes of the new one know all pages of it and none that is gone', () => {
    const edition = EDITION + 1;
    const pages = new Set(everyPlace(edition, next).flatMap(({ page }) => page ?? []));
    expect([...pages].sort()).toEqual(changedPack.rules.map(({ id }) => id).sort());
    for (const { page, spot } of everyPlace(edition, next)) {
      const parts: CodeParts = { edition, page, spot, kind: 'lost', reason: null, step: 4, failed: [], answers: NOTHING_SAID, visit: 'first', recovery: null };
      const decoded = decodeSpokenCode(encode(parts, next).join(''), next);
      expect(decoded.ok && decoded.parts).toEqual(parts);
    }
  });
});
