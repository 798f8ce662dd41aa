import { isWhole } from './damm';

/** Why what was typed is no code. Groups are counted from 1. */
export type TypedFault =
  | { kind: 'empty' }
  /** Something else than digits and what may stand between them. */
  | { kind: 'characters'; found: string }
  | { kind: 'length'; digits: number; groups: number[] }
  /** The check digit of these groups does not fit. */
  | { kind: 'check'; groups: number[] };

export type TypedCode = { payload: number; groups: string[] } | { fault: TypedFault };

const GROUPS = 3;
const DIGITS = 5;
/** What people write between groups: spaces of any width, hyphens and dashes, commas. */
const BETWEEN = /[\s\p{Pd}−－,，、]+/u;
const TRIMMED = new RegExp(`^${BETWEEN.source}|${BETWEEN.source}$`, 'gu');

/** Reads a code as it was typed: full-width digits, spaces and hyphens are all right. */
export function readTyped(text: string): TypedCode {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(TRIMMED, '');
  if (plain === '') return { fault: { kind: 'empty' } };
  const pieces = plain.split(BETWEEN);
  const other = [...pieces.join('')].find((character) => !/^[0-9]$/.test(character));
  if (other !== undefined) return { fault: { kind: 'characters', found: other } };
  const digits = pieces.join('');
  if (digits.length !== GROUPS * DIGITS) {
    const groups = pieces.length === GROUPS ? groupsWhere(pieces, (piece) => piece.length !== DIGITS) : [];
    return { fault: { kind: 'length', digits: digits.length, groups } };
  }
  const groups = [0, 1, 2].map((group) => digits.slice(group * DIGITS, (group + 1) * DIGITS));
  const wrong = groupsWhere(groups, (group) => !isWhole(group));
  if (wrong.length > 0) return { fault: { kind: 'check', groups: wrong } };
  return { payload: Number(groups.map((group) => group.slice(0, -1)).join('')), groups };
}

function groupsWhere(groups: readonly string[], isWrong: (group: string) => boolean): number[] {
  return groups.flatMap((group, index) => (isWrong(group) ? [index + 1] : []));
}
