/** What the walk types, by words in a field's name: nobody's data. The ID number is the one that textbooks use. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/信箱|e-?mail/i, 'sample@example.com'],
  [/姓名/, '王小明'],
  [/身分證/, 'A123456789'],
  [/手機|行動電話/, '0911123456'],
  [/密碼提示|回答/, '藍色'],
  [/密碼/, 'sample2026'],
  [/帳號/, 'sample01'],
  [/驗證碼/, '7K3P'],
  [/認證時數/, '1'],
];

/** What is typed into a field of this name. */
export function typedInto(name: string): string {
  return TYPED.find(([words]) => words.test(name))?.[1] ?? '12345';
}
