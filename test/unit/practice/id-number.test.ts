import { describe, expect, it } from 'vitest';
import { practiceCard } from '../../../practice/card';
import { mayBeRealIdNumber } from '../../../practice/id-number';

describe('an ID number that may be real', () => {
  // A123456789 is the one that textbooks use; A800000014 is of the newer kind for residents (its letter and second digit differ, not its sum).
  it.each(['A123456789', 'a123456789', ' A123456789 ', 'Ａ１２３４５６７８９', 'A1234-56789', 'A800000014'])('%s', (typed) => {
    expect(mayBeRealIdNumber(typed)).toBe(true);
  });

  it.each(['', 'A12345678', 'A1234567890', 'A323456789', '1123456789', 'practice01', 'A12345678九'])('%s is none', (typed) => {
    expect(mayBeRealIdNumber(typed)).toBe(false);
  });

  it('one wrong digit is told where its weight is prime to ten', () => {
    const right = 'A123456789';
    for (let place = 2; place < right.length; place += 1) {
      for (const digit of '0123456789') {
        const typed = right.slice(0, place) + digit + right.slice(place + 1);
        // The weights 8, 6, 4, 2 do not tell every digit from every other: only those prime to ten must.
        if ([1, 3, 7, 9].includes([8, 7, 6, 5, 4, 3, 2, 1, 1][place - 1] as number)) expect(mayBeRealIdNumber(typed), typed).toBe(typed === right);
      }
    }
  });
});

describe('the practice cards', () => {
  const cards = Array.from({ length: 99 }, (_, index) => practiceCard(index + 1));

  it('have numbers that nobody can have, each another', () => {
    expect(cards.filter(({ idNumber }) => mayBeRealIdNumber(idNumber)).map(({ idNumber }) => idNumber)).toEqual([]);
    for (const { idNumber } of cards) expect(idNumber).toMatch(/^A1\d{8}$/);
    expect(new Set(cards.map(({ idNumber }) => idNumber)).size).toBe(99);
  });

  it('have passwords as the site wants them, mailboxes that belong to nobody, and the same words for the same number', () => {
    for (const { account, password, mail } of cards) {
      expect(password).toMatch(/^(?=.*[A-Za-z])(?=.*\d)[A-Za-z\d]{8,15}$/);
      expect(password).not.toBe(account);
      expect(mail).toMatch(/@example\.com$/);
    }
    expect(practiceCard(7)).toEqual(practiceCard(7));
  });
});
