import type { JourneyEvent } from '../../engine/progress';
import type { Person, Sight } from '../walk/person';

/** One picture for the stores: where somebody is, what they have done before, and what is to be seen. */
export interface StoreScene {
  /** The name of the file, without language and ending. */
  name: string;
  address: string;
  before: readonly JourneyEvent[];
  /** Does what leads to the picture. */
  act?(person: Person): Promise<void>;
  isSeen(sight: Sight): boolean;
}

const hasRing = ({ ring, card }: Sight) => ring !== null && card !== null;
const finished = (upTo: number): JourneyEvent[] => Array.from({ length: upTo }, (_, index) => ({ type: 'finished', step: index + 1 }));
const WANTS_HOURS: readonly JourneyEvent[] = [
  { type: 'answered', question: 'hours', answer: 'yes' },
  { type: 'answered', question: 'civil', answer: 'no' },
  { type: 'answered', question: 'account', answer: 'no' },
  { type: 'answered', question: 'identify', answer: 'id' },
];
const QUESTION = 'https://elearn.hrd.gov.tw/mooc/co_new_member_1.php';

/** In the order in which a store shows them. Pages drawn by hand after the sites, without their logos. */
export const STORE_SCENES: readonly StoreScene[] = [
  { name: '1-ring', address: QUESTION, before: [...finished(3), ...WANTS_HOURS], isSeen: hasRing },
  {
    name: '2-warning',
    address: QUESTION,
    before: [...finished(3), ...WANTS_HOURS],
    async act(person) {
      await person.see('the question', hasRing);
      await person.pressByReading('radio', '否');
      await person.pressByReading('button', '下一步');
    },
    isSeen: ({ caution }) => caution !== null,
  },
  {
    name: '3-form',
    address: 'https://www.cp.gov.tw/portal/person/initial/Registry.aspx',
    before: [...finished(7), ...WANTS_HOURS],
    isSeen: hasRing,
  },
  {
    name: '4-hours',
    address: 'https://elearn.hrd.gov.tw/info/10012345',
    before: [...finished(10), ...WANTS_HOURS],
    isSeen: ({ card }) => card !== null,
  },
];

/** Pages of the extension itself, by the name of their picture. */
export const STORE_PAGES: Readonly<Record<string, string>> = { '5-prepare': 'prepare.html' };
