import type { Page } from 'puppeteer-core';
import type { Box } from '../../../tools/browser/overlay-view';
import type { Person } from '../../../tools/walk/person';
import { finished, type Opened } from '../../browser/opened';
import { setViewport } from '../../browser/viewport';

/** Pages of the sites on which something is ringed for a newcomer in the middle of the journey. */
export const RINGED_PAGES = [
  'https://elearn.hrd.gov.tw/',
  'https://elearn.hrd.gov.tw/mooc/co_login_dialog.php?code=csdi_02&type=1',
  'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php',
  'https://elearn.hrd.gov.tw/mooc/co_new_member_2.php',
  'https://elearn.hrd.gov.tw/mooc/co_new_member_3.php',
  'https://elearn.hrd.gov.tw/mooc/co_gov_login_guide.php?identity=2',
  'https://elearn.hrd.gov.tw/mooc/user/registration_center.php',
  'https://elearn.hrd.gov.tw/mooc/user/learn_dashboard.php',
  'https://www.cp.gov.tw/',
  'https://www.cp.gov.tw/portal/clogin.aspx?ver=simple',
  'https://www.cp.gov.tw/portal/person/initial/Registry.aspx',
  'https://www.cp.gov.tw/portal/portallogin.aspx',
];

/** A newcomer at one of them, with a journey of its own: a page that was seen before may have told that they have no account. */
export async function atRingedPage(opened: Opened, address: string): Promise<Person> {
  const person = await opened.begin(address, { events: finished(3) });
  // Everything is in view, so that a ring is always over what it is around.
  await setViewport(person.page, { width: 1280, height: 2400 });
  const { ring } = await person.see('the ring', (sight) => sight.ring !== null && sight.card !== null);
  if (ring !== null) await remember(person.page, ring);
  return person;
}

/** Remembers in the page which of its controls a ring lies around. */
function remember(page: Page, ring: Box): Promise<void> {
  return page.evaluate(
    (x: number, y: number) => {
      const at = document.elementFromPoint(x, y);
      (globalThis as unknown as { ringed: Element | null }).ringed = at?.closest('a, button, input, select, label, [role]') ?? at;
    },
    ring.x + ring.width / 2,
    ring.y + ring.height / 2,
  );
}

/** Whether a ring lies around the control that was remembered. */
export function isRemembered(page: Page, ring: Box): Promise<boolean> {
  return page.evaluate(
    (x: number, y: number) => {
      const at = document.elementFromPoint(x, y);
      return (at?.closest('a, button, input, select, label, [role]') ?? at) === (globalThis as unknown as { ringed: Element | null }).ringed;
    },
    ring.x + ring.width / 2,
    ring.y + ring.height / 2,
  );
}
