import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceList } from './release/licence-list';

const ROOT = join(import.meta.dirname, '..');

/** `npm run licences`: writes docs/licences.md anew from the lockfile. */
const [lock, manifest] = ['package-lock.json', 'package.json'].map((name) => readFileSync(join(ROOT, name), 'utf8'));
writeFileSync(join(ROOT, 'docs/licences.md'), licenceList(lock ?? '', manifest ?? ''));
