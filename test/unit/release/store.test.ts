import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { STORE_PAGES, STORE_SCENES } from '../../../tools/release/store-scenes';
import config from '../../../wxt.config';
import { ROOT } from '../../support/page';

const LISTINGS = { 'zh-TW': 'zh_TW', en: 'en' } as const;
const PICTURES = [...STORE_SCENES.map(({ name }) => name), ...Object.keys(STORE_PAGES)];
/** What the stores take: Chrome's short description, and pictures of one page. */
const MOST = { short: 132, pictures: 5 };
const HEADINGS = 6;

/** The parts of a listing by their place. */
function partsOf(language: string): string[] {
  const text = readFileSync(join(ROOT, `docs/store/${language}.md`), 'utf8');
  return text
    .split(/^## .*$/m)
    .slice(1)
    .map((part) => part.trim());
}

/** Width and height of a PNG, from its header. */
function sizeOf(path: string): { width: number; height: number } {
  const content = readFileSync(path);
  if (content.subarray(1, 4).toString('latin1') !== 'PNG') throw new Error(`${path} is no PNG`);
  return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

describe.each(Object.entries(LISTINGS))('the store page in %s', (language, folder) => {
  const [name = '', short = '', description = '', pictures = '', permissions = ''] = partsOf(language);

  it('has all parts', () => {
    const parts = partsOf(language);
    expect(parts).toHaveLength(HEADINGS);
    expect(parts.filter((part) => part === '')).toEqual([]);
    expect(description.length).toBeGreaterThan(200);
  });

  it('has name and short description of the package', () => {
    const messages = JSON.parse(readFileSync(join(ROOT, `public/_locales/${folder}/messages.json`), 'utf8')) as Record<string, { message: string }>;
    expect([name, short]).toEqual([messages.name?.message, messages.description?.message]);
    expect(short.length).toBeLessThanOrEqual(MOST.short);
  });

  it('has a line and a picture of 1280 × 800 for each scene', () => {
    expect(pictures.split('\n')).toHaveLength(PICTURES.length);
    expect(PICTURES.length).toBeLessThanOrEqual(MOST.pictures);
    for (const picture of PICTURES) expect(sizeOf(join(ROOT, `docs/store/pictures/${picture}.${language}.png`))).toEqual({ width: 1280, height: 800 });
  });

  it('gives a reason for every permission', () => {
    const manifest = (config.manifest as (environment: object) => Record<string, string[]>)({ browser: 'chrome' });
    for (const permission of [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])]) expect(permissions).toContain(`- ${permission}`);
    for (const host of manifest.host_permissions ?? []) expect(permissions).toContain(new URL(host.replace('*', '')).host);
  });
});

it('the Chinese one keeps to the voice', () => {
  const text = partsOf('zh-TW').join('\n');
  expect(text.match(/你|点|點擊|鏈接|郵箱|設置|視頻|軟件|網絡|屏幕|—/g)).toBeNull();
  const sentences = text.split(/[。\n：]/).map((sentence) => sentence.trim());
  expect(sentences.filter((sentence) => sentence.length > 60)).toEqual([]);
});

it.each([16, 32, 48, 96, 128])('there is an icon of %i pixels, and it is that large', (size) => {
  const path = join(ROOT, `public/icon/${size}.png`);
  expect(existsSync(path)).toBe(true);
  expect(sizeOf(path)).toEqual({ width: size, height: size });
});
