import { Window } from 'happy-dom';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Guard, type HeldPress } from '../../platform/guard';

const window = new Window();
vi.stubGlobal('Element', window.Element);
afterAll(async () => {
  vi.unstubAllGlobals();
  await window.happyDOM.close();
});

const element = (html: string) => {
  window.document.body.innerHTML = html;
  return window.document.body.firstElementChild as unknown as Element;
};

/** What became of an event: it goes on, the page does not hear it, or it does not happen at all. */
type Fate = 'goes on' | 'unheard' | 'swallowed';

let heldNow: (path: readonly EventTarget[]) => boolean = () => false;
let told: string[] = [];
let hear: (type: string, at: Element, more?: object) => Fate = () => 'goes on';

beforeEach(() => {
  const listeners = new Map<string, (event: Event) => void>();
  const view = { addEventListener: (type: string, listener: (event: Event) => void) => listeners.set(type, listener) } as unknown as globalThis.Window;
  const press = (path: readonly EventTarget[]) => (heldNow(path) ? ({ key: 'k', element: path[0] } as unknown as HeldPress) : null);
  told = [];
  new Guard(view, {
    heldBy: press,
    heldForm: (form) => press([form]),
    held: () => told.push('held'),
    passed: () => told.push('passed'),
  }).listen();
  // The events of a person cannot be made by a script: these only look like them.
  hear = (type, at, more = {}) => {
    let fate: Fate = 'goes on';
    const event = {
      type,
      isTrusted: true,
      detail: 1,
      button: 0,
      timeStamp: 1000,
      composedPath: () => [at],
      preventDefault: () => {
        fate = 'swallowed';
      },
      stopImmediatePropagation: () => {
        if (fate === 'goes on') fate = 'unheard';
      },
      ...more,
    };
    listeners.get(type)?.(event as unknown as Event);
    return fate;
  };
});

describe('a press of what is held', () => {
  const button = element('<button>下一步</button>');
  beforeEach(() => {
    heldNow = (path) => path.includes(button);
  });

  it('is swallowed and warned of; of what comes before its click the page hears nothing, but the browser does', () => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'touchstart', 'touchend']) expect(hear(type, button), type).toBe('unheard');
    expect(told).toEqual([]);
    expect(hear('click', button)).toBe('swallowed');
    expect(told).toEqual(['held']);
  });

  it('by a key is left to the click that the browser makes of it, where there will be one', () => {
    for (const type of ['keydown', 'keypress', 'keyup'])
      for (const key of ['Enter', ' ']) expect(hear(type, button, { key }), `${type} ${key}`).toBe('unheard');
    expect(hear('keydown', button, { key: 'Tab' })).toBe('goes on');
    expect(told).toEqual([]);
  });

  it('by a key is swallowed at once where it is a button by its role alone', () => {
    const byRole = element('<div role="button">下一步</div>');
    heldNow = (path) => path.includes(byRole);
    for (const key of ['Enter', ' ']) expect(hear('keydown', byRole, { key })).toBe('swallowed');
    expect(hear('keydown', byRole, { key: 'a' })).toBe('goes on');
    expect(told).toEqual(['held', 'held']);
  });

  it('is not what a script makes, nor what the right button does', () => {
    expect(hear('click', button, { isTrusted: false })).toBe('goes on');
    expect(hear('mousedown', button, { isTrusted: false })).toBe('goes on');
    expect(hear('auxclick', button, { button: 2 })).toBe('goes on');
    expect(hear('auxclick', button, { button: 1 })).toBe('swallowed');
    expect(told).toEqual(['held']);
  });

  it('may be the sending of its form, whoever asks for it', () => {
    expect(hear('submit', button, { isTrusted: false })).toBe('swallowed');
    expect(told).toEqual(['held']);
  });
});

describe('a double click', () => {
  const button = element('<button>下一步</button>');
  const answer = element('<button>我知道，繼續</button>');
  beforeEach(() => {
    heldNow = (path) => path.includes(button);
  });

  it('is one press: its second half, on the warning that has opened, is swallowed and not warned of', () => {
    hear('click', button);
    expect(hear('click', answer, { detail: 2, timeStamp: 1200 })).toBe('swallowed');
    expect(told).toEqual(['held']);
  });

  it('is one press also where the warning could not be shown and let the next press pass', () => {
    hear('click', button);
    heldNow = () => false;
    expect(hear('click', button, { detail: 2, timeStamp: 1200 })).toBe('swallowed');
    expect(hear('click', button, { detail: 1, timeStamp: 1300 })).toBe('goes on');
  });

  it('is over after a while', () => {
    hear('click', button);
    expect(hear('click', answer, { detail: 2, timeStamp: 1800 })).toBe('goes on');
  });

  it('is none where the warning was put away meanwhile: the press is held again and says so', () => {
    hear('click', button);
    expect(hear('click', button, { detail: 2, timeStamp: 1300 })).toBe('swallowed');
    expect(told).toEqual(['held', 'held']);
  });
});
