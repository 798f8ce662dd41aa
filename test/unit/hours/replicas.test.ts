import { describe, expect, it } from 'vitest';
import { cases, pack } from '../../support/content';
import { hoursIn } from '../../support/hours';
import { closePage, openReplica, takeWordsOff } from '../../support/page';

const told = cases.filter(({ case: { expect: wanted } }) => wanted.hours !== undefined);

describe('what is read of the hours on the replicas', () => {
  it('every page whose rule asks for hours has a case that says what is read', () => {
    const asking = pack.rules.filter(({ hours }) => hours !== undefined).map(({ id }) => id);
    expect(asking.length).toBeGreaterThanOrEqual(4);
    expect([...new Set(told.map(({ folder }) => folder))].sort()).toEqual(asking.sort());
  });

  it.each(told.map((placed) => [`${placed.folder} ${placed.case.replica}`, placed] as const))('%s', (_, { folder, case: entry }) => {
    const { document, marks } = openReplica(`${folder}/${entry.replica}`, entry.url);
    takeWordsOff(document, entry.without ?? []);
    const asks = pack.rules.find(({ id }) => id === folder)?.hours ?? 'list';
    const finding = hoursIn(document, asks);
    const wanted = entry.expect.hours;
    expect(finding === null || Object.isFrozen(finding)).toBe(true);
    if (wanted === 'nothing') expect(finding).toBeNull();
    else if (finding?.of === 'course') {
      const { hours, line, who, pass, hasMore } = finding;
      const read = {
        course: hours ?? 'unclear',
        line: line === null ? null : (marks.get(line) ?? line.outerHTML),
        who,
        pass: pass.map(({ kind, n }) => [kind, n].filter((part) => part !== undefined).join(' ')),
        hasMore,
      };
      expect(read).toEqual({ line: null, hasMore: false, ...(read.course === 'unclear' ? { pass: read.pass } : {}), ...(wanted as object) });
    } else expect(finding).toEqual({ of: 'list', ...(wanted as object) });
    closePage(document);
  });
});
