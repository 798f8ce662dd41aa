import { mayBeRealIdNumber } from './id-number';

/** One of the cards that a class practises with: nobody's data. The number is none that anybody can have. */
export interface PracticeCard {
  account: string;
  password: string;
  name: string;
  mail: string;
  idNumber: string;
  answer: string;
  mobile: string;
}

/** In the order in which the form asks for them. */
export const CARD_FIELDS: readonly (keyof PracticeCard)[] = ['account', 'password', 'name', 'mail', 'idNumber', 'answer', 'mobile'];

const NAMES = ['王小明', '陳美玲', '林志強', '張淑芬', '李家豪', '黃雅婷', '吳建宏', '劉怡君', '蔡文雄', '楊惠如', '許志明', '鄭秀英'];

/**
 * The practice card of a number, from 1 on. Every card has an ID number of its own whose check digit is wrong.
 *
 * @param number of the card; any whole number from 1 on
 */
export function practiceCard(number: number): PracticeCard {
  const two = String(number).padStart(2, '0');
  return {
    account: `practice${two}`,
    password: `Study${two}ok`,
    name: NAMES[(number - 1) % NAMES.length] as string,
    mail: `practice${two}@example.com`,
    idNumber: wrongNumber(number),
    answer: '藍色',
    mobile: '0900000000',
  };
}

/** A1 and eight digits; the last one is one more than the right check digit. */
function wrongNumber(number: number): string {
  const start = `A1${String(2_000_000 + number)}`;
  const right = [...'0123456789'].find((digit) => mayBeRealIdNumber(start + digit)) as string;
  return start + String((Number(right) + 1) % 10);
}
