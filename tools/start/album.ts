import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StopWords } from './stop-line';

interface Leaf {
  file: string;
  words: StopWords;
}

/** Pictures of a walk in a folder, and a page that shows them in order. */
export class Album {
  readonly #leaves: Leaf[] = [];

  /** Empties the folder: pictures of an earlier, longer walk would stay in it otherwise. */
  constructor(
    readonly folder: string,
    /** Shown at the head of the page, such as the browser's name. */
    readonly subtitle: string,
  ) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** Where the page with the pictures is. */
  get index(): string {
    return join(this.folder, 'index.html');
  }

  get length(): number {
    return this.#leaves.length;
  }

  /** Adds a picture (PNG) and writes the page anew, so that a walk that breaks off leaves one, too. */
  add(picture: Uint8Array, words: StopWords): void {
    const file = `${String(this.#leaves.length + 1).padStart(2, '0')}.png`;
    writeFileSync(join(this.folder, file), picture);
    this.#leaves.push({ file, words });
    writeFileSync(this.index, this.#page());
  }

  #page(): string {
    const leaves = this.#leaves.map(({ file, words }, index) => figure(file, index + 1, words)).join('\n');
    return `<!doctype html>
<html lang="zh-Hant-TW">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>註冊小幫手：走一遍</title>
<style>
body { max-width: 1100px; margin: 0 auto; padding: 24px 16px; font: 17px/1.7 "Noto Sans TC", "Noto Sans CJK TC", sans-serif; color: #1d1233; background: #faf8fe; }
figure { margin: 32px 0; padding: 16px; background: #fff; border: 1px solid #cdbfe6; border-radius: 12px; }
img { display: block; width: 100%; height: auto; border: 1px solid #ccc; }
figcaption p { margin: 4px 0; }
.warning { color: #8a3b00; font-weight: 700; }
</style>
<h1>註冊小幫手：走一遍</h1>
<p>每一張圖是一個停下來的地方。網站是照資料畫的樣本，不是真的網站。${escaped(this.subtitle)}</p>
${leaves}
</html>
`;
  }
}

function figure(file: string, number: number, { step, page, ring, card, warning }: StopWords): string {
  const stepInChinese = step
    .replace(/^after step (\d+)$/, '第 $1 步之後')
    .replace(/^step (\d+)$/, '第 $1 步')
    .replace('no step', '沒有步驟');
  const framed = ring === 'nothing' ? '沒有框' : `框起來的是：${ring}`;
  return `<figure>
<figcaption>
<p><strong>${number}．${escaped(stepInChinese)}</strong>　<code>${escaped(page)}</code></p>
<p>${escaped(framed)}</p>
<p>卡片：${escaped(card)}</p>
${warning === null ? '' : `<p class="warning">提醒：${escaped(warning)}</p>`}
</figcaption>
<img src="${file}" alt="${escaped(`第 ${number} 張：${card}`)}" loading="lazy">
</figure>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
