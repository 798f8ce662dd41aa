import { afterAll, beforeAll, describe, test } from 'vitest';
import { AtQuestion, question } from '../browser/at-question';
import { POISON } from '../browser/hostile-scripts';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';

/** What old libraries and careless pages do to the objects that every script shares. */
const POLLUTIONS: Record<string, string> = {
  'that throws wherever a guide might reach': POISON,
  'with Prototype.js, which gives everything a toJSON': `
    for (const kind of [Object, Array, String, Number]) Object.defineProperty(kind.prototype, 'toJSON', { value() { return '"' + this + '"' }, enumerable: true });
    Array.prototype.find = function () { return this[0] }; Element.prototype.remove = function () { return this }; Function.prototype.bind = function () { return () => undefined }`,
  'that gives other elements than were asked for': `
    const wrong = () => document.querySelector.call ? document.documentElement : null;
    Document.prototype.createElement = () => document.body; Document.prototype.querySelector = wrong; Document.prototype.getElementById = wrong;
    Element.prototype.closest = wrong; Element.prototype.matches = () => true; Element.prototype.getBoundingClientRect = () => new DOMRect(0, 0, 9999, 9999);
    Document.prototype.elementFromPoint = wrong; Element.prototype.attachShadow = function () { return document.createDocumentFragment() }`,
  'that hears and stops every event first': `
    const add = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) { if (this === window) return; return add.call(this, type, listener, options) };
    Event.prototype.preventDefault = Event.prototype.stopImmediatePropagation = () => undefined; Event.prototype.composedPath = () => [];
    Object.defineProperty(Event.prototype, 'isTrusted', { get: () => false }); MutationObserver.prototype.observe = () => undefined;
    window.MutationObserver = class { observe() {} takeRecords() { return [] } }`,
};

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let at: AtQuestion;
  beforeAll(async () => {
    opened = await openBrowser(name);
    at = await AtQuestion.begin(opened);
  });
  afterAll(() => opened?.close());

  test.each(Object.entries(POLLUTIONS))('a page %s is led through and held', async (_, script) => {
    // Its helper script would itself fall over these.
    await at.open(question(script, (html) => html.replace('<script src="/replica.js"></script>', '')));
    await at.guidesAndHolds();
  });
});
