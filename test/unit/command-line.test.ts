import { describe, expect, it } from 'vitest';
import { BadOption, readOptions } from '../../tools/command-line/read-options';
import { hasDisplay } from '../../tools/start/display';
import { readStartOptions } from '../../tools/start/options';

describe('the options of npm start', () => {
  it('are Chromium and the pages of 2026 where nothing is said', () => {
    expect(readStartOptions([])).toEqual({ browser: 'chromium', edition: 'as-in-2026', headless: false });
  });

  it('may be written with a space or an equals sign', () => {
    const asked = { browser: 'firefox', edition: 'tables', headless: true };
    expect(readStartOptions(['--browser', 'firefox', '--edition=tables', '--headless'])).toEqual(asked);
    expect(readStartOptions(['--headless', '--edition', 'tables', '--browser=firefox'])).toEqual(asked);
  });

  it.each([
    [['--brouser', 'firefox'], 'unknown option --brouser; expected --browser or --edition or --headless'],
    [['firefox'], 'unknown option firefox; expected --browser or --edition or --headless'],
    [['--browser', 'opera'], '--browser: expected chromium or firefox, not opera'],
    [['--browser'], '--browser: expected chromium or firefox, but nothing follows'],
    [['--browser='], '--browser: expected chromium or firefox, not '],
    [['--edition', 'old'], '--edition: expected as-in-2026 or tables or modern or practice or dead-end, not old'],
    [['--headless=no'], '--headless: expected nothing after it, not no'],
    [['--headless', '--headless'], '--headless is given twice'],
    [['--constructor'], 'unknown option --constructor; expected --browser or --edition or --headless'],
  ])('%j is told in one clear line', (words, message) => {
    expect(() => readStartOptions(words)).toThrow(new BadOption(message));
  });

  it('may be a number, and then nothing else', () => {
    const kinds = { '--count': 'number' } as const;
    expect(readOptions(['--count=12'], kinds).get('--count')).toBe('12');
    for (const word of ['0', '-1', '1.5', '1e3', 'many', '']) {
      expect(() => readOptions(['--count', word], kinds)).toThrow(new BadOption(`--count: expected a whole number from 1, not ${word}`));
    }
    expect(() => readOptions(['--count'], kinds)).toThrow(new BadOption('--count: expected a whole number from 1, but nothing follows'));
  });

  it('names of what every object has are no options', () => {
    expect(() => readOptions(['toString'], { '--full': 'flag' })).toThrow('unknown option toString; expected --full');
  });
});

describe('a display', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('on %s with %j: %s', (platform, environment, isThere) => {
    expect(hasDisplay(platform, environment)).toBe(isThere);
  });
});
