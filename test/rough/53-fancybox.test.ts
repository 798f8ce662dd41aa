import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person, Sight } from '../../tools/walk/person';
import { BROWSERS, type Opened, openBrowser } from '../browser/opened';
import { rounds } from './support/rounds';

const HOME = 'https://elearn.hrd.gov.tw/';
const hasBoth = ({ ring, card }: Sight) => ring !== null && card !== null;

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let person: Person;
  beforeAll(async () => {
    opened = await openBrowser(name);
  });
  afterAll(() => opened?.close());
  const cards = async () => (await opened.driver.overlays(person.page)).filter(({ card }) => card !== null).length;

  // The site of 2026 opens its login by fancybox 3, that of 2021 by fancybox 2.
  test.each([
    ['fancybox 3', 'as-in-2026', '.fancybox-container', '[data-fancybox-close]'],
    ['fancybox 2', 'tables', '.fancybox-overlay', '.fancybox-close'],
  ] as const)(`the login in a dialog of %s, ${rounds(30)} times: ring and one card in it, the page's own back after it`, async (_, edition, box, close) => {
    opened.showEdition(edition);
    person = await opened.begin(HOME);
    for (let round = 0; round < rounds(30); round += 1) {
      const home = await person.see('the home page', (sight) => hasBoth(sight) && sight.frame?.parentFrame() == null);
      await person.pressRing(home);
      const inside = await person.see('the dialog', (sight) => hasBoth(sight) && sight.frame?.parentFrame() != null);
      expect(await person.page.$(box)).not.toBeNull();
      expect(await cards()).toBe(1);
      // Scrolled inside, the ring goes with what it is around.
      await inside.frame?.evaluate(() => scrollTo(0, 40));
      const scrolled = await person.see('the dialog, scrolled', (sight) => hasBoth(sight) && sight.frame?.parentFrame() != null);
      const by = (await scrolled.frame?.evaluate(() => scrollY)) ?? 0;
      expect((inside.ring?.y ?? 0) - (scrolled.ring?.y ?? 0)).toBeCloseTo(by, 0);
      await person.page.click(close);
      const back = await person.see('the home page again', (sight) => hasBoth(sight) && sight.frame?.parentFrame() == null);
      expect([back.ring, back.card?.title]).toEqual([home.ring, home.card?.title]);
      expect(await cards()).toBe(1);
    }
  });
});
