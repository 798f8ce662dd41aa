import type { Driver } from '../browser/launch';
import { Person, type Sight } from '../walk/person';
import { type Stop, walk } from '../walk/walk';
import type { Album } from './album';
import { typedInto } from './sample-person';
import { stopLine, wordsOf } from './stop-line';

const HOME = 'https://elearn.hrd.gov.tw/';
const CERTIFICATE_QUESTION = 'elearn/05-certificate-question';
const COURSE_CENTRE = 'elearn/12-course-centre';
const COURSE_PAGE = 'elearn/13-course-page';
/** A course of the replica site that gives hours. */
const COURSE = '認識河川';
/** Steps that show a page of their own. Nobody knows the page of step 3: it comes as an unknown one. */
const STEPS_WITH_PAGES = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11];
/** Where the site leads in a circle, the guide gives a number to call. That is an end, too. */
const CALL = '打電話問';

/** Where a walk has come to. */
export type WalkEnd = 'course page' | 'told to call';

/**
 * Walks from the home page to a course as the guide says, trying the wrong answer 「否」 once on the way.
 *
 * @param print is given one line for each stop
 * @throws Error saying where and why, when the guide leads no further or a step was never shown
 */
export async function walkThrough(driver: Driver, album: Album, print: (line: string) => void): Promise<WalkEnd> {
  const ownPage = await driver.openExtensionPage('popup.html');
  const page = await driver.newPage();
  await page.goto(HOME);
  await page.bringToFront();
  const person = new Person(driver, page, ownPage);

  const record = async (stop: Pick<Stop, 'explained' | 'sight'>) => {
    const words = wordsOf(stop);
    album.add(await person.page.screenshot({ type: 'png' }), words);
    print(stopLine(album.length, words));
  };
  const recordNow = async (sight: Sight) => record({ sight, explained: await person.explain() });
  const detours = new Detours(person, recordNow);
  const stops = await walk(person, { onStop: record, instead: (stop) => detours.take(stop), isEnd: (stop) => endOf(stop) !== null });

  const end = stops.map(endOf).at(-1) ?? 'course page';
  const seen = new Set(stops.map(({ explained }) => explained?.step));
  const missing = STEPS_WITH_PAGES.filter((step) => !seen.has(step));
  if (end === 'course page' && missing.length > 0) throw new Error(`Step ${missing.join(', ')} was never shown.`);
  return end;
}

function endOf({ explained, sight }: Stop): WalkEnd | null {
  if (explained?.page === COURSE_PAGE) return 'course page';
  return sight.card?.title.endsWith(CALL) === true ? 'told to call' : null;
}

/** What the person of this walk does otherwise than to press what is ringed. */
class Detours {
  #hasTriedNo = false;

  constructor(
    readonly person: Person,
    readonly record: (sight: Sight) => Promise<void>,
  ) {}

  /** @returns whether this stop is done with */
  async take(stop: Stop): Promise<boolean> {
    const { explained, sight } = stop;
    // While its picture was taken, a page that goes on by itself (the bounce after the login) has done so.
    if (this.person.page.url() !== stop.address) return true;
    const isOutOfView = sight.card?.buttons.some(({ action }) => action === 'show-me') === true;
    if (sight.caution !== null || isOutOfView) return false;
    if (explained?.page === CERTIFICATE_QUESTION && !this.#hasTriedNo) {
      this.#hasTriedNo = true;
      await this.#tryNo();
      return true;
    }
    if (explained?.page === COURSE_CENTRE) {
      await this.#chooseCourse(stop);
      return true;
    }
    if (explained?.target?.role === 'textbox' && sight.ring !== null) {
      await this.#fillIn(stop);
      return true;
    }
    return false;
  }

  /** The costly mistake, held; then the way back that the warning offers. */
  async #tryNo() {
    await this.person.pressByReading('radio', '否');
    await this.record(await this.person.see('the note about 否', ({ card }) => card?.all.includes('您選了「否」') === true));
    await this.person.pressByReading('button', '下一步');
    await this.record(await this.person.see('the warning about 否', ({ caution }) => caution !== null));
    await this.person.answerWarning('safe');
    // Where the answers are no native radios, 是 is only ringed now: the walk goes on from there as well.
    await this.person.see('the way on to 是', ({ caution, ring }) => caution === null && ring !== null);
  }

  async #fillIn({ explained, sight }: Stop) {
    const before = shownIn(sight);
    await this.person.pressRing(sight);
    await this.person.fillIn(typedInto(explained?.target?.name ?? ''));
    await this.person.see('what follows the field', (seen) => seen.card !== null && shownIn(seen) !== before);
  }

  /** After the hours nothing is ringed any more: the person reads the list. */
  async #chooseCourse({ sight }: Stop) {
    if (sight.ring !== null) {
      await this.person.pressRing(sight);
      await this.person.fillIn(typedInto('認證時數'));
    }
    await this.person.pressByReading('link', COURSE);
    await this.person.see('the page of the course', ({ card, address }) => card !== null && address.includes('/info/'));
  }
}

function shownIn({ address, card, ring, caution }: Sight): string {
  return JSON.stringify([address, card?.title, card?.text, ring, caution?.title]);
}
