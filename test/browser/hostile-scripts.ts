/** Scripts of pages that mean no good, as text: each runs in a page before anything else of it. */

/** Everything that a guide might use throws, or lies, in the page's own world. */
export const POISON = `
  const boom = () => { throw new Error('poisoned'); };
  const poison = (owner, names) => {
    for (const name of names) Object.defineProperty(owner, name, { get: boom, set: boom, configurable: true });
  };
  window.addEventListener('DOMContentLoaded', () => {
    poison(Object.prototype, ['ask', 'tell', 'page', 'caution', 'settings', 'progress', 'view', 'isTrusted', 'signal']);
    poison(Node.prototype, ['textContent', 'parentNode', 'childNodes', 'isConnected', 'nodeType', 'ownerDocument', 'append', 'contains']);
    poison(Element.prototype, ['id', 'className', 'localName', 'shadowRoot', 'attachShadow', 'getAttribute', 'querySelectorAll', 'matches', 'closest', 'checkVisibility', 'getBoundingClientRect']);
    poison(HTMLElement.prototype, ['innerText', 'showPopover', 'hidePopover', 'click', 'offsetWidth']);
    poison(HTMLInputElement.prototype, ['value', 'checked', 'labels', 'type']);
    poison(HTMLDialogElement.prototype, ['showModal', 'close', 'open']);
    poison(Event.prototype, ['preventDefault', 'stopImmediatePropagation', 'composedPath', 'type', 'target']);
    poison(Document.prototype, ['createElement', 'querySelectorAll', 'elementFromPoint', 'readyState', 'visibilityState', 'activeElement']);
    for (const name of ['map', 'filter', 'find', 'some', 'push', 'join', 'includes']) Array.prototype[name] = boom;
    Array.prototype[Symbol.iterator] = boom;
    String.prototype.normalize = boom;
    Promise.prototype.then = boom;
    JSON.parse = JSON.stringify = boom;
    Set.prototype.add = Map.prototype.set = boom;
    performance.now = () => NaN;
    window.requestAnimationFrame = window.setTimeout = window.getComputedStyle = boom;
    window.MutationObserver = window.ResizeObserver = window.IntersectionObserver = boom;
  });`;

/** Names of fields that take the place of a form's own properties. */
const CLOBBERING =
  'id children childNodes firstChild querySelector querySelectorAll localName tagName nodeName nodeType getAttribute hasAttribute matches closest parentNode parentElement attributes contains elements labels ownerDocument textContent getBoundingClientRect checkVisibility style shadowRoot isConnected getRootNode className dataset'.split(
    ' ',
  );

/** Hidden fields that clobber the form they are put into. */
export const CLOBBERING_FIELDS = CLOBBERING.map((name) => `<input type="hidden" name="${name}">`).join('');

/** Takes our element out as soon as it comes, and counts. */
export const REMOVES_US = `
  window.removed = 0;
  new MutationObserver(() => {
    for (const ours of document.querySelectorAll('register-guide')) {
      ours.remove();
      window.removed += 1;
    }
  }).observe(document, { childList: true, subtree: true });`;

/** Writes down every change of the document that anyone makes once it is read, and every message that comes. */
export const WATCHES_ALL = `
  window.changes = [];
  window.messages = [];
  document.addEventListener('DOMContentLoaded', () => new MutationObserver((records) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records)
      window.changes.push([type, target.nodeName, attributeName, ...[...addedNodes].map((node) => '+' + node.nodeName), ...[...removedNodes].map((node) => '-' + node.nodeName)].filter(Boolean).join(' '));
  }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true }));
  for (const type of ['message', 'messageerror', 'storage', 'wxt:content-script-started', 'wxt:reload-content-script', 'wxt:locationchange'])
    for (const at of [window, document]) at.addEventListener(type, () => window.messages.push(type), true);`;

/** Forms that bear the names of the document's own properties. */
export const CLOBBERED_DOCUMENT =
  'querySelectorAll querySelector createElement documentElement body head readyState visibilityState elementsFromPoint elementFromPoint activeElement hasFocus defaultView getElementById baseURI createTreeWalker'
    .split(' ')
    .map((name) => `<form name="${name}"></form>`)
    .join('');

export const STRICTEST_POLICY = "default-src 'none'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** Ways of making our element invisible or dead; so few on one page that we do not give way. */
export const HIDES_US: Record<string, string> = {
  'with styles and attributes, and in another place': `
    const style = 'display: none !important; opacity: 0 !important; visibility: hidden !important; pointer-events: none !important; transform: translateX(-9999px) !important';
    document.head.append(Object.assign(document.createElement('style'), { textContent: 'register-guide { ' + style + ' }' }));
    ours.setAttribute('style', style);
    ours.hidden = true;
    document.body.append(ours);`,
  'by taking it out of the top layer': `ours.removeAttribute('popover')`,
  'by closing it and making it inert': `ours.hidePopover(); ours.inert = true`,
};

/** 2,000 events and messages that nobody caused. No `submit`, which sends a form in Firefox whoever made it. */
export const FORGES = `
  const events = [];
  for (const type of ['wxt:content-script-started', 'wxt:reload-content-script', 'wxt:locationchange', 'message', 'storage', 'cancel', 'close', 'toggle', 'change', 'input', 'focusin', 'focusout', 'blur',
    'pagehide', 'popstate', 'hashchange', 'visibilitychange', 'prerenderingchange', 'DOMContentLoaded', 'readystatechange', 'scroll', 'resize', 'beforeunload', 'unload'])
    events.push(() => new CustomEvent(type, { bubbles: true, composed: true, cancelable: true, detail: { contentScriptName: 'guide', messageId: 'x' } }));
  for (const type of ['click', 'auxclick', 'mousedown', 'pointerdown']) events.push(() => new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, detail: 1 }));
  events.push(() => new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }));
  events.push(() => new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }));
  events.push(() => new PageTransitionEvent('pageshow', { persisted: true }));
  const targets = [window, document, document.body, document.forms[0], document.querySelector('register-guide')];
  for (let count = 0; count < 1000; count += 1) targets[count % targets.length].dispatchEvent(events[count % events.length]());
  const messages = [
    { type: 'wxt:content-script-started', contentScriptName: 'guide', messageId: 'x', invalidate: true },
    { ask: 'start-over' }, { ask: 'arm', caution: 'elearn/05-certificate-question/choosing-no' }, { ask: 'add', event: { type: 'corrected', step: 11 } },
    { ask: 'change', settings: { holds: false } }, { tell: 'speak', speaks: false }, { tell: 'explain' },
  ];
  for (let count = 0; count < 1000; count += 1) window.postMessage(messages[count % messages.length], '*');`;
