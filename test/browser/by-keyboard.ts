import { expect } from 'vitest';
import type { ExtensionPage } from '../../tools/browser/extension-page';
import type { Person } from '../../tools/walk/person';

/** What has the focus: of the page by its name, id or words; our own overlay by its element's name; `body` where nothing has it. */
export function focused(page: Person['page'] | ExtensionPage['page']): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement;
    if (active === null || active === document.body) return 'body';
    const { localName } = active;
    if (localName === 'register-guide') return localName;
    return active.getAttribute('name') || active.getAttribute('data-action') || active.id || `${localName} ${active.textContent?.trim()}`;
  });
}

export const OURS = 'register-guide';

/** One control on. */
export async function tab({ page }: Pick<Person, 'page'>, times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) await page.keyboard.press('Tab');
}

/** One control back. */
export async function tabBack({ page }: Pick<Person, 'page'>, times = 1): Promise<void> {
  await page.keyboard.down('Shift');
  for (let time = 0; time < times; time += 1) await page.keyboard.press('Tab');
  await page.keyboard.up('Shift');
}

/** Goes on, control by control, to one of the page. Nothing but these keys moves the focus: where it goes is what the page's own order says. */
export async function tabTo(person: Pick<Person, 'page'>, wanted: string, most = 80): Promise<string[]> {
  const passed: string[] = [];
  for (let tries = 0; tries < most; tries += 1) {
    await tab(person);
    passed.push(await focused(person.page));
    if (passed.at(-1) === wanted) return passed;
  }
  throw new Error(`The Tab key does not reach ${wanted}; it has passed ${passed.join(', ')}`);
}

/** Goes back from control to control until the focus is in our card, which is the last of the document. */
export async function backIntoCard(person: Pick<Person, 'page'>, most = 80): Promise<void> {
  for (let tries = 0; tries < most; tries += 1) {
    if ((await focused(person.page)) === OURS) return;
    await tabBack(person);
  }
  throw new Error('The keyboard does not reach the card.');
}

/** The focus is where it was, whatever has been drawn meanwhile. */
export async function isStill(person: Pick<Person, 'page'>, wanted: string): Promise<void> {
  expect(await focused(person.page)).toBe(wanted);
}
