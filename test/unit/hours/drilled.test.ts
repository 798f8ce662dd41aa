import { describe, expect, it } from 'vitest';
import { Random } from '../../../drills/random';
import { drawList } from '../../drills/hours/course-lists';
import { drawCourse } from '../../drills/hours/course-pages';
import { OpenedCase } from '../../drills/opened-case';
import { DRILLS } from '../../drills/sample';
import { cases, pack } from '../../support/content';
import { hoursIn, hoursOf } from '../../support/hours';

const PAGES = 400;
const LISTS = 150;
/** Of the redesigns, on each replica. */
const REDESIGNS = 16;

describe('made-up pages: the right number, or none', () => {
  it(`${PAGES} pages of courses, no confident wrong answer`, async () => {
    const wrong: string[] = [];
    const untold: string[] = [];
    let [told, tellable] = [0, 0];
    for (let seed = 1; seed <= PAGES; seed += 1) {
      const page = drawCourse(new Random(seed));
      const finding = hoursOf(page.html, 'course');
      const hours = finding?.of === 'course' ? finding.hours : undefined;
      if (hours !== null && hours !== page.truth) wrong.push(`seed ${seed}: ${hours} for ${page.truth}: ${page.what}`);
      if (page.isPlain && hours !== page.truth) untold.push(`seed ${seed}: ${page.what}`);
      if (page.truth !== null) tellable += 1;
      if (hours !== null) told += 1;
      // happy-dom closes its windows between two turns.
      await Promise.resolve();
    }
    expect(wrong).toEqual([]);
    expect(untold, 'pages with nothing out of the ordinary').toEqual([]);
    expect(told / tellable).toBeGreaterThan(0.5);
  }, 120_000);

  it(`${LISTS} lists, no course counted that is not so`, async () => {
    const wrong: string[] = [];
    for (let seed = 1; seed <= LISTS; seed += 1) {
      const list = drawList(new Random(seed));
      const finding = hoursOf(list.html, 'list', '/mooc/explorer.php');
      const [some, none] = [list.truth.filter((hours) => hours !== null && hours > 0).length, list.truth.filter((hours) => hours === 0).length];
      const read = finding?.of === 'list' ? finding : { all: 0, some: 0, unclear: 0 };
      const isWrong = read.some > some || read.all - read.some - read.unclear > none || read.all > list.truth.length;
      const isUntold = list.isPlain && (read.some !== some || read.all !== list.truth.length || read.unclear > 0);
      if (isWrong || isUntold) wrong.push(`seed ${seed}: ${JSON.stringify(read)} for ${list.truth.join()}: ${list.what}`);
      await Promise.resolve();
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('redesigns of the replicas: the number that they have, or none', () => {
  const told = cases.filter(({ case: { expect: wanted, without } }) => typeof wanted.hours === 'object' && without === undefined);
  it.each(told.map((placed, each) => [`${placed.folder} ${placed.case.replica}`, placed, each] as const))(
    '%s',
    async (_, placed, each) => {
      const asks = pack.rules.find(({ id }) => id === placed.folder)?.hours ?? 'list';
      const wanted = placed.case.expect.hours as { course?: number | string; some?: number; all?: number; unclear?: number };
      // With a word less a page may well say what it could not be told before.
      const isTold = wanted.course !== 'unclear' && (wanted.unclear ?? 0) === 0;
      const drills = DRILLS.filter(({ keeps }) => isTold || keeps !== 'nothing');
      const wrong: string[] = [];
      let applied = 0;
      for (const drill of new Random(each).shuffle(drills)) {
        if (applied === REDESIGNS) break;
        const opened = new OpenedCase(pack, placed, each);
        const page = opened.documents[0]?.page;
        if (page !== undefined && drill.apply(page)) {
          applied += 1;
          const finding = hoursIn(page.document, asks);
          if (finding?.of === 'course' && finding.hours !== null && finding.hours !== wanted.course) wrong.push(`${drill.name}: ${finding.hours}`);
          if (finding?.of === 'list') {
            const { all = 0, some = 0, unclear = 0 } = wanted;
            const none = finding.all - finding.some - finding.unclear;
            if (finding.some > some || finding.all > all || none > all - some - unclear) wrong.push(`${drill.name}: ${JSON.stringify(finding)}`);
          }
        }
        opened.close();
        await Promise.resolve();
      }
      expect(wrong).toEqual([]);
      expect(applied).toBe(REDESIGNS);
    },
    60_000,
  );
});
