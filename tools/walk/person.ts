import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import type { Explanation } from '../../platform/messages';
import type { ExtensionPage } from '../browser/extension-page';
import type { Driver } from '../browser/launch';
import { type Box, type Overlay, type OverlayButton, pressAtCentre } from '../browser/overlay-view';
import { documentWentAway, isAsleep } from '../browser/passing-errors';
import { pollUntil } from '../browser/poll-until';

/** What a person has in front of them: the page's address, and what the guide draws over it. */
export interface Sight {
  address: string;
  frame: Frame | null;
  ring: Box | null;
  card: NonNullable<Overlay['card']> | null;
  caution: NonNullable<Overlay['caution']> | null;
}

/** How long our own buttons must have been in sight before a press of them counts, and a little more. Milliseconds. */
const OURS_ARE_DEAD = 550;

/**
 * Someone in front of the browser. Sees the screen and presses at places on it; never uses a selector of the page, never
 * opens the next address by hand.
 */
export class Person {
  #page: Page;

  constructor(
    readonly driver: Driver,
    page: Page,
    /** A page of the extension, open in another tab, to ask what the guide thinks. */
    readonly ownPage: ExtensionPage,
  ) {
    this.#page = page;
  }

  get page(): Page {
    return this.#page;
  }

  /** Looks once. */
  async glance(): Promise<Sight> {
    const overlays = await this.driver.overlays(this.#page);
    const ringed = overlays.find(({ ring }) => ring !== null);
    const carded = overlays.find(({ card }) => card !== null);
    const warned = overlays.find(({ caution }) => caution !== null);
    return {
      address: this.#page.url(),
      frame: (ringed ?? carded ?? warned)?.frame ?? null,
      ring: ringed?.ring ?? null,
      card: carded?.card ?? null,
      caution: warned?.caution ?? null,
    };
  }

  /**
   * Looks until the screen is at rest and shows what is wanted.
   * @throws Error with what was seen last, after 15 seconds
   */
  async see(what: string, isWanted: (sight: Sight) => boolean): Promise<Sight> {
    let last: Sight | null = null;
    let before = '';
    return pollUntil(
      async () => {
        await this.#followNewTab();
        last = await this.glance().catch((error) => {
          if (documentWentAway(error)) return null;
          throw error;
        });
        const now = JSON.stringify({ ...last, frame: last?.frame?.url() });
        const isAtRest = now === before;
        before = now;
        return isAtRest && last !== null && isWanted(last) ? last : null;
      },
      15_000,
      () => `The person waits for ${what}, but sees at ${last?.address}: ${before}`,
    );
  }

  /** Presses at the centre of the ring, wherever it is drawn. */
  async pressRing(sight: Sight): Promise<void> {
    if (sight.ring === null) throw new Error('There is no ring to press.');
    await this.#pressAt(sight.ring);
  }

  /** Presses a button of the card or of the warning, half a second after seeing it: nobody is quicker, and before that it is dead. */
  async pressOurs(buttons: readonly OverlayButton[], action: string): Promise<void> {
    await pause(OURS_ARE_DEAD);
    const button = buttons.find((each) => each.action === action);
    if (button === undefined) throw new Error(`There is no ${action} among ${buttons.map((each) => each.action).join(', ')}`);
    await this.#pressAt(button.box);
  }

  /** Presses our control that has the focus by a key, as late as any person would: see `pressOurs`. */
  async pressOursByKey(key: 'Enter' | ' '): Promise<void> {
    await pause(OURS_ARE_DEAD);
    await this.#page.keyboard.press(key);
  }

  /** Answers the warning. Its buttons are dead at first, so an eager person presses more than once. */
  async answerWarning(action: 'safe' | 'insist'): Promise<void> {
    await pollUntil(
      async () => {
        const { caution } = await this.glance();
        if (caution === null) return true;
        await this.pressOurs(caution.buttons, action);
        return null;
      },
      10_000,
      () => 'The warning does not go away.',
    );
  }

  /** Presses something of the page that the person finds by reading: the browser's own accessible role and name. */
  async pressByReading(role: string, name: string, which = 0): Promise<void> {
    const element = await pollUntil(
      async () => (await this.#read(role, name))[which] ?? null,
      10_000,
      () => `The person cannot find ${role} ${name} at ${this.#page.url()}`,
    );
    await this.#pressElement(element);
  }

  /** On a page the guide does not know: presses the first of these words that is a button or link, unless the page goes on by itself. */
  async goOnByReading(names: readonly string[]): Promise<void> {
    const address = this.#page.url();
    const element = await pollUntil(
      async () => {
        if (this.#page.url() !== address) return 'moved';
        for (const name of names) {
          const [found] = [...(await this.#read('button', name)), ...(await this.#read('link', name))];
          if (found !== undefined) return found;
        }
        return null;
      },
      10_000,
      () => `The person finds none of ${names.join(' / ')} at ${address}`,
    );
    if (element !== 'moved') await this.#pressElement(element);
  }

  /** Everything drawn that bears the name, innermost frame first. */
  async #read(role: string, name: string): Promise<ElementHandle<Element>[]> {
    const shown: ElementHandle<Element>[] = [];
    for (const frame of [...this.#page.frames()].reverse()) {
      const found = await this.driver.accessibleElements(frame, role, name).catch(() => []);
      for (const handle of found) if ((await handle.boundingBox().catch(() => null)) !== null) shown.push(handle);
    }
    return shown;
  }

  async #pressElement(element: ElementHandle<Element>): Promise<void> {
    await element.evaluate((at) => at.scrollIntoView({ block: 'center' }));
    const box = await element.boundingBox();
    if (box === null) throw new Error('What the person read is no longer drawn.');
    await this.#pressAt(box);
  }

  /** Types into the field that has the focus and goes on to the next. A choice list takes its first answer. */
  async fillIn(text: string): Promise<void> {
    const { keyboard } = this.#page;
    if (!(await this.#isFocused('select'))) {
      await keyboard.type(text);
      await keyboard.press('Tab');
      return;
    }
    // The press has opened the list, sooner or later: it is put away and answered by the keyboard.
    for (let tries = 0; tries < 4 && (await this.#isFocused('select')); tries += 1) {
      for (const key of ['Escape', 'ArrowDown', 'Tab'] as const) await keyboard.press(key);
    }
  }

  /** Whether the focus is in a field. */
  isInField(): Promise<boolean> {
    return this.#isFocused('input:not([type=radio]):not([type=checkbox]):not([type=submit]), select, textarea');
  }

  async #isFocused(kind: string): Promise<boolean> {
    const inFrame = (wanted: string) => document.hasFocus() && document.activeElement?.matches(wanted) === true;
    const answers = await Promise.all(this.#page.frames().map((frame) => frame.evaluate(inFrame, kind).catch(() => false)));
    return answers.includes(true);
  }

  #pressAt(box: Box): Promise<void> {
    return pressAtCentre(this.#page, box);
  }

  /** Goes on in the newest tab of the sites, when the page has opened one. */
  async #followNewTab(): Promise<void> {
    const pages = await this.driver.pages();
    const newest = pages.filter((page) => /^https:\/\/(elearn\.hrd|www\.cp|www)\.gov\.tw/.test(page.url())).pop();
    if (newest === undefined || newest === this.#page) return;
    await newest.bringToFront();
    this.#page = newest;
  }

  /** What the guide itself says of the tab, asked as the extension's own pages do. */
  async explain(): Promise<Explanation | null> {
    const host = new URL(this.#page.url()).host;
    const ask = () =>
      this.ownPage.evaluate(async (wanted: string) => {
        const api = (globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome }).browser ?? chrome;
        const tabs = await api.tabs.query({});
        const tab = tabs.filter(({ url }) => url !== undefined && new URL(url).host === wanted).pop();
        return tab?.id === undefined ? [] : api.runtime.sendMessage({ ask: 'explain', tab: tab.id });
      }, host);
    const told = await pollUntil(
      () =>
        ask().catch((error: unknown) => {
          if (isAsleep(error)) return null;
          throw error;
        }),
      5000,
      () => 'The background does not explain.',
    );
    const frames = told as Explanation[];
    return frames.find(({ speaks }) => speaks) ?? frames[0] ?? null;
  }
}

/** The few calls of the extension API that are made inside an extension page. */
declare const chrome: {
  tabs: { query(query: object): Promise<{ id?: number; url?: string }[]> };
  runtime: { sendMessage(message: object): Promise<unknown> };
};
