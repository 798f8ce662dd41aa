/**
 * The overlay's one style sheet. Violet is in neither site's palette. Sizes are in px, since a page's root font size may be
 * anything; nothing has a fixed height, so that larger text and other languages fit.
 */
export const OVERLAY_STYLE = `
:host {
  all: initial !important; display: block !important; position: fixed !important; inset: 0 !important;
  width: auto !important; height: auto !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
  overflow: visible !important; background: none !important; pointer-events: none !important;
  opacity: 1 !important; visibility: visible !important; filter: none !important; transform: none !important; clip-path: none !important;
  z-index: 2147483647 !important; color-scheme: light dark;
}
* { box-sizing: border-box; }
.ring, .card, .caution {
  --accent: #5b21b6; --ink: #1d1233; --paper: #ffffff; --soft: #f4effc; --line: #cdbfe6; --warn: #8a3b00; --warn-soft: #fff4e5;
  font: 16px/1.6 "Noto Sans TC", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif; color: var(--ink); text-align: start;
}
.ring { position: fixed; left: 0; top: 0; border: 4px solid var(--accent); border-radius: 10px; box-shadow: 0 0 0 3px #fff, inset 0 0 0 2px #fff; pointer-events: none; visibility: hidden; }
.card {
  position: fixed; left: 0; top: 0; width: calc(340px * var(--size, 1)); max-width: calc(100vw - 16px); max-height: calc(100vh - 16px); display: flex; flex-direction: column; overflow: hidden;
  background: var(--paper); border: 2px solid var(--accent); border-radius: 14px; box-shadow: 0 6px 28px rgb(20 10 50 / 35%); pointer-events: auto; overflow-wrap: anywhere;
}
.large { --size: 1.18; }
.larger { --size: 1.4; }
.largest { --size: 1.7; }
.card > *, .caution > * { zoom: var(--size, 1); }
h2, p, ul, fieldset, legend { margin: 0; padding: 0; border: 0; font: inherit; }
.title { background: var(--accent); color: #fff; font-weight: 700; padding: 8px 14px; }
.unsure .title { background: var(--warn); }
.card.unsure { border-color: var(--warn); }
.body { padding: 12px 14px 6px; overflow: auto; display: flex; flex-direction: column; gap: 8px; min-height: 0; }
.do { font-size: 18px; font-weight: 700; line-height: 1.5; }
.why { color: inherit; }
.note { background: var(--warn-soft); color: #5c2700; border-left: 4px solid var(--warn); padding: 6px 10px; border-radius: 6px; }
.spoken { display: flex; flex-wrap: wrap; gap: 0 20px; list-style: none; white-space: nowrap; font: 700 23px/1.5 monospace; word-spacing: -.5em; }
.footer { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; padding: 2px 10px 8px; }
.footer small { margin-left: auto; font-size: 12px; opacity: .75; }
button { font: inherit; color: inherit; min-height: 44px; cursor: pointer; border-radius: 10px; padding: 6px 14px; }
button:focus-visible, input:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.main { background: var(--accent); color: #fff; border: 0; font-weight: 700; }
.main:focus-visible { outline-color: var(--ink); }
.quiet { background: none; border: 0; text-decoration: underline; text-underline-offset: 3px; padding: 6px 4px; }
.option { display: block; width: 100%; background: var(--soft); border: 1px solid var(--line); text-align: start; margin-top: 8px; }
.option:hover, .answer:hover { border-color: var(--accent); }
.question { border-top: 1px solid var(--line); padding-top: 8px; min-width: 0; }
.question legend { font-weight: 700; float: left; width: 100%; }
.question legend small { display: block; font-weight: 400; font-size: 14px; opacity: .8; }
.question .option:first-of-type { clear: both; }
.hint { font-size: 14px; margin-top: 6px; }
.card.folded { flex-direction: row; align-items: center; gap: 8px; padding: 2px 12px; width: auto; max-width: min(420px * var(--size, 1), 100vw - 16px); }
.card.folded .line { flex: 1; font-weight: 700; }
.card.folded button { flex: none; }
.status { position: fixed; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.caution { width: min(440px * var(--size, 1), 100vw - 24px); max-height: calc(100vh - 24px); overflow: auto; padding: 20px 22px; background: var(--paper); border: 3px solid var(--warn); border-radius: 14px; pointer-events: auto; }
.caution::backdrop { background: rgb(15 8 35 / 45%); }
.caution h2 { font-size: 20px; font-weight: 700; line-height: 1.4; margin-bottom: 8px; }
.answers { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin: 16px 0 10px; }
.answer { background: var(--soft); border: 2px solid var(--accent); font-weight: 700; }
.mute { display: flex; align-items: center; gap: 8px; min-height: 44px; cursor: pointer; }
.mute input { width: 20px; height: 20px; accent-color: var(--accent); flex: none; }
.dead .card button { display: none; }
@media (max-width: 640px) {
  .card { max-height: 40vh; overflow: auto; }
  .card > * { flex: none; }
  .body { overflow: visible; }
  .largest { --size: 1.4; }
  .answers { grid-template-columns: 1fr; }
}
@media (prefers-color-scheme: dark) {
  .ring, .card, .caution { --ink: #f3edff; --paper: #211735; --soft: #33254f; --line: #58487c; --warn-soft: #4a2a05; }
  .note { color: #ffe3c2; }
  .ring { --accent: #7c3aed; }
  .card, .caution { --accent: #7c3aed; --warn: #b45309; }
  button:focus-visible, input:focus-visible { outline-color: #d8c4ff; }
}
@media (forced-colors: active) { .ring { border-color: Highlight; } .title { border-bottom: 2px solid; } }
@media print { .ring, .card, .caution { display: none !important; } }
`;
