import { normalise } from '../engine/normalise';
import { ADDRESS_ATTRIBUTES, IDENTIFIER_ATTRIBUTES, WORD_ATTRIBUTES } from './attributes';
import { type FieldReport, isElementNode, type RecordedElement } from './report';
import { SHAPE, type Shaper } from './shape';

/** What kind of thing a string of a report is: it says where one word ends and the next begins. */
export type Kind = 'words' | 'identifiers' | 'address';

/** A piece of a string as the person sees it. `word`: it can be struck; `shape`: it stands for something; else it is between words. */
export interface Piece {
  text: string;
  kind: 'word' | 'shape' | 'between';
}

const WORD_OF: Record<Kind, RegExp> = {
  words: /□+|[\p{L}\p{N}]+/gu,
  identifiers: /[^\s]+/gu,
  address: /[^/]+/gu,
};

/** Cuts a string into the words that can be struck one by one, and what stands between them. */
export function pieces(text: string, kind: Kind): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  const between = (to: number) => to > at && result.push({ text: text.slice(at, to), kind: 'between' });
  for (const { index, 0: word } of text.matchAll(WORD_OF[kind])) {
    between(index);
    const isWord = normalise(word.replaceAll('□', '')) !== '' && !/^□\d+$/.test(word);
    result.push({ text: word, kind: isWord ? 'word' : /□/.test(word) ? 'shape' : 'between' });
    at = index + word.length;
  }
  between(text.length);
  return result;
}

export function kindOfAttribute(name: string): Kind | null {
  if ((WORD_ATTRIBUTES as readonly string[]).includes(name)) return 'words';
  if ((IDENTIFIER_ATTRIBUTES as readonly string[]).includes(name) || name === 'class') return 'identifiers';
  return (ADDRESS_ATTRIBUTES as readonly string[]).includes(name) ? 'address' : null;
}

/** The report with every string of the page changed: each attribute of a kind that words can stand in, each text, each address. */
function changed(report: FieldReport, change: (text: string, kind: Kind, attribute: string) => string): FieldReport {
  const attributesOf = (attributes: NonNullable<RecordedElement['attributes']>) => {
    const entries = Object.entries(attributes).map(([name, value]) => {
      const kind = kindOfAttribute(name);
      return [name, kind === null || value === undefined ? value : change(value, kind, name)] as const;
    });
    return Object.fromEntries(entries.filter(([name, value]) => value !== '' || kindOfAttribute(name) === null)) as typeof attributes;
  };
  const documents = report.documents.map((document) => ({
    ...document,
    address: change(document.address, 'address', ''),
    title: change(document.title, 'words', ''),
    guide:
      document.guide === null
        ? null
        : {
            ...document.guide,
            target: document.guide.target === null ? null : { ...document.guide.target, name: change(document.guide.target.name, 'words', '') },
          },
    nodes: document.nodes.map((node) => {
      if (!isElementNode(node)) return { ...node, text: change(node.text, 'words', '') };
      return node.attributes === undefined ? node : { ...node, attributes: attributesOf(node.attributes) };
    }),
  }));
  return { ...report, documents };
}

/**
 * Takes struck words out, wherever in the report they stand. A struck id gets a number instead, so that its label still finds it;
 * a struck class goes.
 */
export function withoutStruck(report: FieldReport, struck: ReadonlySet<string>): FieldReport {
  if (struck.size === 0) return report;
  const numbers = new Map([...struck].map((word, index) => [word, `□9${String(index).padStart(4, '0')}`]));
  return changed(report, (text, kind, attribute) => {
    const left = pieces(text, kind).map((piece) => {
      if (piece.kind !== 'word' || !struck.has(piece.text)) return piece.text;
      return kind === 'identifiers' ? (attribute === 'class' ? '' : (numbers.get(piece.text) ?? '')) : SHAPE;
    });
    return kind === 'identifiers' ? left.join('').replace(/\s+/g, ' ').trim() : left.join('');
  });
}

/** Makes of an open report one that holds known words only: the person says that they were logged in. */
export function knownWordsOnly(report: FieldReport, shaper: Shaper): FieldReport {
  const numbers = new Map<string, string>();
  const alias = (word: string) => {
    if (!numbers.has(word)) numbers.set(word, `□8${String(numbers.size).padStart(4, '0')}`);
    return numbers.get(word) ?? '';
  };
  const restricted = changed(report, (text, kind, attribute) => {
    if (kind === 'words') return shaper.text(text, 'known');
    if (kind === 'address') {
      const [host = '', ...path] = text.split('/');
      return /^(?:#|mailto:|tel:|javascript:)$/.test(text) ? text : shaper.hostAndPath(host, path.length === 0 ? '' : `/${path.join('/')}`, 'known');
    }
    const kept = text.split(' ').map((word) => {
      if (/^□\d+$/.test(word)) return word;
      return shaper.identifier(word, 'known') ?? (attribute === 'class' ? '' : alias(word));
    });
    return kept.join(' ').replace(/\s+/g, ' ').trim();
  });
  return { ...restricted, login: 'said' };
}

/** How many words stay and how many are struck, and in how many places a shape stands for something. */
export interface Counts {
  kept: number;
  struck: number;
  shaped: number;
}

export function countsOf(report: FieldReport, struck: ReadonlySet<string>): Counts {
  const counts: Counts = { kept: 0, struck: 0, shaped: 0 };
  changed(report, (text, kind) => {
    for (const piece of pieces(text, kind)) {
      if (piece.kind === 'shape') counts.shaped += 1;
      else if (piece.kind === 'word') counts[struck.has(piece.text) ? 'struck' : 'kept'] += 1;
    }
    return text;
  });
  return counts;
}
