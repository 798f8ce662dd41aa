import type { Frame } from 'puppeteer-core';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import { pollUntil } from '../../tools/browser/poll-until';
import { Person } from '../../tools/walk/person';
import type { Opened } from './opened';

/** What the practice says of itself. */
export interface PracticeState {
  step: number | null;
  host: string;
  path: string;
  title: string;
  isOver: boolean;
  traps: string[];
  hasMail: boolean;
}

/** What the guide draws, once `noteGuide` is called. */
interface WithGuide {
  played?: { shown: { ring: HTMLElement | null; card: { title: string; do: string } | null; caution: object | null } } | null;
}

/** The middle, in the window, of what bears these words, or of what is ringed; scrolled to first. Runs in the page. */
const placeOf = (words: string | null): { x: number; y: number } | null => {
  const documents = (document: Document): Document[] => [
    document,
    ...[...document.querySelectorAll('iframe')].flatMap(({ contentDocument }) => (contentDocument === null ? [] : documents(contentDocument))),
  ];
  const bears = (element: Element) =>
    [element.textContent, element.querySelector('[alt]')?.getAttribute('alt'), element.getAttribute('value')].some((text) => text?.trim() === words);
  const pressed = () =>
    documents(document)
      .slice(1)
      .flatMap((inside) => [...inside.querySelectorAll<HTMLElement>('a, button, label, input[type=submit], input[type=button]')])
      .find(bears);
  const found = words === null ? (window as unknown as WithGuide).played?.shown.ring : pressed();
  if (found == null) return null;
  found.scrollIntoView({ block: 'center' });
  let { x, y, width, height } = found.getBoundingClientRect();
  for (let frame = found.ownerDocument.defaultView?.frameElement; frame != null; frame = frame.ownerDocument.defaultView?.frameElement) {
    const box = frame.getBoundingClientRect();
    x += box.x + frame.clientLeft;
    y += box.y + frame.clientTop;
  }
  return width === 0 ? null : { x: x + width / 2, y: y + height / 2 };
};

/** What the guide points at. */
export interface Due {
  title: string;
  isWarning: boolean;
  isTyped: boolean;
  isChosen: boolean;
  /** Its number among the elements of its page. */
  at: number;
}

export interface PracticeBeginning {
  way: 'watch' | 'guided' | 'alone';
  faults?: readonly string[];
  startStep?: number;
}

/** The practice in a tab, with someone in front of it. */
export class PracticeRoom {
  private constructor(
    readonly own: ExtensionPage,
    readonly person: Person,
  ) {}

  static async open({ driver, ownPage }: Opened): Promise<PracticeRoom> {
    for (const page of await driver.pages()) if (page !== ownPage.page) await page.close();
    const own = await driver.openExtensionPage('practice.html');
    await own.page.bringToFront();
    const room = new PracticeRoom(own, new Person(driver, own.page, ownPage));
    await room.shows('[data-action=begin-guided]');
    return room;
  }

  /** Chooses and begins, and waits for the first page. */
  async begin({ way, faults = [], startStep = 1 }: PracticeBeginning): Promise<void> {
    await this.own.evaluate(
      (chosen: readonly string[], step: number) => {
        for (const fault of chosen) document.querySelector<HTMLInputElement>(`[data-fault="${fault}"]`)?.click();
        const select = document.querySelector<HTMLSelectElement>('[data-action=start-step]') as HTMLSelectElement;
        select.value = String(step);
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      faults,
      startStep,
    );
    await this.press(`begin-${way}`);
    await this.until('the first page', ({ title }) => title !== '');
  }

  /** Presses a button that stands around the practice. */
  async press(action: string): Promise<void> {
    await this.shows(`[data-action="${action}"]`);
    await this.own.evaluate((wanted: string) => document.querySelector<HTMLElement>(`[data-action="${wanted}"]`)?.click(), action);
  }

  state(): Promise<PracticeState> {
    return this.own.evaluate(() => {
      const { stage } = window as unknown as { stage?: { state: PracticeState & { address: URL } } };
      const { address, step, title, isOver, traps, hasMail } = (stage as NonNullable<typeof stage>).state;
      return { step, host: address.host, path: address.pathname, title, isOver, traps: [...traps], hasMail };
    }) as Promise<PracticeState>;
  }

  async until(what: string, isWanted: (state: PracticeState) => boolean): Promise<PracticeState> {
    let last: PracticeState | null = null;
    return pollUntil(
      async () => {
        last = await this.state().catch(() => null);
        return last !== null && isWanted(last) ? last : null;
      },
      15_000,
      () => `The practice does not come to ${what}: ${JSON.stringify(last)}`,
    );
  }

  /** Opens an address in the practice, as if the person had come there. */
  async open(address: string): Promise<void> {
    await this.own.evaluate((to: string) => (window as unknown as { stage: { open(address: string): void } }).stage.open(to), address);
  }

  /**
   * A real press on what bears these words in the page that is played, however deep its frames lie; on what is ringed where none are given
   * (`noteGuide`). For a browser whose driver knows of no frames in pages of extensions; frames of the practice are of one origin.
   */
  async pressByPlace(words: string | null): Promise<void> {
    const place = await pollUntil(
      () => this.own.evaluate(placeOf, words).catch(() => null),
      15_000,
      () => `There is no ${words ?? 'ring'} in the page.`,
    );
    await this.own.page.mouse.click(place.x, place.y);
  }

  /** Notes what the guide draws from now on: what is due, and what it says. */
  async noteGuide(): Promise<void> {
    await this.own.evaluate(() => {
      const { stage } = window as unknown as { stage: { drew(played: unknown): void } };
      const { drew } = stage;
      stage.drew = (played) => {
        Object.assign(window, { played });
        drew(played);
      };
    });
  }

  /** What is ringed, and what the card says of it. Null where nothing is ringed or warned of. */
  due(): Promise<Due | null> {
    return this.own.evaluate(() => {
      const { shown } = (window as unknown as WithGuide).played ?? {};
      if (shown?.caution != null) return { title: '', isWarning: true, isTyped: false, isChosen: false, at: 0 };
      const ring = shown?.ring;
      if (ring == null || !ring.isConnected) return null;
      const isTyped = ring.matches('input:not([type=radio], [type=checkbox], [type=submit], [type=button], [type=image])');
      const title = `${shown?.card?.title} ${shown?.card?.do}`;
      const at = [...ring.ownerDocument.querySelectorAll('*')].indexOf(ring);
      return { title, isWarning: false, isTyped, isChosen: ring.matches('select'), at };
    }) as Promise<Due | null>;
  }

  /** The frame with the page of the sites. */
  get frame(): Frame {
    return this.own.page.frames().find((each) => each.url().includes('practice-page')) ?? this.own.page.mainFrame();
  }

  /** Waits for something that stands around the practice. @returns its text */
  shows(selector: string, isWanted: (text: string) => boolean = () => true): Promise<string> {
    let last: string | null = null;
    return pollUntil(
      async () => {
        last = await this.own.evaluate((wanted: string) => document.querySelector(wanted)?.textContent ?? null, selector);
        return last !== null && isWanted(last) ? last : null;
      },
      15_000,
      () => `Around the practice there is no such ${selector}: ${last}`,
    );
  }

  /** Follows the guide from here on until the practice is where it is wanted. */
  async followTo(what: string, isThere: (state: PracticeState) => boolean, typed: (name: string) => string = () => '1'): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if (isThere(await this.state())) return;
      const sight = await this.person.see(
        'what to press',
        ({ ring, card, caution }) => ring !== null || caution !== null || (card?.buttons.length ?? 0) > 0 || card !== null,
      );
      const { path } = await this.state();
      const before = JSON.stringify([sight.card?.text, sight.ring, path]);
      const go = async () => {
        if (sight.caution !== null) return this.person.answerWarning('insist');
        const action = ['show-me', 'open', 'mail-came'].find((each) => sight.card?.buttons.some((button) => button.action === each));
        if (action === 'show-me') return this.person.pressOurs(sight.card?.buttons ?? [], action);
        // It goes on by itself, as the real one does.
        if (sight.ring === null && path === '/egov_login.php') return void (await this.until('the next page', (state) => state.path !== path));
        if (sight.ring === null && action === undefined) return this.person.goOnByReading(['下一步', '開始註冊']);
        if (action !== undefined && sight.ring === null) return this.person.pressOurs(sight.card?.buttons ?? [], action);
        await this.person.pressRing(sight);
        if (await this.person.isInField()) await this.person.fillIn(typed(sight.card?.title ?? ''));
      };
      await go();
      await pollUntil(
        async () => {
          const now = await this.person.glance().catch(() => null);
          const state = await this.state();
          return isThere(state) || JSON.stringify([now?.card?.text, now?.ring, state.path]) !== before || now?.caution !== sight.caution ? true : null;
        },
        15_000,
        () => `Nothing has come of ${before}`,
      );
    }
    throw new Error(`After 60 presses the practice is not at ${what}: ${JSON.stringify(await this.state())}`);
  }
}
