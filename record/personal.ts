/** Part of a text, from one index up to another. */
export interface Span {
  from: number;
  to: number;
}

/** What may belong to one person, wherever it stands. Where a pattern has a group, only the group is meant. */
const PATTERNS: readonly RegExp[] = [
  // 身分證字號 and 統一證號, also with spaces or hyphens between.
  /[a-z][\s-]?[a-d1289](?:[\s-]?\d){8}/giu,
  /[\w.+%-]+\s?@\s?[\w-]+(?:\.[\w-]+)*/giu,
  // Telephones, cards, accounts, long numbers of any kind.
  /\+?\(?\d(?:[\s\-‐-―().#/]{0,2}\d){6,}/gu,
  /\d{5,}/gu,
  /\d{2,4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?/gu,
  // Postal addresses: something, a road, a number.
  /[\p{Script=Han}\d○]{1,24}(?:路|街|大道|村|里)(?:[\p{Script=Han}\d-]{0,16})[\d一二三四五六七八九十百]+\s*(?:號|号)(?:之\d+)?(?:[\d\p{Script=Han}]{0,3}樓)?(?:之\d+)?/gu,
  // Names, by what stands before or after them.
  /(?:姓名|暱稱|綽號|帳號|識別碼|申請人|收件人|聯絡人|登入者|使用者|學員|name|user(?:name)?|account)\s*[:：]\s*([^\s,，。;；、()（）:：]{1,40}(?: [A-Za-z][\w.-]*){0,3})/giu,
  /(?:您好|你好|哈囉|歡迎|親愛的|hello|hi|dear|welcome)\s*[,，、!！:：\s]\s*([\p{Script=Han}·]{2,5}|[A-Za-z][\w.-]*(?: [A-Za-z][\w.-]*){0,3})/giu,
  /([\p{Script=Han}]{1,6}?)\s*(?:先生|小姐|女士|同學|老師|君)?\s*[,，]?\s*(?:您好|你好)/gu,
  /([\p{Script=Han}]{1,4}?)\s*(?:先生|小姐|女士)/gu,
];

/** A text that ends so is followed by something personal, in whatever element that stands. */
const ANNOUNCES = /(?:姓名|暱稱|識別碼|申請人|收件人|聯絡人|登入者|使用者|您好|你好|歡迎|親愛的|hello|hi|dear|welcome|name)\s*[:：,，、!！]?\s*$/iu;

/**
 * Where a text holds what looks like an ID number, a mailbox, a telephone or other long number, a date, a postal address, a token, or
 * a name that is announced as one. A second net: it finds no name that stands by itself.
 * @returns the places in order, none overlapping
 */
export function personalSpans(text: string): Span[] {
  const plain = halfWidth(text);
  const found: Span[] = [];
  for (const pattern of PATTERNS) {
    for (const match of plain.matchAll(pattern)) {
      const [whole, group] = match;
      const what = group ?? whole;
      const from = match.index + (group === undefined ? 0 : whole.indexOf(group));
      if (what !== '') found.push({ from, to: from + what.length });
    }
  }
  for (const { index, 0: word } of plain.matchAll(/[\w+/=-]{8,}/g)) if (isRandom(word)) found.push({ from: index, to: index + word.length });
  return merged(found);
}

/** Whether the next text is likely to be a name or the like. */
export function announcesName(text: string): boolean {
  return ANNOUNCES.test(text);
}

/** Whether a word of the markup (an id, a class, a step of a path) may tell of a person, or is a token made for one visit. */
export function looksPersonal(word: string): boolean {
  const plain = halfWidth(word);
  return !/^[\x21-\x7e]+$/.test(plain) || plain.length > 80 || plain.includes('@') || /\d{5}|\d[-.]\d{3,}/.test(plain) || isIdNumber(plain) || isRandom(plain);
}

function isIdNumber(word: string): boolean {
  return /[a-z][a-d1289]\d{8}/i.test(word);
}

/** Whether some part of a word looks thrown by dice: a session, a hash, a piece of base64. */
function isRandom(word: string): boolean {
  return word.split(/[^A-Za-z0-9]+/).some((part) => {
    const digits = part.replace(/\D/g, '').length;
    const letters = part.length - digits;
    if (part.length >= 8 && digits > 0 && letters > 0 && /^[0-9a-f]+$/i.test(part)) return true;
    if (part.length >= 12 && digits >= 3 && letters >= 3) return true;
    // Words run on in small letters, also where they are joined; base64 does not.
    const inWords = (part.match(/[a-z]{4,}/g) ?? []).join('').length;
    return part.length >= 16 && /[A-Z]/.test(part) && /[a-z]/.test(part) && inWords < part.length * 0.45;
  });
}

/** Full-width letters and digits as plain ones, character for character, so that places stay the same. */
function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (sign) => (sign === '\u3000' ? ' ' : String.fromCharCode(sign.charCodeAt(0) - 0xfee0)));
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}
