import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setClass } from '../../../classroom/class-settings';
import { ALLOWED, CLASS_KEYS, type ClassSettings, DEFAULT_CLASS, kitText } from '../../../classroom/kit';
import { type KitFault, readKit } from '../../../classroom/read-kit';
import { readFaultSentence } from '../../../components/trainer/fault-sentences';
import { ROOT } from '../../support/page';

const SET: ClassSettings = { language: 'en', textSize: 'larger', startStep: 8, faults: ['mail-late', 'lookalike'], handout: 'script' };
const WHOLE = JSON.parse(kitText(SET)) as Record<string, unknown>;
const withPart = (part: object) => JSON.stringify({ ...WHOLE, ...part });
const without = (key: string) => JSON.stringify(Object.fromEntries(Object.entries(WHOLE).filter(([each]) => each !== key)));
const faultOf = (text: string): KitFault | null => {
  const read = readKit(text);
  return 'fault' in read ? read : null;
};

describe('a class kit', () => {
  it.each([DEFAULT_CLASS, SET])('comes back from its file as it was', (settings) => {
    expect(readKit(kitText(settings))).toEqual({ kit: { kind: 'register-guide class kit', version: 1, ...settings } });
  });
  it('may have its keys in any order, and spaces of any kind', () => {
    const turned = JSON.stringify(Object.fromEntries(Object.entries(WHOLE).reverse()), null, '\t').replaceAll('\n', '\r\n');
    expect(readKit(turned)).toEqual(readKit(kitText(SET)));
  });
});

const MALFORMED: [string, string, KitFault][] = [
  ['nothing', '', { fault: 'empty' }],
  ['spaces', ' \n\t ', { fault: 'empty' }],
  ['a sentence', '班級設定', { fault: 'not-json', line: 1 }],
  ['a file cut off', kitText(SET).slice(0, -12), { fault: 'not-json', line: 11 }],
  ['a comma too many', '{\n  "kind": "register-guide class kit",\n}', { fault: 'not-json', line: 3 }],
  ['single quotes', "{'kind': 'register-guide class kit'}", { fault: 'not-json', line: 1 }],
  ['a comment', `// for Tuesday ${JSON.stringify(WHOLE)}`, { fault: 'not-json', line: 1 }],
  ['a web page', '<!doctype html><title>404</title>', { fault: 'not-json', line: 1 }],
  ['a binary file', '\u0000\u0001\u0002PK', { fault: 'not-json', line: 1 }],
  ['a list', `[${kitText(SET)}]`, { fault: 'not-an-object' }],
  ['a number', '1', { fault: 'not-an-object' }],
  ['a text', '"register-guide class kit"', { fault: 'not-an-object' }],
  ['null', 'null', { fault: 'not-an-object' }],
  ['an empty object', '{}', { fault: 'no-kind' }],
  ['no kind', without('kind'), { fault: 'no-kind' }],
  ['a field report', JSON.stringify({ kind: 'register-guide field report', version: 1 }), { fault: 'other-kind' }],
  ['another program’s settings', JSON.stringify({ kind: 1 }), { fault: 'other-kind' }],
  ['kind in other letters', withPart({ kind: 'Register-Guide Class Kit' }), { fault: 'other-kind' }],
  ['a newer version', withPart({ version: 2, theme: 'dark' }), { fault: 'newer-version', version: 2 }],
  ['version 0', withPart({ version: 0 }), { fault: 'wrong-value', where: 'version', allowed: '1' }],
  ['a version in quotes', withPart({ version: '1' }), { fault: 'wrong-value', where: 'version', allowed: '1' }],
  ['a kit too large', JSON.stringify({ ...WHOLE, faults: Array(400).fill('mail-late') }), { fault: 'too-large' }],
  ['much space', `${kitText(SET)}${' '.repeat(5000)}`, { fault: 'too-large' }],
  ['a key too many', withPart({ theme: 'dark' }), { fault: 'unknown-key', where: 'theme' }],
  ['a key in other letters', withPart({ TextSize: 'large' }), { fault: 'unknown-key', where: 'TextSize' }],
  ['a note', withPart({ note: '週二下午的班' }), { fault: 'unknown-key', where: 'note' }],
  ['the name of somebody as a key', withPart({ 王小明: 'normal' }), { fault: 'unknown-key', where: '#8' }],
  ['__proto__', kitText(SET).replace('{', '{ "__proto__": { "language": "en" },'), { fault: 'unknown-key', where: '#1' }],
  ['constructor', withPart({ constructor: {} }), { fault: 'unknown-key', where: 'constructor' }],
  ['an ID number in a list', withPart({ faults: ['A123456789'] }), { fault: 'personal', where: 'faults' }],
  ['an ID number as a key', withPart({ a123456789: 1 }), { fault: 'personal', where: '#8' }],
  ['the number of a residence permit', withPart({ handout: 'AC01234567' }), { fault: 'personal', where: 'handout' }],
  ['a mail address', withPart({ trainer: 'someone@mail.example.tw' }), { fault: 'personal', where: 'trainer' }],
  ['a telephone number', withPart({ language: '0911-123-456' }), { fault: 'personal', where: 'language' }],
  ['a telephone number deep inside', withPart({ faults: [{ call: ['0911123456'] }] }), { fault: 'personal', where: 'faults' }],
  ...Object.keys(CLASS_KEYS).map((key): [string, string, KitFault] => [`no ${key}`, without(key), { fault: 'missing-key', where: key }]),
  ['no version', without('version'), { fault: 'missing-key', where: 'version' }],
  ['another language', withPart({ language: 'ja' }), { fault: 'wrong-value', where: 'language', allowed: 'zh-TW / en' }],
  ['no language at all', withPart({ language: null }), { fault: 'wrong-value', where: 'language', allowed: 'zh-TW / en' }],
  ['a text size in points', withPart({ textSize: 20 }), { fault: 'wrong-value', where: 'textSize', allowed: 'normal / large / larger / largest' }],
  ['a text size of no name', withPart({ textSize: 'huge' }), { fault: 'wrong-value', where: 'textSize', allowed: 'normal / large / larger / largest' }],
  ['a step that none begins with', withPart({ startStep: 3 }), { fault: 'wrong-value', where: 'startStep', allowed: '1 / 4 / 7 / 8 / 9 / 10 / 11' }],
  ['half a step', withPart({ startStep: 8.5 }), { fault: 'wrong-value', where: 'startStep', allowed: '1 / 4 / 7 / 8 / 9 / 10 / 11' }],
  ['a step in quotes', withPart({ startStep: '8' }), { fault: 'wrong-value', where: 'startStep', allowed: '1 / 4 / 7 / 8 / 9 / 10 / 11' }],
  ['one fault without a list', withPart({ faults: 'mail-late' }), { fault: 'wrong-value', where: 'faults', allowed: ALLOWED.faults as string }],
  ['a fault of no name', withPart({ faults: ['mail-late', 'fire'] }), { fault: 'wrong-value', where: 'faults 2', allowed: ALLOWED.faults as string }],
  ['a fault twice', withPart({ faults: ['mail-late', 'mail-late'] }), { fault: 'wrong-value', where: 'faults', allowed: ALLOWED.faults as string }],
  ['a handout of no name', withPart({ handout: 'poster' }), { fault: 'wrong-value', where: 'handout', allowed: ALLOWED.handout as string }],
  ['a list of handouts', withPart({ handout: ['steps'] }), { fault: 'wrong-value', where: 'handout', allowed: ALLOWED.handout as string }],
];

describe('what is no class kit is refused with the reason', () => {
  it('in more than thirty ways', () => expect(MALFORMED.length).toBeGreaterThan(30));
  it.each(MALFORMED)('%s', (_, text, fault) => {
    const found = faultOf(text);
    // Of some short texts V8 does not say where.
    expect(text.includes('\n') || found?.fault !== 'not-json' || found.line !== null ? found : { ...found, line: 1 }).toEqual(fault);
  });
  it.each(MALFORMED)('%s: in one whole sentence of both languages, without a value of the file', (_, text, fault) => {
    const [chinese, english] = (['zh-TW', 'en'] as const).map((language) => readFaultSentence(fault, language));
    expect(chinese).toMatch(/^\p{L}|^「/u);
    expect(`${chinese} ${english}`).not.toMatch(/[{]\w|undefined|A123456789|AC01234567|@|0911|王小明|週二/iu);
    if ('where' in fault) expect([chinese, english].every((sentence) => sentence?.includes(fault.where))).toBe(true);
    expect(text).not.toBe(kitText(SET));
  });
});

describe('what a computer room sets', () => {
  const kept = JSON.parse(kitText(SET));
  it('wins over the file, key by key', () => {
    const set = setClass(kept, { language: 'zh-TW', startStep: 1 });
    expect(set).toEqual({ settings: { ...SET, language: 'zh-TW', startStep: 1 }, byPolicy: new Set(['language', 'startStep']), policyFaults: [] });
  });
  it('is named and left out where it cannot be used', () => {
    const set = setClass(kept, { language: 'fr', faults: ['fire'], colour: 'red', textSize: 'large' });
    expect(set.settings).toEqual({ ...SET, textSize: 'large' });
    expect([...set.byPolicy]).toEqual(['textSize']);
    expect(set.policyFaults).toEqual([
      { key: 'language', fault: 'wrong-value', allowed: 'zh-TW / en' },
      { key: 'faults', fault: 'wrong-value', allowed: ALLOWED.faults },
      { key: 'colour', fault: 'unknown-key' },
    ]);
  });
  it('is all there is where no file, or a damaged one, is kept', () => {
    for (const nothing of [undefined, null, 'x', { ...kept, version: 9 }, { ...kept, more: 1 }])
      expect(setClass(nothing, {})).toEqual({ settings: DEFAULT_CLASS, byPolicy: new Set(), policyFaults: [] });
  });
  it('has the same keys in the schema that Chrome and Edge read, each with all that it may be', () => {
    const { properties } = JSON.parse(readFileSync(join(ROOT, 'public/class-policy.json'), 'utf8')) as { properties: Record<string, { description: string }> };
    expect(Object.keys(properties)).toEqual(Object.keys(CLASS_KEYS));
    for (const [key, { description }] of Object.entries(properties)) {
      const named = description.replace(/^any of /, '').split(/, | or /);
      expect(named).toEqual(ALLOWED[key]?.split(' / '));
    }
  });
});
