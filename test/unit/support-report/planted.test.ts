import { describe, expect, it } from 'vitest';
import type { Site } from '../../../content-rules/schema';
import { readFacts } from '../../../engine/facts/read';
import { NO_PROGRESS } from '../../../engine/progress';
import { findersOf, vocabularyOf } from '../../../engine/vocabulary';
import { reportText } from '../../../support/report/format';
import { readReport } from '../../../support/report/read-report';
import { cases, pack } from '../../support/content';
import { openHtml, openReplica, sightWithoutLayout } from '../../support/page';
import { ALL_PLANTS, foundIn, plantedMarkup } from '../../support/planted';
import { RULES, reportOf, seenIn } from '../../support/support-report';

/** Words of somebody right beside words that the rules look for, in everything that is read of a page: names, labels, headings, addresses. */
function besideKnownWords(site: Site): string {
  const rules = pack.rules.filter(({ id }) => id.startsWith(`${site}/`));
  const finders = rules.flatMap(findersOf);
  const names = [...new Set(finders.flatMap(({ name }) => name ?? []))].map((name) => name.replace(/…$/u, ''));
  const globs = [...new Set(finders.flatMap(({ address, elsewhere }) => [address ?? [], elsewhere ?? []].flat()))];
  const evidence = rules.flatMap(({ recognise }) => recognise.all.flatMap((line) => Object.values(line).flat()));
  return ALL_PLANTS.map((plant, index) => {
    const name = names[index % names.length] ?? '登入';
    const words = evidence[index % evidence.length] ?? '';
    const glob = globs[index % globs.length] ?? 'elearn.hrd.gov.tw/*';
    const address = `https://${glob.replaceAll('*', encodeURIComponent(plant))}?who=${encodeURIComponent(plant)}#${encodeURIComponent(plant)}`;
    return `<h2>${words}${plant}</h2><p>${plant}${words}</p>
      <a href="${address}">${name}${plant}</a><a href="${address}"><img alt="${plant}"></a><button name="${plant}" onclick="go('${plant}')">${name} ${plant}</button>
      <label><input type="checkbox" value="${plant}">${name}${plant}</label><label>${name}<input value="${plant}" aria-label="${name}${plant}" readonly></label>`;
  }).join('\n');
}

/** The text of the file that is made of a page. */
function fileOf(document: Document, site: Site, path: string): string {
  const facts = readFacts(document, { host: pack.journey.sites[site].host, path }, vocabularyOf(pack, site), sightWithoutLayout(document)).facts;
  const made = seenIn(facts, { ...NO_PROGRESS, here: 5, reached: 5 });
  return reportText(reportOf(made === null ? [] : [made.seen]));
}

describe.each(['elearn', 'egov', 'portal'] as const)('words of somebody on pages of %s', (site) => {
  const { host } = pack.journey.sites[site];
  it('are in no report, whatever kind of place they stand in and whatever words they stand beside', () => {
    const { document } = openHtml(`<!doctype html><body>${plantedMarkup(ALL_PLANTS)}${besideKnownWords(site)}`, `https://${host}/`);
    const paths = ALL_PLANTS.map((plant) => `/mooc/co_${encodeURIComponent(plant)}`);
    const text = [fileOf(document, site, '/'), ...paths.map((path) => fileOf(openHtml('<p>登入', `https://${host}/`).document, site, path))].join('\n');
    expect(foundIn(text, ALL_PLANTS)).toEqual([]);
    if (site !== 'portal') expect(text.match(/□□□/g)?.length ?? 0).toBeGreaterThan(50);
  });
});

it('words of somebody put into every replica are in no report of it, and it is read again', () => {
  let seen = 0;
  for (const { folder, case: entry } of cases.filter(({ case: { frames } }) => frames === undefined)) {
    const { host, pathname } = new URL(entry.url);
    const site = Object.entries(pack.journey.sites).find(([, each]) => each.host === host)?.[0] as Site | undefined;
    if (site === undefined) continue;
    const { document } = openReplica(`${folder}/${entry.replica}`, entry.url);
    const plants = [0, 1, 2].map((more) => ALL_PLANTS[(seen * 3 + more) % ALL_PLANTS.length] as string);
    for (const element of document.querySelectorAll('a, button, label, h1, h2, h3, p, td')) {
      element.append(document.createTextNode(plants[seen % 3] as string));
      element.setAttribute('title', plants[1] as string);
    }
    for (const link of document.querySelectorAll('a[href]'))
      link.setAttribute('href', `${link.getAttribute('href')}/${encodeURIComponent(plants[2] as string)}`);
    const text = fileOf(document, site, `${pathname}/${encodeURIComponent(plants[0] as string)}`);
    expect(foundIn(text, ALL_PLANTS), `${folder}/${entry.replica}`).toEqual([]);
    expect(readReport(text, RULES)).toHaveProperty('report');
    seen += 1;
  }
  expect(seen).toBeGreaterThan(100);
});
