import type { SiteMemory } from './sites';

/** Where a practice begins that begins with a later step, and what the sites remember by then. */
export interface Start {
  address: string;
  remembers: Partial<SiteMemory>;
}

const ELEARN = 'https://elearn.hrd.gov.tw';
const EGOV = 'https://www.cp.gov.tw';

const STARTS: Record<number, Start> = {
  1: { address: `${ELEARN}/`, remembers: {} },
  4: { address: `${ELEARN}/mooc/co_new_member_1.php`, remembers: {} },
  7: { address: `${EGOV}/`, remembers: {} },
  8: { address: `${EGOV}/portal/person/initial/Registry.aspx`, remembers: {} },
  9: { address: `${EGOV}/portal/person/initial/RegistrySuccess.aspx`, remembers: {} },
  10: { address: `${ELEARN}/`, remembers: {} },
  11: { address: `${ELEARN}/mooc/user/registration_center.php`, remembers: { isLoggedIn: true } },
};

/** The steps with which a practice can begin: those that are reached by an address. */
export const START_STEPS: readonly number[] = Object.keys(STARTS).map(Number);

/** @throws RangeError for a step that none begins with */
export function startAt(step: number): Start {
  const start = STARTS[step];
  if (start === undefined) throw new RangeError(`A practice can begin with step ${START_STEPS.join(', ')}, not with ${step}`);
  return start;
}
