import { courseAt, NO_MEMORY, type SiteMemory, type SiteReply, type Sites } from './sites';
import type { Trap } from './traps';

/** Where somebody goes: by a link, or by a form. */
export interface Going {
  address: URL;
  /** What was chosen in the form; null for a link. */
  sent: URLSearchParams | null;
  /** The marks of the form's fields that hold something, as `data-expect` names them in the replicas. What they hold is not known here. */
  filled: readonly string[];
}

/** What has come of it. */
export interface Visit {
  address: URL;
  reply: SiteReply | null;
  traps: Trap[];
  memory: SiteMemory;
}

/** A site that leads in a circle ends here. */
const MOST_REDIRECTS = 10;

/** Follows an address, redirects too, and tells which traps lay on the way. */
export function follow(sites: Sites, going: Going, memory: SiteMemory = NO_MEMORY): Visit {
  let { address, sent } = going;
  const traps: Trap[] = [];
  let now = memory;
  for (let redirects = 0; redirects < MOST_REDIRECTS; redirects += 1) {
    const { host, pathname, searchParams } = address;
    const reply = sites.answer({ host, path: pathname, query: searchParams, sent }, now);
    now = { ...now, ...reply?.remembers };
    traps.push(...trapsOf(address, going, reply));
    if (reply === null || !('redirect' in reply)) return { address, reply, traps, memory: now };
    address = new URL(reply.redirect, address);
    sent = null;
  }
  return { address, reply: null, traps, memory: now };
}

function trapsOf({ host, pathname, searchParams }: URL, { sent, filled }: Going, reply: SiteReply | null): Trap[] {
  const path = pathname.toLowerCase();
  if (host === 'elearn.hrd.gov.tw' && path === '/mooc/co_new_member_no.php') return ['chose-no'];
  if (reply !== null && 'elsewhere' in reply && reply.elsewhere !== 'ecpa') return [reply.elsewhere === 'lookalike' ? 'lookalike' : 'other-login'];
  if (path === '/portal/person/initial/registry.aspx' && searchParams.get('type') === 'official') return ['official-account'];
  const isRegistered = path === '/portal/person/initial/registrysuccess.aspx' && sent !== null;
  return isRegistered && (!filled.includes('name') || !filled.includes('id-number')) ? ['no-id-number'] : [];
}

/** What enrolling in the course of that path costs. */
export function trapOfCourse(path: string): Trap | null {
  const course = courseAt(path);
  return course === 'none' ? 'no-hours' : course === 'restricted' ? 'restricted' : null;
}
