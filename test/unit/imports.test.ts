import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/page';
import { type Import, importsOf, packageOf, sourceFiles } from '../support/source-tree';

const SCHEMA = 'content-rules/schema';
const isTypeOf = (path: string, entry: Import) => entry.path === path && entry.isType;
const isIn = (room: string, { path }: Import) => path?.startsWith(`${room}/`) === true;
const isFrom = (specifiers: string[], { specifier }: Import) => specifiers.includes(specifier);
/** Packages that only some files may use. */
const PLACES: Record<string, string[]> = {
  'zod/mini': [
    'platform/router.ts',
    'platform/told-state.ts',
    'record/report.ts',
    'classroom/kit.ts',
    ...['format', 'facts-format', 'journey-format', 'verdict-format', 'read-report'].map((file) => `support/report/${file}.ts`),
  ],
  'zustand/vanilla': ['platform/own-page-store.ts'],
  'punycode.js': ['engine/address/skeleton.ts'],
  preact: ['platform/overlay.tsx'],
  'preact/hooks': ['platform/own-page-store.ts'],
};

/** Who may import whom: docs/decisions.md has the reasons. */
const ROOMS: Record<string, (entry: Import) => boolean> = {
  engine: (entry) => isIn('engine', entry) || isTypeOf(SCHEMA, entry) || PLACES[entry.specifier]?.includes(entry.file) === true,
  practice: (entry) => isIn('practice', entry),
  drills: (entry) => isIn('drills', entry) || isIn('engine', entry) || isTypeOf(SCHEMA, entry),
  classroom: (entry) => isIn('classroom', entry) || isIn('practice', entry) || PLACES[entry.specifier]?.includes(entry.file) === true,
  record: (entry) => isIn('record', entry) || isIn('engine', entry) || PLACES[entry.specifier]?.includes(entry.file) === true,
  support: (entry) =>
    isIn('support', entry) ||
    isIn('locales', entry) ||
    isIn('engine', entry) ||
    isIn('record', entry) ||
    // How values are put into a sentence.
    entry.path === 'components/fill' ||
    (isIn('drills', entry) && entry.isType) ||
    isTypeOf(SCHEMA, entry) ||
    PLACES[entry.specifier]?.includes(entry.file) === true,
  components: (entry) =>
    isIn('components', entry) ||
    isIn('support', entry) ||
    isIn('locales', entry) ||
    isIn('engine', entry) ||
    isIn('record', entry) ||
    isIn('classroom', entry) ||
    isIn('practice', entry) ||
    isTypeOf(SCHEMA, entry) ||
    isFrom(['preact', 'preact/hooks'], entry),
  platform: (entry) =>
    isIn('platform', entry) ||
    isIn('engine', entry) ||
    isIn('components', entry) ||
    isIn('record', entry) ||
    isIn('classroom', entry) ||
    isIn('practice', entry) ||
    isIn('support', entry) ||
    // A site that is redesigned, or a page that is as broken as a caller's: drills, played in the practice.
    (isIn('drills', entry) && (entry.file === 'platform/practice/page-changes.ts' || entry.isType)) ||
    isTypeOf(SCHEMA, entry) ||
    isFrom(['webextension-polyfill'], entry) ||
    PLACES[entry.specifier]?.includes(entry.file) === true,
  entrypoints: (entry) =>
    isIn('platform', entry) ||
    isIn('components', entry) ||
    isIn('record', entry) ||
    isIn('classroom', entry) ||
    isIn('practice', entry) ||
    isIn('support', entry) ||
    // What the replicas do when they are pressed.
    entry.path === 'content-rules/replica.js' ||
    // The practice asks of its own addresses what the popup asks of the tab's.
    (entry.path === 'engine/address/judge' && entry.file === 'entrypoints/practice/main.tsx') ||
    isTypeOf(SCHEMA, entry) ||
    entry.specifier.startsWith('#page-pack/') ||
    isFrom(
      [
        '#rule-pack',
        '#help-pack',
        '#journey',
        '#official-hosts',
        '#known-words',
        '#hours-words',
        '#known-problems',
        '#named-pages',
        '#replicas',
        '#rules-date',
        '#rules-version',
        '#scenes',
        'preact',
        'preact/hooks',
        'webextension-polyfill',
      ],
      entry,
    ) ||
    entry.specifier.startsWith('wxt/utils/'),
};

const asLine = ({ file, specifier }: Import) => `${file} imports ${specifier}`;
const everything = sourceFiles(
  'content-rules',
  'engine',
  'practice',
  'classroom',
  'drills',
  'record',
  'support',
  'components',
  'platform',
  'entrypoints',
  'tools',
  'wxt.config.ts',
  'vitest.config.ts',
).flatMap(importsOf);

describe('who may import whom', () => {
  it('the imports are found at all, on one line and on several', () => {
    expect(everything.length).toBeGreaterThan(200);
    expect(everything.filter(({ file }) => file === 'platform/guide.ts').length).toBeGreaterThan(10);
    for (const { path } of everything)
      if (path !== null)
        expect(
          ['', '.ts', '.tsx', '.mts'].some((ending) => existsSync(join(ROOT, path + ending))),
          path,
        ).toBe(true);
  });
  it('the schema imports zod, and nothing else does but what checks files at build time', () => {
    expect(importsOf('content-rules/schema.ts').map(({ specifier }) => specifier)).toEqual(['zod']);
    const users = everything.filter(({ specifier }) => specifier === 'zod' || (specifier.startsWith('zod/') && specifier !== 'zod/mini'));
    expect(users.filter(({ file }) => file !== 'content-rules/schema.ts' && !file.startsWith('tools/')).map(asLine)).toEqual([]);
  });
  it.each(Object.entries(ROOMS))('%s', (room, mayImport) => {
    const entries = sourceFiles(room).flatMap(importsOf);
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((entry) => !mayImport(entry)).map(asLine)).toEqual([]);
  });
  it('nobody imports test/, and tools/ only the build’s own configuration', () => {
    expect(everything.filter((entry) => isIn('test', entry)).map(asLine)).toEqual([]);
    const isOutside = ({ file }: Import) => !file.startsWith('tools/') && !file.endsWith('.config.ts');
    expect(everything.filter((entry) => isIn('tools', entry) && isOutside(entry)).map(asLine)).toEqual([]);
  });
});

describe('what a page of the sites has to carry', () => {
  /** Everything that ends up in a bundle, from its entrypoint: files of ours, and packages by specifier. */
  function bundleOf(entry: string): { files: Set<string>; packages: Set<string> } {
    const files = new Set<string>();
    const packages = new Set<string>();
    const take = (file: string) => {
      if (files.has(file)) return;
      files.add(file);
      if (file.endsWith('.json')) return;
      for (const found of importsOf(file).filter(({ isType }) => !isType)) {
        if (found.path === null) packages.add(found.specifier);
        else take(['.ts', '.tsx', ''].map((ending) => `${found.path}${ending}`).find((name) => existsSync(join(ROOT, name))) as string);
      }
    };
    take(entry);
    return { files, packages };
  }
  const guide = bundleOf('entrypoints/guide-elearn.ts');

  it('is no more than these packages: no zod, no zustand, no hooks, not all of the rules', () => {
    const allowed = ['#page-pack/elearn', 'preact', 'webextension-polyfill', 'wxt/utils/define-unlisted-script'];
    expect([...guide.packages].sort()).toEqual(allowed);
  });
  it('has the engine, and nothing of the popup or of the keeper', () => {
    expect([...guide.files]).toEqual(expect.arrayContaining(['engine/look.ts', 'platform/guard.ts', 'components/Card.tsx']));
    expect(
      [...guide.files].filter((file) => /^record\/|Popup|keeper|router|second-copy|own-page-store|components\/language|engine\/address/.test(file)),
    ).toEqual([]);
  });
  it('has nothing of the presenter view, which is for who projects', () => {
    expect([...guide.files].filter((file) => file.includes('presenter'))).toEqual([]);
    expect([...bundleOf('entrypoints/presenter.ts').files]).toContain('platform/presenter/covers.ts');
  });
  it('the popup does without zod, without the rules, and without the recorder', () => {
    const popup = bundleOf('entrypoints/popup/main.tsx');
    expect([...popup.packages].filter((specifier) => /^(?:zod|#known-words|#rule-pack)/.test(specifier))).toEqual([]);
    expect([...popup.files].filter((file) => file.startsWith('record/'))).toEqual([]);
  });
  it('the recorder, put into a page when it is asked for, needs no library', () => {
    expect([...bundleOf('entrypoints/recorder.ts').packages].sort()).toEqual(['#known-words', 'wxt/utils/define-unlisted-script']);
  });
});

it('the library that computes accessible names is a judge for tests only', () => {
  expect(everything.filter((entry) => packageOf(entry) === 'dom-accessibility-api').map(asLine)).toEqual([]);
});
