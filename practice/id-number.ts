const LETTERS = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 1, 1];

/**
 * Whether this may be somebody's 身分證字號 or 統一證號: a letter and nine digits whose check digit is right. The letter stands for two
 * digits, 10 to 35, and all of them, weighted, add up to a multiple of ten.
 */
export function mayBeRealIdNumber(typed: string): boolean {
  const text = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z][1289]\d{8}$/.test(text)) return false;
  const letter = LETTERS.indexOf(text.charAt(0)) + 10;
  const digits = [...text.slice(1)].map(Number);
  const sum = Math.floor(letter / 10) + (letter % 10) * 9 + digits.reduce((total, digit, place) => total + digit * (WEIGHTS[place] as number), 0);
  return sum % 10 === 0;
}
