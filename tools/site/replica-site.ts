import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteAnswer, SiteRequest } from '../browser/site-server';
import { EDITIONS, type Edition, type EditionName } from './editions';

const CONTENT = join(import.meta.dirname, '../../content-rules');
const LOGGED_IN = 'replica-logged-in';
const NOTICED = 'replica-noticed';
/** Everything the replica site remembers of someone. */
export const COOKIES: readonly string[] = [LOGGED_IN, NOTICED];

/**
 * Plays both sites from the replicas, at the real addresses: what each address answers, as far as the facts tell, and the
 * invented addresses of the unknown pages.
 */
export function replicaSite(name: EditionName): (request: SiteRequest) => SiteAnswer | null {
  const edition: Edition = EDITIONS[name];
  const page = (folder: string, file = edition.replicas[folder] ?? 'replica.html'): SiteAnswer => ({ body: readReplica(`${folder}/${file}`) });
  return (request) => {
    if (request.path === '/replica.js') {
      return { headers: { 'Content-Type': 'text/javascript; charset=utf-8' }, body: readFileSync(join(CONTENT, 'replica.js'), 'utf8') };
    }
    switch (request.host) {
      case 'elearn.hrd.gov.tw':
        return elearn(request, edition, page);
      case 'www.cp.gov.tw':
        return egov(request, edition, page);
      case 'www.gov.tw':
        return request.path === '/' ? page('portal/01-front-page') : null;
      default:
        return null;
    }
  };
}

type PageOf = (folder: string, file?: string) => SiteAnswer;

/** A replica as the sites would send it: the marks for the tests are taken off. */
export function readReplica(file: string): string {
  return readFileSync(join(CONTENT, file), 'utf8').replace(/\s*data-expect="[^"]*"/g, '');
}

function elearn({ path, query, body, cookies }: SiteRequest, edition: Edition, page: PageOf): SiteAnswer | null {
  const sent = new URLSearchParams(body);
  const field = (name: string) => query.get(name) ?? sent.get(name);
  switch (path.toLowerCase()) {
    case '/':
    case '/index.php':
    case '/mooc/index.php':
      return page(cookies[LOGGED_IN] === '1' ? 'elearn/10-home-logged-in' : 'elearn/01-home');
    case '/mooc/co_login_dialog.php': {
      const isAfterNotice = !edition.hasNotice || query.has('code') || cookies[NOTICED] === '1';
      if (isAfterNotice) return page('elearn/03-login-chooser');
      return { ...page('elearn/02-busy-notice'), headers: { 'Set-Cookie': `${NOTICED}=1; Path=/; Secure` } };
    }
    case '/mooc/co_new_member.php':
      return edition.hasUnknownScreen ? page('elearn/04-new-member-screen') : firstQuestion(edition, page);
    case '/mooc/co_new_member_1.php':
    case '/mooc/co_new_member_all.php':
      return firstQuestion(edition, page);
    case '/mooc/co_new_member_2.php':
      return field('need') === '0' ? { redirect: '/mooc/co_new_member_no.php' } : page('elearn/06-account-question');
    case '/mooc/co_new_member_3.php':
      return field('have') === '1' ? { redirect: '/mooc/co_gov_login_guide.php?identity=2' } : page('elearn/07-wizard-end');
    case '/mooc/co_gov_login_guide.php':
      return page('elearn/08-guide-page');
    case '/egov_login.php':
      // It goes on by itself, as the real one does.
      return { ...page('elearn/09-bounce'), headers: { 'Set-Cookie': `${LOGGED_IN}=1; Path=/; Secure`, Refresh: '1; url=/mooc/index.php' } };
    case '/logout.php':
      return { redirect: '/', headers: { 'Set-Cookie': `${LOGGED_IN}=; Path=/; Max-Age=0; Secure` } };
    case '/mooc/user/learn_dashboard.php':
      return page('elearn/11-dashboard');
    case '/mooc/user/registration_center.php':
      return page('elearn/12-course-centre');
    case '/mooc/user/learn_dashboard_ga.php':
      return page('elearn/14-record');
    case '/mooc/co_news_dialog.php':
      return { body: readReplica('lookalikes/news-dialog.html') };
    case '/mooc/co_faq.php':
      return { body: readReplica('lookalikes/faq-paragraphs.html') };
    default:
      return /^\/info\/\d{8}$/.test(path) ? coursePage(path, page) : null;
  }
}

function firstQuestion(edition: Edition, page: PageOf): SiteAnswer {
  return edition.isOnePageWizard ? page('elearn/05-certificate-question', 'replica.blocks.html') : page('elearn/05-certificate-question');
}

const COURSES: Record<string, string> = {
  '/info/10012346': 'replica.zero.html',
  '/info/10012347': 'replica.restricted.html',
  '/info/10012348': 'replica.enrolled.html',
  '/info/10012349': 'replica.plain.html',
};

function coursePage(path: string, page: PageOf): SiteAnswer {
  return page('elearn/13-course-page', COURSES[path] ?? 'replica.html');
}

function egov({ path, query }: SiteRequest, edition: Edition, page: PageOf): SiteAnswer | null {
  const isSimple = [...query].some(([key, value]) => key.toLowerCase() === 'ver' && value.toLowerCase() === 'simple');
  switch (path.toLowerCase()) {
    case '/':
      return page(edition.frontIsChooser ? 'egov/02-login-chooser' : 'egov/01-front-page');
    case '/portal/clogin.aspx':
      return page(isSimple ? 'egov/03-simple-login' : 'egov/02-login-chooser');
    case '/portal/portallogin.aspx':
      return page('egov/02-login-chooser');
    case '/portal/person/initial/registry.aspx':
      return query.get('type') === 'official' ? page('egov/08-member-kind', 'replica.civil.html') : page('egov/04-registration');
    case '/portal/person/initial/registrysuccess.aspx':
      return page('egov/05-success');
    case '/portal/person/initial/sendpasswordmail.aspx':
      return page('egov/06-forgot-password');
    case '/portal/cpuser/update.aspx':
      return page('egov/07-member-data');
    default:
      return null;
  }
}
