import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { ROOT } from './page';

/** One `import` or `export … from` of a source file. */
export interface Import {
  /** The file that imports, relative to the project's folder. */
  file: string;
  /** As written. */
  specifier: string;
  /** The imported file, relative to the project's folder and without ending; null for a package. */
  path: string | null;
  /** Only types are taken, so nothing of it is in a bundle. */
  isType: boolean;
}

const STATEMENT = /(?:^|\n)\s*(?:import|export)\s+(type\s)?\s*((?:[\w*${},\s]|\btype\b)*?\bfrom\s*)?'([^'\n]+)'/g;
const DYNAMIC = /\bimport\(\s*'([^'\n]+)'\s*\)/g;

/** Style sheets of a folder, relative to the project's folder. */
export function styleSheets(folder: string): string[] {
  const inside = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return inside.filter((name) => name.endsWith('.css')).map((name) => join(folder, name));
}

/** Source files of some folders (or single files), relative to the project's folder. */
export function sourceFiles(...places: string[]): string[] {
  return places.flatMap((place) => {
    if (/\.tsx?$/.test(place)) return [place];
    const inside = readdirSync(join(ROOT, place), { recursive: true, encoding: 'utf8' });
    return inside.filter((name) => /\.(ts|tsx|mts)$/.test(name)).map((name) => join(place, name));
  });
}

export function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

/** Every import of a source file; those in comments and strings of code are none, as they stand at no beginning of a line. */
export function importsOf(file: string): Import[] {
  const text = textOf(file);
  const statements = [...text.matchAll(STATEMENT)].map(([, type, clause, specifier]) => ({ specifier, isType: type !== undefined || takesTypesOnly(clause) }));
  const dynamic = [...text.matchAll(DYNAMIC)].map(([, specifier]) => ({ specifier, isType: false }));
  return [...statements, ...dynamic].map(({ specifier = '', isType }) => ({
    file,
    specifier,
    isType,
    path: specifier.startsWith('.') ? pathOf(file, specifier) : null,
  }));
}

function takesTypesOnly(clause = ''): boolean {
  const named = /^\{([^}]*)\}\s*from\s*$/.exec(clause.trim())?.[1];
  const names = (named ?? '').split(',').filter((name) => name.trim() !== '');
  return names.length > 0 && names.every((name) => name.trim().startsWith('type '));
}

function pathOf(file: string, specifier: string): string {
  return relative('.', normalize(join(dirname(file), specifier))).replace(/\.(ts|tsx|mts)$/, '');
}

/** The package of a bare specifier, null for Node's own modules and for modules that the build makes (`#rule-pack`). */
export function packageOf({ specifier, path }: Import): string | null {
  if (path !== null || specifier.startsWith('node:') || specifier.startsWith('#')) return null;
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
