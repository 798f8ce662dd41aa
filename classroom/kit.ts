import * as z from 'zod/mini';
import { FAULTS } from '../practice/faults';
import { START_STEPS } from '../practice/starts';
import { TEXT_SIZES } from './text-sizes';

/** The first key of every file says what it is. */
export const KIT_KIND = 'register-guide class kit';
/** A file of a newer version is refused. */
export const KIT_VERSION = 1;

/** The handouts there are: one page, all eleven steps, the trainer's script, practice cards, the record sheet. */
export const HANDOUTS = ['summary', 'steps', 'script', 'cards', 'record'] as const;

const once = (list: readonly string[]) => new Set(list).size === list.length;

/** What a class is set to, key by key. The same keys can be set by policy. */
export const CLASS_KEYS = {
  language: z.enum(['zh-TW', 'en']),
  textSize: z.enum(TEXT_SIZES),
  /** The step with which practices begin. */
  startStep: z.int().check(z.refine((step) => START_STEPS.includes(step))),
  /** What goes wrong in practices. */
  faults: z.array(z.enum(FAULTS)).check(z.maxLength(FAULTS.length), z.refine(once)),
  handout: z.enum(HANDOUTS),
};
export type ClassKey = keyof typeof CLASS_KEYS;

const classSettings = z.strictObject(CLASS_KEYS);
export type ClassSettings = z.infer<typeof classSettings>;

/** The file, and what is stored of it. */
export const classKit = z.strictObject({ kind: z.literal(KIT_KIND), version: z.literal(KIT_VERSION), ...CLASS_KEYS });
export type ClassKit = z.infer<typeof classKit>;

export const DEFAULT_CLASS: ClassSettings = { language: 'zh-TW', textSize: 'normal', startStep: 1, faults: [], handout: 'steps' };

/** What a key may be, as one reads it in a sentence. */
export const ALLOWED: Readonly<Record<string, string>> = {
  kind: KIT_KIND,
  version: String(KIT_VERSION),
  language: 'zh-TW / en',
  textSize: TEXT_SIZES.join(' / '),
  startStep: START_STEPS.join(' / '),
  faults: FAULTS.join(' / '),
  handout: HANDOUTS.join(' / '),
};

/** The text of the file. */
export function kitText(settings: ClassSettings): string {
  return `${JSON.stringify(classKit.parse({ kind: KIT_KIND, version: KIT_VERSION, ...settings }), null, 2)}\n`;
}
