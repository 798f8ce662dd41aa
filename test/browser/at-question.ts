import { expect } from 'vitest';
import type { SiteAnswer } from '../../tools/browser/site-server';
import { readReplica } from '../../tools/site/replica-site';
import type { Person, Sight } from '../../tools/walk/person';
import type { Opened } from './opened';

/** The first question: the page on which the guide is tried against what pages may do. */
export const ADDRESS = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';
/** Host and path of the same. */
export const SERVED = 'elearn.hrd.gov.tw/mooc/co_new_member_1.php';

export type Place = 'yes' | 'no' | 'next';
const SELECTORS: Record<Place, string> = { yes: 'input[value="1"]', no: 'input[value="0"]', next: '[type=submit]' };

/** The first question with a script of its own in front. */
export function question(script = '', change: (html: string) => string = (html) => html): string {
  const html = readReplica('elearn/05-certificate-question/replica.html');
  return change(html.replace('<meta charset="utf-8">', `<meta charset="utf-8"><script>${script}</script>`));
}

/** Someone at the first question, who presses at places and not at elements: the page may resist being asked. */
export class AtQuestion {
  readonly #places: Record<Place, { x: number; y: number }> = { yes: { x: 0, y: 0 }, no: { x: 0, y: 0 }, next: { x: 0, y: 0 } };

  /** When the last warning was first seen, by this process's clock. */
  warnedAt = 0;

  constructor(
    readonly opened: Opened,
    public person: Person,
  ) {}

  /** Opens the question as the site has it, and finds out where its parts are. */
  static async begin(opened: Opened): Promise<AtQuestion> {
    const at = new AtQuestion(opened, await opened.begin(ADDRESS));
    await at.findPlaces();
    return at;
  }

  /** Where the two answers and the button are, on a page that has nothing against being asked. */
  async findPlaces(): Promise<void> {
    for (const place of ['yes', 'no', 'next'] as const) {
      const box = await (await this.person.page.$(SELECTORS[place]))?.boundingBox();
      if (box == null) throw new Error(`${place} is not drawn`);
      this.#places[place] = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }

  /** Serves this page at the question's address, and opens it. */
  async open(page: string | SiteAnswer): Promise<void> {
    this.opened.serve({ [SERVED]: page });
    await this.person.page.goto(ADDRESS);
  }

  press(place: Place): Promise<void> {
    return this.person.page.mouse.click(this.#places[place].x, this.#places[place].y);
  }

  isAround({ ring }: Sight, place: Place): boolean {
    const { x, y } = this.#places[place];
    return ring !== null && x > ring.x && x < ring.x + ring.width && y > ring.y && y < ring.y + ring.height;
  }

  ringIsAround(place: Place): Promise<Sight> {
    return this.person.see(`the ring around ${place}`, (sight) => this.isAround(sight, place));
  }

  /** Chooses 否 and presses 下一步. */
  async makeTheMistake(): Promise<Sight> {
    await this.press('no');
    await this.press('next');
    const sight = await this.person.see('the warning', ({ caution }) => caution !== null);
    this.warnedAt = performance.now();
    return sight;
  }

  /** The ring leads, the wrong choice is held, the right one passes. */
  async guidesAndHolds(): Promise<void> {
    await this.ringIsAround('yes');
    await this.makeTheMistake();
    await this.person.page.keyboard.press('Escape');
    await this.ringIsAround('yes');
    await this.press('yes');
    const sight = await this.ringIsAround('next');
    expect(sight.card?.text).toContain('請按「下一步」');
    expect(sight.card?.box.width, 'our style is in force').toBeCloseTo(340, -1);
    await this.person.pressRing(sight);
    await this.person.see('the next page', ({ address }) => address.includes('co_new_member_2'));
  }
}
