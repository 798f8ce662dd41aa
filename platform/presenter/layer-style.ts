/**
 * Placed by the document and not by the window, so that covers scroll with their fields without a script. Dark and hatched: it can be told
 * from a field in black and white, too.
 */
export const LAYER_STYLE = `
:host {
  all: initial !important; display: block !important; position: absolute !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  overflow: visible !important; background: none !important; pointer-events: none !important;
  opacity: 1 !important; visibility: visible !important; filter: none !important; transform: none !important; clip-path: none !important;
  z-index: 2147483646 !important; direction: ltr !important;
}
* { box-sizing: border-box; pointer-events: none; }
.cover {
  position: absolute; display: flex; align-items: center; justify-content: center; overflow: hidden; border-radius: 4px; border: 2px solid #0f172a;
  background: repeating-linear-gradient(45deg, #334155 0 8px, #475569 8px 16px); color: #fff; white-space: nowrap;
  font: 700 14px/1 "Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif;
}
.cover.focus { outline: 4px solid #f59e0b; outline-offset: 1px; }
.board {
  position: fixed; display: flex; align-items: center; gap: 14px; max-width: 420px; padding: 8px 18px; border-radius: 14px; border: 3px solid #fff;
  background: #1d1233; color: #fff; font: 700 18px/1.4 "Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif;
}
.board b { font-size: 112px; line-height: 1; font-variant-numeric: tabular-nums; }
.board b:empty { display: none; }
.board .cannot { color: #fde68a; }
`;
