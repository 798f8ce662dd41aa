import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EDITIONS, type EditionName } from '../../practice/editions';
import { NO_MEMORY, type SiteMemory, type SiteReply, Sites } from '../../practice/sites';
import type { SiteAnswer, SiteRequest } from '../browser/site-server';

const CONTENT = join(import.meta.dirname, '../../content-rules');
const LOGGED_IN = 'replica-logged-in';
const NOTICED = 'replica-noticed';
/** Everything the replica site remembers of someone. */
export const COOKIES: readonly string[] = [LOGGED_IN, NOTICED];

/** Serves both sites from the replicas, at the real addresses: what `Sites` answers, with cookies for what they remember. */
export function replicaSite(name: EditionName): (request: SiteRequest) => SiteAnswer | null {
  const sites = new Sites(EDITIONS[name]);
  return ({ path, host, query, body, cookies }) => {
    if (path === '/replica.js') {
      return { headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body: readFileSync(join(CONTENT, 'replica.js'), 'utf8') };
    }
    const memory: SiteMemory = { ...NO_MEMORY, isLoggedIn: cookies[LOGGED_IN] === '1', hasSeenNotice: cookies[NOTICED] === '1' };
    const reply = sites.answer({ host, path, query, sent: body === '' ? null : new URLSearchParams(body) }, memory);
    return reply === null ? null : answerOf(reply);
  };
}

function answerOf(reply: SiteReply): SiteAnswer | null {
  const headers: Record<string, string> = {};
  const { isLoggedIn, hasSeenNotice } = reply.remembers ?? {};
  if (isLoggedIn !== undefined) headers['Set-Cookie'] = isLoggedIn ? `${LOGGED_IN}=1; Path=/; Secure` : `${LOGGED_IN}=; Path=/; Max-Age=0; Secure`;
  if (hasSeenNotice === true) headers['Set-Cookie'] = `${NOTICED}=1; Path=/; Secure`;
  if ('redirect' in reply) return { redirect: reply.redirect, headers };
  if (!('replica' in reply)) return null;
  if (reply.goesOn !== undefined) headers.Refresh = `${reply.goesOn.after}; url=${reply.goesOn.to}`;
  return { body: readReplica(reply.replica), headers };
}

/** A replica as the sites would send it: the marks for the tests are taken off. */
export function readReplica(file: string): string {
  return readFileSync(join(CONTENT, file), 'utf8').replace(/\s*data-expect="[^"]*"/g, '');
}
