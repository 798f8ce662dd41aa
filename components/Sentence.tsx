import type { Language } from '../content-rules/schema';

/** A sentence in the person's language; words of the site in 「」 are marked as Chinese, so that they are read out right. */
export function Sentence({ text, language }: { text: string; language: Language }) {
  if (language === 'zh-TW') return <>{text}</>;
  return <>{text.split(/(「[^」]*」)/).map((part) => (part.startsWith('「') ? <span lang="zh-Hant-TW">{part}</span> : part))}</>;
}
