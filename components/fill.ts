/** Puts values into a sentence: `fill('第 {n} 步', { n: 4 })`. A name without a value stays as it is, so that it is seen. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
