/** The looks of our own pages within the practice's frame. They must not touch the replicas, so they are put in only where none is drawn. */
const STYLE = `
body { margin: 0; background: #f4effc; color: #1d1233; font: 18px/1.7 "Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif; }
.own { max-width: 640px; margin: 48px auto; padding: 0 16px; }
.panel { background: #fff; border: 2px solid #5b21b6; border-radius: 14px; padding: 20px 24px; }
h1 { font-size: 24px; line-height: 1.4; margin: 0 0 12px; }
p { margin: 0 0 12px; }
.note { background: #fff4e5; border-left: 4px solid #8a3b00; padding: 6px 10px; border-radius: 6px; }
button { font: inherit; font-weight: 700; min-height: 44px; padding: 6px 18px; border: 0; border-radius: 10px; background: #5b21b6; color: #fff; cursor: pointer; }
button:focus-visible { outline: 3px solid #1d1233; outline-offset: 2px; }
`;

export function ownStyle(document: Document): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);
}
