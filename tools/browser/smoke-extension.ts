import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GECKO_ID } from './launch';
import { GUIDED_HOSTS } from './site-server';

/** Writes a tiny extension that draws as ours does: a closed root with ring, card, caution and notes by the same marks. */
export function writeSmokeExtension(folder: string): void {
  const manifest = {
    manifest_version: 3,
    name: 'Smoke',
    version: '1',
    permissions: ['storage'],
    browser_specific_settings: { gecko: { id: GECKO_ID } },
    content_scripts: [
      {
        matches: GUIDED_HOSTS.map((host) => `https://${host}/*`),
        js: ['content.js'],
        all_frames: true,
        run_at: 'document_end',
      },
    ],
  };
  const files = {
    'manifest.json': JSON.stringify(manifest),
    'content.js': CONTENT_SCRIPT,
    'page.html': '<!doctype html><meta charset="utf-8"><title>Page</title><h1>小幫手</h1>',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

const CONTENT_SCRIPT = `
document.querySelector('html > smoke-overlay')?.remove();
const host = document.createElement('smoke-overlay');
host.popover = 'manual';
const root = host.attachShadow({ mode: 'closed' });
root.innerHTML = \`
  <style>
    :host { all: initial; position: fixed; inset: 0; width: 100%; height: 100%; border: 0; padding: 0;
      background: none; pointer-events: none; }
    [data-part=ring] { position: fixed; outline: 3px solid red; }
    [data-part=card] { position: fixed; right: 10px; bottom: 10px; width: 300px; pointer-events: auto; }
    [data-part=note] { position: fixed; left: 10px; bottom: 10px; }
    .hidden { display: none } .unseen { visibility: hidden }
  </style>
  <div data-part="ring"></div>
  <section data-part="card">
    <h2 data-part="title">第 4 步，共 11 步</h2>
    <p data-part="do">選「是」</p><p data-part="why">這樣才有時數。</p><p class="hidden">看不見</p>
    <button data-action="stuck">我卡住了</button>
    <button data-action="fold" disabled>先收起來</button>
    <button data-action="secret" class="unseen">看不見</button>
  </section>
  <dialog data-part="caution">
    <h2 data-part="title">等一下</h2><p data-part="body">選否沒有時數。</p>
    <button data-action="safe">改選「是」</button><button data-action="insist">我知道，繼續</button>
    <label><input type="checkbox" data-action="mute">這一頁不要再問</label>
  </dialog>
  <p data-part="note">註一</p><p data-part="note" class="hidden">註二</p>\`;
document.documentElement.append(host);
host.showPopover();

const ring = root.querySelector('[data-part=ring]');
const target = document.querySelector('[data-target]');
if (target) {
  const follow = () => {
    const { x, y, width, height } = target.getBoundingClientRect();
    Object.assign(ring.style, { left: x + 'px', top: y + 'px', width: width + 'px', height: height + 'px' });
  };
  follow();
  new ResizeObserver(follow).observe(target);
  addEventListener('scroll', follow, { capture: true, passive: true });
} else ring.remove();
if (window !== top) root.querySelector('[data-part=card]').remove();
if (document.querySelector('[data-caution]')) root.querySelector('dialog').showModal();
`;
