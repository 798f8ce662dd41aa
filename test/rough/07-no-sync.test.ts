import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, builtExtension, finished, type Opened, openBrowser } from '../browser/opened';
import { areaOf, ask } from '../browser-support/own-page';

describe.each(BROWSERS)('in %s, nothing goes to the storage that is sent to other computers', (name) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());

  test('after events, settings, a repair and starting over it is empty', async () => {
    const person = await opened.begin('https://elearn.hrd.gov.tw/', { events: finished(3), settings: { muted: ['facebook'] } });
    await person.see('the home page', ({ card }) => card !== null);
    for (const message of [{ ask: 'repair' }, { ask: 'start-over' }]) expect(await ask(opened.ownPage, message)).toBe(true);
    expect(Object.keys(await areaOf(opened.ownPage, 'local')).length).toBeGreaterThan(0);
    expect(await areaOf(opened.ownPage, 'sync')).toEqual({});
  });

  test('no file of the package asks for it, and the manifest names no more than storage', () => {
    const folder = builtExtension(name);
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(2);
    for (const file of scripts) expect(readFileSync(join(folder, file), 'utf8'), file).not.toMatch(/storage\s*\??\.\s*(sync|managed)\b/);
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).permissions).toEqual(['storage', 'activeTab']);
  });
});
