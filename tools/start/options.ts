import { EDITIONS, type EditionName } from '../../practice/editions';
import type { BrowserName } from '../browser/find-browser';
import { readOptions } from '../command-line/read-options';

/** What `npm start` is asked for. */
export interface StartOptions {
  browser: BrowserName;
  /** Which build of the pages the replica site shows. */
  edition: EditionName;
  /** Walks by itself without a window, even where there is a display. */
  headless: boolean;
}

/**
 * Reads the words after `npm start --`.
 *
 * @throws BadOption naming the option and what was expected
 */
export function readStartOptions(words: readonly string[]): StartOptions {
  const given = readOptions(words, {
    '--browser': { values: ['chromium', 'firefox'] },
    '--edition': { values: Object.keys(EDITIONS) },
    '--headless': 'flag',
  });
  return {
    browser: (given.get('--browser') ?? 'chromium') as BrowserName,
    edition: (given.get('--edition') ?? 'as-in-2026') as EditionName,
    headless: given.has('--headless'),
  };
}
