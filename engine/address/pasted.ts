/** What a person may have pasted: addresses, and what stands beside them. */
export interface Pasted {
  /** Each as it was written, without the words around it. */
  addresses: string[];
  /** Something that is no address of the web, and names a program or a file instead: `javascript:`, `data:`, `file:` and others. */
  hasOtherKind: boolean;
  hasMailAddress: boolean;
  /** Something next to an address may belong to it, so that it would be another. */
  hasLooseEnd: boolean;
}

/** Signs of which nothing is seen. Browsers leave them out of hosts, too. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;
/** Spaces, line ends, and what turns the direction of writing or joins letters. */
const BLANK = /[\s\u200c-\u200f\u202a-\u202e\u2066-\u2069\u061c]+/;
/** Quotation marks, brackets, and the punctuation of Chinese. No host has one, but a name that somebody serves may. */
const AROUND = /["'`<>(){}|^「」『』（）【】《》〈〉〔〕“”‘’，、；：！？…]+/;
/** Script without spaces: the words of a sentence stand right beside an address. */
const BESIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}。｡]+/u;

const OTHER_KIND =
  /^(?:javascript|vbscript|data|file|blob|filesystem|view-source|about|chrome|chrome-extension|edge|brave|opera|moz-extension|resource|jar|intent|tel|sms|ftp|wss?):/i;
const OTHER_SCHEME = /^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i;
/** A host with a dot in it and letters at its end (a single letter only after two dots: "e.g" is none), or four numbers; a port perhaps. */
const HOST = /^(?:(?:[^\s./?#\\@:]+\.)+(?:[^\s./?#\\@:\d]{2,}|xn--[a-z0-9-]+)|(?:[^\s./?#\\@:]+\.){2,}[a-z]|\d{1,3}(?:\.\d{1,3}){3})\.?(?::\d+)?$/i;
const MAIL = /^(?:mailto:)?[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/i;

/** Reads what was pasted. Of an address in the query of another nothing is made: it is not where the link leads. */
export function readPasted(text: string): Pasted {
  const pasted: Pasted = { addresses: [], hasOtherKind: false, hasMailAddress: false, hasLooseEnd: false };
  // A program's address is one with line ends and blanks in its scheme, too.
  if (OTHER_KIND.test(text.replace(/[\s\p{Cc}]+/gu, ''))) pasted.hasOtherKind = true;
  const seen = text.replace(UNSEEN, '').replace(/(?!\s)\p{Cc}/gu, '');
  // A number of the sixth version stands in brackets of its own.
  const isNumber = /\/\/(?:[^/\s]*@)?\[[\da-f:.]+\]/i.test(seen);
  for (const chunk of seen.split(BLANK)) {
    const typed = /[!-~]/.test(chunk) ? chunk : chunk.normalize('NFKC');
    const parts = (isNumber ? [typed] : typed.split(/[[\]]+/)).flatMap((part) => part.split(AROUND)).filter((part) => part !== '');
    for (const part of parts) readPart(part, pasted);
  }
  return pasted;
}

/** One piece of text without a blank. */
function readPart(part: string, pasted: Pasted): void {
  if (OTHER_KIND.test(part) || OTHER_SCHEME.test(part)) {
    pasted.hasOtherKind = true;
    return;
  }
  if (/^[.。｡．]\p{L}/u.test(part)) pasted.hasLooseEnd = true;
  const start = startOf(part);
  const at = part.slice(start);
  const authority = /^(?:https?:)?[/\\]*[^/?#\\]*/i.exec(at)?.[0] ?? '';
  const [own = '', ...beside] = authority.split(BESIDE);
  const rest = at.slice(authority.length);
  // Words that end before the path begins cut the address off there; where they stand before it, it begins after them.
  const words = own === '' ? beside : [own, ...beside];
  const isWhole = words.length <= 1;
  for (const [index, word] of words.entries()) readWord(isWhole || index === words.length - 1 ? word + rest : word, pasted);
  if (own !== '' && beside.length > 0 && /[.。｡．][^.。｡．]*\p{L}/u.test(authority.slice(own.length))) pasted.hasLooseEnd = true;
}

/** Where the address begins: at its scheme, if what stands before that is a word and no address. */
function startOf(part: string): number {
  const scheme = /https?:/i.exec(part)?.index ?? 0;
  return /[./?@\\。｡．]/.test(part.slice(0, scheme)) ? 0 : scheme;
}

function readWord(word: string, pasted: Pasted): void {
  const text = word.replace(/[,;!?]+$/, '');
  if (/^https?:/i.test(text)) {
    if (!/^https?:[/\\]*$/i.test(text)) pasted.addresses.push(text);
    return;
  }
  if (/^[.@:%\\-]+[^.@:%\\-]*[\p{L}\d]/u.test(text)) {
    pasted.hasLooseEnd = true;
    return;
  }
  const [authority = ''] = text.replace(/^\/\//, '').split(/[/?#\\]/);
  if (MAIL.test(text)) {
    pasted.hasMailAddress = true;
    // An official host before the 「@」 is there to be taken for the address.
    if (/\..+\./.test(text.split('@')[0] ?? '')) pasted.addresses.push(text);
    return;
  }
  if (authority.includes('@') ? URL.canParse(`https://${text}`) : HOST.test(authority)) pasted.addresses.push(text);
}
