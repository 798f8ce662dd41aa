import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EditionName } from '../../practice/editions';
import type { BrowserName } from '../../tools/browser/find-browser';
import { ROOT } from '../support/page';

const ALBUM = join(ROOT, '.output/walk');

/** Runs `npm start -- <words>`; standard output comes in lines. */
function start(...words: string[]): { status: number | null; lines: string[]; complaint: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'node_modules/tsx/dist/cli.mjs'), 'tools/start.ts', ...words], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n'), complaint: stderr };
}

interface Walk {
  browser: BrowserName;
  edition: EditionName;
  /** The stops that lines must be printed for, in this order among others. */
  stops: string[];
  end: string;
}

const WRONG_CHOICE = 'WARNING: 選「否」，不能列印時數';
const DEAD_END: Walk = {
  browser: 'chromium',
  edition: 'dead-end',
  stops: ['step 1 | elearn/01-home | ring: link 登入', WRONG_CHOICE, 'step 6 | elearn/07-wizard-end', '打電話問'],
  end: 'The site leads in a circle here; the guide has given the number to call.',
};
const ALL_STEPS: Omit<Walk, 'browser'> = {
  edition: 'as-in-2026',
  stops: [
    'step 1 | elearn/01-home',
    'step 2 | elearn/03-login-chooser',
    'after step 2 | (lost) | ring: nothing',
    WRONG_CHOICE,
    'step 5 | elearn/06-account-question',
    'step 6 | elearn/07-wizard-end',
    'step 7 | egov/01-front-page',
    'step 8 | egov/04-registration',
    'step 9 | egov/05-success',
    'step 10 | egov/03-simple-login',
    'step 11 | elearn/13-course-page',
  ],
  end: 'All steps done.',
};
/** The short one every day; all steps in both browsers where there is time. */
const WALKS: Walk[] = process.env.FULL === '1' ? [DEAD_END, { ...ALL_STEPS, browser: 'chromium' }, { ...ALL_STEPS, browser: 'firefox' }] : [DEAD_END];

test.each(WALKS)('without a window the guide is walked through in $browser, edition $edition: a line and a picture for each stop', (walk) => {
  const { status, lines, complaint } = start('--headless', '--browser', walk.browser, `--edition=${walk.edition}`);
  expect(status, complaint).toBe(0);
  const stops = lines.filter((line) => /^ ?\d+\. /.test(line));
  let from = 0;
  for (const wanted of walk.stops) {
    const at = stops.findIndex((line, index) => index >= from && line.includes(wanted));
    expect(at, `${wanted}, among\n${stops.join('\n')}`).toBeGreaterThanOrEqual(0);
    from = at;
  }
  expect(lines.at(-2)).toBe(walk.end);
  expect(lines.at(-1)).toBe(`Pictures: ${join(ALBUM, 'index.html')}`);
  const pictures = stops.map((_, index) => `${String(index + 1).padStart(2, '0')}.png`);
  expect(readdirSync(ALBUM).sort()).toEqual([...pictures, 'index.html']);
  const html = readFileSync(join(ALBUM, 'index.html'), 'utf8');
  for (const picture of pictures) {
    expect(html).toContain(`src="${picture}"`);
    expect(readFileSync(join(ALBUM, picture)).subarray(1, 4).toString('latin1')).toBe('PNG');
  }
});

test('an unknown option is told in one line, status 2', () => {
  const { status, lines, complaint } = start('--brouser', 'firefox');
  expect({ status, lines, complaint }).toEqual({
    status: 2,
    lines: [''],
    complaint: 'start: unknown option --brouser; expected --browser or --edition or --headless\n',
  });
});
