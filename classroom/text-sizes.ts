/** The sizes of our text, from the one it is written in. The style sheets say how large they are. */
export const TEXT_SIZES = ['normal', 'large', 'larger', 'largest'] as const;
export type TextSize = (typeof TEXT_SIZES)[number];
