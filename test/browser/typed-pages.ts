import { LAYER_TAG } from '../../platform/presenter/layer';

const HOST = 'elearn.hrd.gov.tw/typed/';
/** Where they are served. */
export const TYPED_PAGES = `https://${HOST}`;

const LOOKS = 'display: block; width: 300px; height: 40px; margin: 40px 0 0 60px; font-size: 24px; color: #000';
const FIELD = `<input id="field" style="${LOOKS}">`;
/** Its look tells what is in it by more than the colour of its text, which alone could be taken away. */
const COLOURED = `addEventListener('input', ({ target }) => { target.style.backgroundColor = 'rgb(' + target.value.length * 20 + ', 0, 255)'; });`;

/** Puts another field in place of the one in the middle of a word, elsewhere, as a postback does. */
const REPLACING = `addEventListener('input', ({ target }) => {
  if (target.value.length !== 6) return;
  const next = document.createElement('input');
  next.id = 'field';
  next.style.cssText = target.style.cssText + '; margin-left: 200px';
  next.value = target.value;
  document.querySelector('#panel').replaceChildren(next);
  next.focus();
});`;

/** Nothing outside can ask for this field: `typed` says what is in it, `enter()` puts the focus there. */
const CLOSED = `const root = document.querySelector('#field').attachShadow({ mode: 'closed' });
const field = document.createElement('input');
field.style.cssText = '${LOOKS}; margin: 0';
root.append(field);
root.addEventListener('input', () => { field.style.backgroundColor = 'rgb(' + field.value.length * 20 + ', 0, 255)'; window.typed = field.value; });
window.enter = () => field.focus();`;

/** Takes our layer away whenever it is there, until `attack` is disconnected. */
const HOSTILE = `window.removed = 0;
const remove = () => document.querySelectorAll('${LAYER_TAG}').forEach((layer) => { window.removed += 1; layer.remove(); });
window.attack = new MutationObserver(remove);
attack.observe(document.documentElement, { childList: true });
remove();`;

const page = (body: string, script = '') => `<!doctype html><meta charset="utf-8"><title>-</title><body>${body}<script>${script}</script></body>`;

/** Pages to type into, by host and path. */
export const SERVED = {
  [`${HOST}plain`]: page(FIELD, COLOURED),
  [`${HOST}replaced`]: page(`<div id="panel">${FIELD}</div>`, COLOURED + REPLACING),
  [`${HOST}dialog`]: page(`<dialog id="dialog">${FIELD}</dialog>`, `${COLOURED} document.querySelector('#dialog').showModal();`),
  [`${HOST}editable`]: page(`<div id="field" contenteditable style="${LOOKS}"><b></b></div>`),
  [`${HOST}closed`]: page('<div id="field" style="width: 300px; margin: 40px"></div>', CLOSED),
  [`${HOST}hostile`]: page(FIELD, COLOURED + HOSTILE),
  [`${HOST}framed`]: page(
    '<iframe id="own" width="500" height="160" src="/typed/plain"></iframe><iframe id="written" width="500" height="160"></iframe>',
    // Firefox loads even an empty frame, after this script.
    `addEventListener('load', () => { document.querySelector('#written').contentDocument.body.innerHTML = '${FIELD}'; });`,
  ),
  [`${HOST}boxed`]: page(
    `<div id="box" style="height: 200px; overflow: auto; border: 1px solid">${FIELD}<p style="height: 900px"></div>`,
    `${COLOURED} window.scrolled = () => { document.querySelector('#box').scrollTop = 30; };`,
  ),
  [`${HOST}form`]: page(
    `<form id="form"><input id="name" name="name" required style="${LOOKS}"><input id="field" name="copy" style="${LOOKS}"><button>OK</button></form>`,
    `addEventListener('submit', (event) => { event.preventDefault(); window.sent = Object.fromEntries(new FormData(event.target)); });`,
  ),
  [`${HOST}shown`]: page(`<input id="field" type="search" style="${LOOKS}">`),
  [`${HOST}foreign`]: page('<iframe width="400" height="200" src="https://elsewhere.example/"></iframe>'),
  ...Object.fromEntries(['first', 'other!'].map((word) => [`${HOST}${word}`, page(FIELD.replace('<input', `<input value="${word}"`))])),
};
