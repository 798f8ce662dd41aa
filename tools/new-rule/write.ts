import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BadOption } from '../command-line/read-options';
import { readSavedPage } from '../lab/saved-page';
import { barePage, linesToLookAt } from './bare-page';
import type { Asked } from './options';
import { emptyReplica, ruleText, withCase } from './scaffold';

const HOSTS: Record<string, string> = { elearn: 'https://elearn.hrd.gov.tw', egov: 'https://www.cp.gov.tw', portal: 'https://www.gov.tw' };

/** What was written, and what to look at before it is kept. */
export interface Written {
  /** Relative to the project. */
  files: string[];
  /** `line: words` of the replica that may be about a person. */
  lookAt: string[];
}

/**
 * Makes the folder of a new rule: replica, a rule that claims nothing yet, and a case that fails until it does.
 *
 * @param root the project's folder
 * @param caller where relative paths start
 * @throws BadOption where the folder or its number is taken, or the saved page cannot be used; then nothing is written
 */
export function writeRule(asked: Asked, root: string, caller: string, today: string): Written {
  const { page, step } = asked;
  const [site = '', name = ''] = page.split('/');
  const folder = join(root, 'content-rules', page);
  if (existsSync(folder)) throw new BadOption(`content-rules/${page} is there already; a new build of a known page is added by npm run new-replica`);
  const twin = readdirSync(join(root, 'content-rules', site)).find((other) => other.startsWith(name.slice(0, 3)));
  if (twin !== undefined)
    throw new BadOption(`the number ${name.slice(0, 2)} is taken by content-rules/${site}/${twin}; the next free one is ${nextNumber(root, site)}`);
  if (asked.file !== null && asked.url === null) throw new BadOption('--url is missing: expected the https address at which the page was saved');
  const url = asked.url ?? `${HOSTS[site]}/`;
  checkHost(url, site);
  const replica = asked.file === null ? emptyReplica() : savedReplica(asked.file, url, caller);
  const note =
    asked.file === null
      ? 'Redraw the replica from what is known, then write the rule.'
      : 'Mark what is to be pointed at by data-expect="target", then write the rule.';
  mkdirSync(folder, { recursive: true });
  const target = asked.file === null ? 'target' : null;
  return {
    files: [
      put(root, `content-rules/${page}/replica.html`, replica),
      put(root, `content-rules/${page}/rule.yaml`, ruleText(page, step, new URL(url).pathname, today)),
      put(root, `content-rules/${page}/cases.yaml`, withCase('', { replica: 'replica.html', url, target, note })),
    ],
    lookAt: asked.file === null ? [] : linesToLookAt(replica),
  };
}

/**
 * Adds a saved page to a known page's folder, with a case that says that it must be recognised.
 *
 * @throws BadOption where the folder is missing, the variant taken, or the saved page cannot be used; then nothing is written
 */
export function writeReplica(asked: Asked, root: string, caller: string): Written {
  const { page, file, url, variant } = asked;
  const folder = join(root, 'content-rules', page);
  if (!existsSync(join(folder, 'cases.yaml')))
    throw new BadOption(`there is no content-rules/${page}; a page that is not known yet is begun by npm run new-rule`);
  if (file === null) throw new BadOption('the file of the saved page is missing');
  if (url === null) throw new BadOption('--url is missing: expected the https address at which the page was saved');
  if (variant === null) throw new BadOption('--variant is missing: expected a short name for this build of the page, such as 2027');
  checkHost(url, page.split('/')[0] ?? '');
  const replica = `replica.${variant}.html`;
  if (existsSync(join(folder, replica))) throw new BadOption(`content-rules/${page}/${replica} is there already; expected another --variant`);
  const html = savedReplica(file, url, caller);
  const cases = readFileSync(join(folder, 'cases.yaml'), 'utf8');
  const note = 'Mark what is to be pointed at by data-expect, and name the mark here as target.';
  return {
    files: [
      put(root, `content-rules/${page}/${replica}`, html),
      put(root, `content-rules/${page}/cases.yaml`, withCase(cases, { replica, url, target: null, note })),
    ],
    lookAt: linesToLookAt(html),
  };
}

function checkHost(url: string, site: string) {
  if (new URL(url).origin !== HOSTS[site]) throw new BadOption(`--url: expected an address of ${HOSTS[site]}, the site of ${site}/, not ${url}`);
}

function savedReplica(file: string, url: string, caller: string): string {
  const replica = barePage(readSavedPage(resolve(caller, file), file), url);
  if (!/[\p{L}\p{N}]/u.test(replica.replace(/^[\s\S]*<body/, '').replace(/<[^>]*>/g, '')))
    throw new BadOption(`${file} has no words in it; expected a saved page`);
  return replica;
}

function put(root: string, path: string, text: string): string {
  writeFileSync(join(root, path), text);
  return path;
}

function nextNumber(root: string, site: string): string {
  const numbers = readdirSync(join(root, 'content-rules', site)).map((name) => Number.parseInt(name, 10) || 0);
  return String(Math.max(0, ...numbers) + 1).padStart(2, '0');
}
