import { closeSync, existsSync, openSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserName } from '../../../tools/browser/find-browser';

/** Where a browser that is not running keeps the first copy of the journal: the files, none where there is nothing. */
export function storageFiles(name: BrowserName, profile: string): string[] {
  return name === 'chromium' ? below(join(profile, 'Default', 'Local Extension Settings')) : databases(profile, true);
}

/** Where it keeps the second copy. */
export function secondCopyFiles(name: BrowserName, profile: string): string[] {
  return name === 'chromium' ? below(join(profile, 'Default', 'IndexedDB')) : databases(profile, false);
}

/** Firefox keeps both as IndexedDB of the extension's origin; that of `storage.local` belongs to a user context of its own. */
function databases(profile: string, isStorage: boolean): string[] {
  return below(join(profile, 'storage', 'default')).filter(
    (file) =>
      file.includes('moz-extension+++') && /\.sqlite(-wal)?$/.test(file) && file.includes('/idb/') && file.includes('userContextId=4294967295') === isStorage,
  );
}

function below(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
}

/** One way in which a file is damaged: by a disk, a crash, a cleaner, a restored backup. */
type DamageToFile = (file: string) => void;
export type Damage = (files: readonly string[]) => void;

const remove: DamageToFile = (file) => rmSync(file, { force: true });
const halve: DamageToFile = (file) => truncateSync(file, Math.floor(statSync(file).size / 2));
const empty: DamageToFile = (file) => truncateSync(file, 0);
const overwriteStart: DamageToFile = (file) => writeFileSync(file, 'x'.repeat(Math.min(4096, statSync(file).size)), { flag: 'r+' });
const pointNowhere: DamageToFile = (file) => writeFileSync(file, 'MANIFEST-999999\n');
const overwriteMiddle: DamageToFile = (file) => {
  const third = Math.floor(statSync(file).size / 3);
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(third, 0x5a), 0, third, third);
  closeSync(handle);
};

/** Damages those of the files whose name fits. */
function toEach(name: RegExp, damage: DamageToFile): Damage {
  return (files) => {
    for (const file of files) if (name.test(basename(file))) damage(file);
  };
}

export const DAMAGES: Record<BrowserName, Record<string, Damage>> = {
  chromium: {
    'all files gone': toEach(/./, remove),
    'logs cut to half': toEach(/\.log$/, halve),
    'logs overwritten in the middle': toEach(/\.log$/, overwriteMiddle),
    'logs and tables empty': toEach(/\.(log|ldb)$/, empty),
    'manifest gone': toEach(/^MANIFEST/, remove),
    'CURRENT names nothing': toEach(/^CURRENT$/, pointNowhere),
  },
  firefox: {
    'all files gone': toEach(/./, remove),
    'databases cut to half': toEach(/./, halve),
    'databases empty': toEach(/./, empty),
    'databases overwritten at the beginning': toEach(/./, overwriteStart),
  },
};
