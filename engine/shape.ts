/** What stands for words that are not kept. Always the same, so that it does not even tell how long they were. */
export const SHAPE = '□□□';
