import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../../platform/settings';

const SET = {
  version: 1,
  language: 'en',
  putAway: ['elearn'],
  paused: ['egov', 'portal'],
  muted: ['facebook'],
  holds: false,
  asideSeen: 3,
  textSize: 'larger',
};

describe('settings', () => {
  it('are read as they were written', () => {
    expect(parseSettings(SET)).toEqual(SET);
    expect(parseSettings(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });
  it('lose whatever else is in them', () => expect(parseSettings({ ...SET, name: '王小明' })).toEqual(SET));
  it('of before the records put aside were counted are read', () => {
    const { asideSeen, textSize, ...earlier } = SET;
    expect(parseSettings(earlier)).toEqual({ ...SET, asideSeen: 0, textSize: 'normal' });
  });
  it('hold every press and speak Chinese at the start', () =>
    expect(DEFAULT_SETTINGS).toMatchObject({ holds: true, language: 'zh-TW', muted: [], paused: [] }));
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'damaged'],
    ['a list', []],
    ['an empty table', {}],
    ['those of a newer version', { ...SET, version: 2 }],
    ['an unknown language', { ...SET, language: 'fr' }],
    ['no language', { ...SET, language: undefined }],
    ['an unknown site', { ...SET, paused: ['bank'] }],
    ['a site that is no word', { ...SET, putAway: [1] }],
    ['sites that are no list', { ...SET, putAway: 'elearn' }],
    ['a caution that is no word', { ...SET, muted: [{}] }],
    ['far too many cautions', { ...SET, muted: Array(200).fill('x') }],
    ['holds as a word', { ...SET, holds: 'false' }],
    ['a text size of no name', { ...SET, textSize: 'huge' }],
    ['a count that is none', { ...SET, asideSeen: '3' }],
  ])('%s are none', (_, value) => expect(parseSettings(value)).toBeNull());
});
