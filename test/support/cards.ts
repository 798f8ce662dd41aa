import { expect } from 'vitest';
import type { CardSituation } from '../../components/card-model';
import type { CardModel } from '../../components/models';
import type { Language, PagePack, Site } from '../../content-rules/schema';
import type { Progress } from '../../engine/progress';
import { pagePack } from '../../tools/build/rule-pack-module';
import { pack } from './content';

const QUOTED = /「[^」]*」/gu;

/** What a page of a site carries: a card must not need more than this. */
export function carriedBy(site: Site): PagePack {
  return pagePack(pack, site);
}

/** What a card depends on: on a page of elearn where nothing is out of view, let through or late. */
export function situationOf(progress: Progress, language: Language, more: Partial<CardSituation> = {}): CardSituation {
  return {
    pack: carriedBy('elearn'),
    progress,
    language,
    isOutOfView: false,
    pressAgain: null,
    mailIsLate: false,
    ...more,
  };
}

/** Every text of a card, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** All that must be true of any card in any language. */
export function expectSound(card: CardModel) {
  expect(card.title).not.toBe('');
  expect(card.do).not.toBe('');
  const texts = textsOf(card).filter((text) => text !== '');
  expect(texts.filter((text) => /[{}]|undefined|null|NaN|\[object/.test(text))).toEqual([]);
  expect(texts.filter((text) => text.includes('「」'))).toEqual([]);
  expect(card.buttons.filter(({ label }) => label === '')).toEqual([]);
  expect(new Set(card.notes).size).toBe(card.notes.length);
  expect(card.hotline.telephone).toMatch(/^0[\d-]+$/);
  if (card.language !== 'en') return;
  const quoted = texts.flatMap((text) => text.match(QUOTED) ?? []);
  // The name of a login is its name in Latin letters on the site, too.
  expect(quoted.filter((words) => !/\p{Script=Han}/u.test(words) && !/facebook|google|apple/iu.test(words))).toEqual([]);
}
