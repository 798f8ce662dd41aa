import { expect } from 'vitest';
import type { Box } from '../../../tools/browser/overlay-view';
import type { Person } from '../../../tools/walk/person';

/** From the target to the ring's outer edge. CSS px. */
const RING = 9;

/**
 * Sees that the ring comes to lie around an element, at most one CSS pixel off at each side.
 * @param selector of a text field or button: a choice is ringed together with its label
 */
export async function ringFits(person: Person, selector: string, how: string): Promise<void> {
  const error = async () => {
    const { ring } = await person.glance();
    if (ring === null) return Number.POSITIVE_INFINITY;
    const box = await person.page.$eval(selector, (element) => element.getBoundingClientRect().toJSON() as Box);
    return Math.max(...[ring.x + RING - box.x, ring.y + RING - box.y, ring.width - RING * 2 - box.width, ring.height - RING * 2 - box.height].map(Math.abs));
  };
  await expect.poll(error, { timeout: 15_000, message: `${how}: how far the ring is off, in px` }).toBeLessThanOrEqual(1);
}
