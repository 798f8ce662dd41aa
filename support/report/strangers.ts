import { type Fault, fault } from './fault';
import type { SupportReport, ToldDocument } from './format';
import type { Rules } from './rules';

/**
 * What a report speaks of that is not there: elements that its facts do not have and, where it was made by the very rules that we
 * have, pages, ways back and cautions that they do not have.
 */
export function strangerIn(report: SupportReport, { pack, help, versions }: Rules): Fault | null {
  for (const [index, document] of (report.page ?? []).entries()) {
    const known = new Set(document.facts.controls.map(({ element }) => element));
    if (known.size < document.facts.controls.length) return fault('not-as-expected', ['page', index, 'facts', 'controls'], 'expected each element once');
    for (const [key, number] of elementsOf(document)) {
      if (!known.has(number)) return fault('not-as-expected', ['page', index, 'verdict', key], 'expected an element of the facts');
    }
  }
  if (report.versions.rules.mark !== versions.mark) return null;
  const pages = new Set(pack.rules.map(({ id }) => id));
  for (const [place, page] of pagesOf(report)) if (!pages.has(page)) return fault('unknown-word', place);
  const cautions = new Set(pack.rules.flatMap((rule) => rule.cautions.map(({ id }) => id)));
  for (const [index, { verdict }] of (report.page ?? []).entries()) {
    for (const [number, { id }] of (verdict.cautions ?? []).entries()) {
      if (!cautions.has(id)) return fault('unknown-word', ['page', index, 'verdict', 'cautions', number, 'id']);
    }
  }
  const recovery = report.journey?.recovery ?? null;
  if (recovery !== null && !help.recoveries.some(({ id }) => id === recovery.id)) return fault('unknown-word', ['journey', 'recovery', 'id']);
  return null;
}

function elementsOf({ verdict }: ToldDocument): [string, number][] {
  const { target, cautions = [], extra } = verdict;
  return [
    ...(target == null ? [] : ([['target', target]] as [string, number][])),
    ...cautions.flatMap(({ about, held, choose }) =>
      [...about, ...held, ...(choose === null ? [] : [choose])].map((element): [string, number] => ['cautions', element]),
    ),
    ...(extra?.sends ?? []).map((element): [string, number] => ['extra', element]),
  ];
}

function pagesOf({ changes = [], journey, page = [] }: SupportReport): [(string | number)[], string][] {
  const found: [(string | number)[], string | null | undefined][] = [
    ...changes.map((change, index): [(string | number)[], string | null] => [['changes', index, 'page'], change.page]),
    ...page.flatMap(({ verdict }, index): [(string | number)[], string | undefined][] => [
      [['page', index, 'verdict', 'page'], verdict.page],
      [['page', index, 'verdict', 'say', 'page'], verdict.say?.page],
      ...(verdict.pages ?? []).map((id, number): [(string | number)[], string] => [['page', index, 'verdict', 'pages', number], id]),
    ]),
    [['journey', 'lastPage'], journey?.lastPage],
    [['journey', 'sentFrom'], journey?.sentFrom],
    ...(journey?.arrivals ?? []).map((arrival, index): [(string | number)[], string] => [['journey', 'arrivals', index, 'page'], arrival.page]),
    ...(journey?.recovery?.until ?? []).map((id, index): [(string | number)[], string] => [['journey', 'recovery', 'until', index], id]),
  ];
  return found.flatMap(([place, id]) => (id == null ? [] : [[place, id] as [(string | number)[], string]]));
}
