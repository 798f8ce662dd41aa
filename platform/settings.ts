import type { TextSize } from '../classroom/text-sizes';
import type { Language, Site } from '../content-rules/schema';

/** What the person has set. Kept under one key, `settings`. */
export interface Settings {
  version: 1;
  language: Language;
  /** Sites where the card was put away: no card, no ring; held choices stay held. */
  putAway: Site[];
  /** Sites where the guide is paused: it does nothing at all. */
  paused: Site[];
  /** Cautions the person does not want to be reminded of. */
  muted: string[];
  /** False: no press is ever held, a warning is only shown. */
  holds: boolean;
  /** How many records put aside the person has been told of. */
  asideSeen: number;
  /** Of our own pages and of the card on the sites. */
  textSize: TextSize;
}

export const DEFAULT_SETTINGS: Settings = { version: 1, language: 'zh-TW', putAway: [], paused: [], muted: [], holds: true, asideSeen: 0, textSize: 'normal' };

const SITES: readonly string[] = ['elearn', 'egov', 'portal'];

/**
 * Checks what storage gave. Written by hand because it runs in every page of the sites, where a schema library would cost more
 * than the rest of the guide.
 * @returns null where it is not settings of this version
 */
export function parseSettings(value: unknown): Settings | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, language, putAway, paused, muted, holds, asideSeen = 0, textSize = 'normal' } = value as Record<string, unknown>;
  if (version !== 1 || (language !== 'zh-TW' && language !== 'en') || typeof holds !== 'boolean' || typeof asideSeen !== 'number') return null;
  if (!isTextSize(textSize)) return null;
  if (!isListOf(putAway, SITES) || !isListOf(paused, SITES) || !isListOf(muted, null)) return null;
  return { version, language, putAway: putAway as Site[], paused: paused as Site[], muted, holds, asideSeen, textSize };
}

export function isTextSize(value: unknown): value is TextSize {
  return /^(normal|large|larger|largest)$/.test(String(value));
}

function isListOf(value: unknown, allowed: readonly string[] | null): value is string[] {
  return Array.isArray(value) && value.length < 200 && value.every((entry) => typeof entry === 'string' && (allowed === null || allowed.includes(entry)));
}
