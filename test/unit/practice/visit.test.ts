import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../practice/editions';
import { FAULTS, type Fault } from '../../../practice/faults';
import { LOOKALIKE_HOST, NO_MEMORY, type SiteMemory, Sites } from '../../../practice/sites';
import { START_STEPS, startAt } from '../../../practice/starts';
import { follow, trapOfCourse, type Visit } from '../../../practice/visit';
import { ROOT } from '../../support/page';

const ELEARN = 'https://elearn.hrd.gov.tw';
const EGOV = 'https://www.cp.gov.tw';
const FORM = `${EGOV}/portal/person/initial/RegistrySuccess.aspx`;
const ALL = ['account', 'password', 'name', 'id-number'];

function sitesWith(...faults: Fault[]): Sites {
  return new Sites(EDITIONS.practice, new Set(faults));
}

function go(sites: Sites, address: string, { sent, filled = [], memory = NO_MEMORY }: { sent?: string; filled?: string[]; memory?: SiteMemory } = {}): Visit {
  return follow(sites, { address: new URL(address), sent: sent === undefined ? null : new URLSearchParams(sent), filled }, memory);
}

const shown = ({ reply }: Visit) => (reply !== null && 'replica' in reply ? reply.replica : reply);

describe('the sites of the practice', () => {
  it.each(Object.keys(EDITIONS) as (keyof typeof EDITIONS)[])('have every replica that they answer with (%s)', (name) => {
    const addresses = [
      '/',
      '/mooc/co_login_dialog.php',
      '/mooc/co_new_member.php',
      '/mooc/co_new_member_1.php',
      '/mooc/co_new_member_2.php',
      '/mooc/co_new_member_3.php',
    ];
    for (const faults of [[], FAULTS] as const)
      for (const address of addresses) {
        const { reply } = go(new Sites(EDITIONS[name], new Set(faults)), ELEARN + address);
        expect(reply !== null && 'replica' in reply && existsSync(join(ROOT, 'content-rules', reply.replica)), address).toBe(true);
      }
  });

  it('lead an answer on, and remember a login', () => {
    expect(shown(go(sitesWith(), `${ELEARN}/mooc/co_new_member_2.php`, { sent: 'need=1' }))).toContain('06-account-question');
    const login = go(sitesWith(), `${ELEARN}/egov_login.php`);
    expect(shown(go(sitesWith(), `${ELEARN}/`, { memory: login.memory }))).toContain('10-home-logged-in');
  });

  it.each(START_STEPS)('begin with step %i', (step) => {
    const { address, remembers } = startAt(step);
    expect(shown(go(sitesWith(), address, { memory: { ...NO_MEMORY, ...remembers } }))).toMatch(/\.html$/);
  });

  it('say which steps there are to begin with', () => {
    expect(() => startAt(5)).toThrow('not with 5');
  });

  it('send a form back as often as they should, and then take it', () => {
    const sites = sitesWith('form-expired', 'captcha-wrong');
    const seen: unknown[] = [];
    let memory = NO_MEMORY;
    for (let time = 0; time < 4; time += 1) {
      const visit = go(sites, FORM, { sent: '', filled: ALL, memory });
      seen.push(shown(visit));
      memory = visit.memory;
    }
    expect(seen.map((file) => String(file).split('/').at(-1))).toEqual([
      'replica.expired.html',
      'replica.captcha.html',
      'replica.captcha.html',
      'replica.html',
    ]);
  });

  it('tell once that an account is locked', () => {
    const sites = sitesWith('account-locked');
    const first = go(sites, `${ELEARN}/egov_login.php`, { sent: '' });
    expect(shown(first)).toContain('replica.locked.html');
    expect(first.address.host).toBe('www.cp.gov.tw');
    expect(shown(go(sites, `${ELEARN}/egov_login.php`, { sent: '', memory: first.memory }))).toContain('09-bounce');
  });
});

describe('traps', () => {
  it.each([
    [`${ELEARN}/mooc/co_new_member_2.php`, 'need=0', 'chose-no'],
    [`${ELEARN}/mooc/co_google_login.php`, undefined, 'other-login'],
    [`${ELEARN}/mooc/co_fb_login.php`, undefined, 'other-login'],
    [`${ELEARN}/mooc/co_apple_login.php`, undefined, 'other-login'],
    [`${EGOV}/portal/GoogleLogin.aspx?ReturnUrl=x`, undefined, 'other-login'],
    [`${EGOV}/portal/person/initial/Registry.aspx?type=official`, undefined, 'official-account'],
    [FORM, '', 'no-id-number'],
    [`https://${LOOKALIKE_HOST}/mooc/co_login_dialog.php`, undefined, 'lookalike'],
  ] as const)('%s %s: %s', (address, sent, trap) => {
    expect(go(sitesWith(), address, sent === undefined ? {} : { sent }).traps).toEqual([trap]);
  });

  it.each([
    [`${ELEARN}/mooc/co_new_member_2.php`, 'need=1'],
    [`${ELEARN}/mooc/co_gov_login_guide.php?identity=2`, undefined],
    ['https://ecpa.dgpa.gov.tw/', undefined],
    [`${EGOV}/portal/person/initial/Registry.aspx`, undefined],
    [`https://${LOOKALIKE_HOST}/`, undefined],
  ] as const)('%s %s: none', (address, sent) => {
    expect(go(sitesWith(), address, sent === undefined ? {} : { sent }).traps).toEqual([]);
  });

  it('a form with name and number is none; opened by its address it is none either', () => {
    expect(go(sitesWith(), FORM, { sent: '', filled: ALL }).traps).toEqual([]);
    expect(go(sitesWith(), FORM).traps).toEqual([]);
    expect(go(sitesWith(), FORM, { sent: '', filled: ['account', 'name'] }).traps).toEqual(['no-id-number']);
  });

  it('courses without hours and restricted ones', () => {
    expect(['/info/10012345', '/info/10012346', '/info/10012347', '/mooc/index.php'].map(trapOfCourse)).toEqual([null, 'no-hours', 'restricted', null]);
  });
});
