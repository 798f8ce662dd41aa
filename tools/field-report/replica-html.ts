import type { Layout } from '../../record/attributes';
import { isElementNode, type RecordedDocument, type RecordedElement } from '../../record/report';

const VOID = new Set('area br col embed hr img input source track wbr'.split(' '));
/** Set in a line with the text around them. */
const IN_LINE = new Set('a abbr b bdi cite code em font i kbd label mark q s small span strong sub sup u var input select button textarea img br'.split(' '));
const STYLE: Record<Layout, string> = {
  inline: 'display:inline',
  block: 'display:block',
  'inline-block': 'display:inline-block',
  flex: 'display:flex;flex-wrap:wrap',
  grid: 'display:grid',
  float: 'float:left',
  cover: 'position:fixed;inset:0;overflow:auto;background:#fff',
  hidden: 'display:none',
};

/** Elements as a tree again. */
interface Branch {
  element: RecordedElement | null;
  text: string;
  children: Branch[];
}

/**
 * Writes a recorded document as a replica: plain HTML to be read and finished by hand, every word escaped. Shapes stay in the text; in
 * ids and addresses they become plain letters. Choices are written as not chosen: what was chosen is in no report.
 */
export function replicaHtml(document: RecordedDocument, about: string): string {
  const lines = branchesOf(document).flatMap((branch) => linesOf(branch, '', document.address));
  return [
    '<!doctype html>',
    `<!-- ${escaped(about).replaceAll('--', '- -')} -->`,
    '<html lang="zh-Hant-TW">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(document.title)}</title>`,
    '</head>',
    '<body>',
    ...lines,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** Address of a document as a replica is opened at it; steps that were not kept become `x`. */
export function addressOf(address: string): string {
  const [host = '', ...path] = address.split('/');
  return `https://${host.includes('□') ? 'elsewhere.example' : host}/${path.join('/').replace(/□+/g, 'x')}`;
}

function branchesOf({ nodes }: RecordedDocument): Branch[] {
  const root: Branch = { element: null, text: '', children: [] };
  const above: Branch[] = [root];
  for (const node of nodes) {
    above.length = Math.min(above.length, node.depth + 1);
    const branch: Branch = isElementNode(node) ? { element: node, text: '', children: [] } : { element: null, text: node.text, children: [] };
    (above.at(-1) ?? root).children.push(branch);
    if (branch.element !== null) above.push(branch);
  }
  return root.children;
}

function linesOf(branch: Branch, indent: string, from: string): string[] {
  if (branch.element === null) return [indent + escaped(branch.text)];
  const opening = openingTag(branch.element, from);
  const { tag } = branch.element;
  if (VOID.has(tag)) return [indent + opening];
  if (branch.children.every(isShort)) return [`${indent}${opening}${branch.children.map((child) => linesOf(child, '', from).join('')).join('')}</${tag}>`];
  return [indent + opening, ...branch.children.flatMap((child) => linesOf(child, `${indent}  `, from)), `${indent}</${tag}>`];
}

/** Fits into the line of its parent: text, or an element of a line with nothing but such in it. */
function isShort({ element, children }: Branch): boolean {
  return element === null || (IN_LINE.has(element.tag) && children.every(isShort));
}

function openingTag({ tag, attributes = {}, layout }: RecordedElement, from: string): string {
  const written = Object.entries(attributes).map(([name, value]) => {
    if (value === undefined) return '';
    if (value === '' && name !== 'value' && name !== 'alt') return ` ${name}`;
    return ` ${name}="${escaped(attributeValue(name, value, from))}"`;
  });
  const isAriaChoice = /^(?:radio|checkbox|switch|menuitemradio|menuitemcheckbox)$/.test((attributes as Record<string, string | undefined>).role ?? '');
  if (isAriaChoice && tag !== 'input') written.push(' aria-checked="false"');
  if (layout === 'cover') written.push(' data-cover');
  if (layout !== undefined) written.push(` style="${STYLE[layout]}"`);
  return `<${tag}${written.join('')}>`;
}

function attributeValue(name: string, value: string, from: string): string {
  if (['href', 'action', 'formaction', 'src'].includes(name)) return linkOf(value, from);
  return ['id', 'name', 'for', 'class'].includes(name) || /^aria-(?:labelledby|describedby|controls|owns)$/.test(name) ? value.replaceAll('□', 'x') : value;
}

/** Within the same host as a path alone. */
function linkOf(address: string, from: string): string {
  if (/^(?:#|mailto:|tel:)$/.test(address)) return address;
  if (address === 'javascript:') return '#';
  const whole = addressOf(address);
  const own = `${new URL(addressOf(from)).origin}/`;
  return whole.startsWith(own) ? whole.slice(own.length - 1) : whole;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
