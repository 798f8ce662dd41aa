import type { Edition } from './editions';
import type { Faults } from './faults';

/** What one of the sites is asked for. */
export interface SiteRequest {
  host: string;
  /** As in an address, with or without capitals. */
  path: string;
  query: URLSearchParams;
  /** What was chosen in a form that was sent: radios, boxes, hidden fields. Null where none was. */
  sent: URLSearchParams | null;
}

/** What the sites remember of somebody. Counts of what has happened to them because of the faults, too. */
export interface SiteMemory {
  isLoggedIn: boolean;
  hasSeenNotice: boolean;
  captchasWrong: number;
  hasExpired: boolean;
  wasLocked: boolean;
  /** The next look at the login says so. */
  isToldLocked: boolean;
}

export const NO_MEMORY: SiteMemory = { isLoggedIn: false, hasSeenNotice: false, captchasWrong: 0, hasExpired: false, wasLocked: false, isToldLocked: false };

/** Where a page leads away from the two sites. */
export type Elsewhere = 'google' | 'facebook' | 'apple' | 'ecpa' | 'lookalike';

/** A site that only looks like e等公務園. The ending belongs to nobody (RFC 2606). */
export const LOOKALIKE_HOST = 'elearn.hrd.gov.tw.login.example';

export type SiteReply = (
  | {
      /** A replica below content-rules/. */
      replica: string;
      /** The page goes on by itself, after so many seconds. */
      goesOn?: { after: number; to: string };
      /** It is the form that was sent, come back: what was filled in stays, but for passwords and captcha. */
      isBack?: true;
    }
  | { redirect: string }
  | { elsewhere: Elsewhere }
  /** The certificate, which nobody has a picture of. */
  | { certificate: true }
) & { remembers?: Partial<SiteMemory> };

const NO_FAULTS: Faults = new Set();

/** Both sites played from the replicas: what each address answers, as far as the facts tell, and the invented addresses of the unknown pages. */
export class Sites {
  constructor(
    readonly edition: Edition,
    readonly faults: Faults = NO_FAULTS,
  ) {}

  /** @returns null for a page that the sites do not have */
  answer(request: SiteRequest, memory: SiteMemory): SiteReply | null {
    switch (request.host) {
      case 'elearn.hrd.gov.tw':
        return this.#elearn(request, memory);
      case 'www.cp.gov.tw':
        return this.#egov(request, memory);
      case 'www.gov.tw':
        return request.path === '/' ? this.#page('portal/01-front-page') : null;
      case 'ecpa.dgpa.gov.tw':
        return { elsewhere: 'ecpa' };
      case LOOKALIKE_HOST:
        return request.path === '/' ? this.#page('elearn/01-home') : { elsewhere: 'lookalike' };
      default:
        return null;
    }
  }

  #page(folder: string, file = this.edition.replicas[folder] ?? 'replica.html'): { replica: string } {
    return { replica: `${folder}/${file}` };
  }

  #elearn({ path, query, sent }: SiteRequest, memory: SiteMemory): SiteReply | null {
    const field = (name: string) => query.get(name) ?? sent?.get(name) ?? null;
    const isAnnounced = this.faults.has('announcement') ? 'replica.news.html' : undefined;
    const hasNotice = this.edition.hasNotice || this.faults.has('busy-notice');
    switch (path.toLowerCase()) {
      case '/':
      case '/index.php':
      case '/mooc/index.php':
        return this.#page(memory.isLoggedIn ? 'elearn/10-home-logged-in' : 'elearn/01-home', isAnnounced);
      case '/mooc/co_login_dialog.php': {
        if (!hasNotice || query.has('code') || memory.hasSeenNotice) return this.#page('elearn/03-login-chooser');
        return { ...this.#page('elearn/02-busy-notice'), remembers: { hasSeenNotice: true } };
      }
      case '/mooc/co_new_member.php':
        return this.edition.hasUnknownScreen ? this.#page('elearn/04-new-member-screen') : this.#firstQuestion();
      case '/mooc/co_new_member_1.php':
      case '/mooc/co_new_member_all.php':
        return this.#firstQuestion();
      case '/mooc/co_new_member_2.php':
        return field('need') === '0' ? { redirect: '/mooc/co_new_member_no.php' } : this.#page('elearn/06-account-question');
      case '/mooc/co_new_member_3.php':
        return field('have') === '1' ? { redirect: '/mooc/co_gov_login_guide.php?identity=2' } : this.#page('elearn/07-wizard-end');
      case '/mooc/co_gov_login_guide.php':
        return this.#page('elearn/08-guide-page');
      case '/mooc/co_google_login.php':
        return { elsewhere: 'google' };
      case '/mooc/co_fb_login.php':
        return { elsewhere: 'facebook' };
      case '/mooc/co_apple_login.php':
        return { elsewhere: 'apple' };
      case '/egov_login.php':
        if (this.faults.has('account-locked') && !memory.wasLocked)
          return { redirect: 'https://www.cp.gov.tw/portal/Clogin.aspx?ver=Simple&Level=1', remembers: { wasLocked: true, isToldLocked: true } };
        // It goes on by itself, as the real one does.
        return { ...this.#page('elearn/09-bounce'), goesOn: { after: 1, to: '/mooc/index.php' }, remembers: { isLoggedIn: true } };
      case '/logout.php':
        return { redirect: '/', remembers: { isLoggedIn: false } };
      case '/mooc/user/learn_dashboard.php':
        return this.#page('elearn/11-dashboard');
      case '/mooc/user/registration_center.php':
        return this.#page('elearn/12-course-centre');
      case '/mooc/user/learn_dashboard_ga.php':
        return this.#page('elearn/14-record');
      case '/mooc/user/learn_dashboard_ga_print.php':
        return { certificate: true };
      case '/mooc/explorer.php':
        return this.#page('elearn/15-course-list');
      case '/mooc/co_news_dialog.php':
        return { replica: 'lookalikes/news-dialog.html' };
      case '/mooc/co_faq.php':
        return { replica: 'lookalikes/faq-paragraphs.html' };
      default:
        return /^\/info\/\d{8}$/.test(path) ? this.#page('elearn/13-course-page', COURSES[path]) : null;
    }
  }

  #firstQuestion(): SiteReply {
    return this.#page('elearn/05-certificate-question', this.edition.isOnePageWizard ? 'replica.blocks.html' : undefined);
  }

  #egov({ path, query, sent }: SiteRequest, memory: SiteMemory): SiteReply | null {
    const isSimple = [...query].some(([key, value]) => key.toLowerCase() === 'ver' && value.toLowerCase() === 'simple');
    switch (path.toLowerCase()) {
      case '/':
        return this.#page(this.edition.frontIsChooser ? 'egov/02-login-chooser' : 'egov/01-front-page');
      case '/portal/clogin.aspx':
        if (isSimple && memory.isToldLocked) return { replica: 'egov/03-simple-login/replica.locked.html', remembers: { isToldLocked: false } };
        return this.#page(isSimple ? 'egov/03-simple-login' : 'egov/02-login-chooser');
      case '/portal/portallogin.aspx':
        return this.#page('egov/02-login-chooser');
      case '/portal/googlelogin.aspx':
        return { elsewhere: 'google' };
      case '/portal/facebooklogin.aspx':
        return { elsewhere: 'facebook' };
      case '/portal/person/initial/registry.aspx':
        return query.get('type') === 'official' ? this.#page('egov/08-member-kind', 'replica.civil.html') : this.#page('egov/04-registration');
      case '/portal/person/initial/registrysuccess.aspx':
        return (sent !== null && this.#formBack(memory)) || this.#page('egov/05-success');
      case '/portal/person/initial/sendpasswordmail.aspx':
        return this.#page('egov/06-forgot-password');
      case '/portal/cpuser/update.aspx':
        return this.#page('egov/07-member-data');
      default:
        return null;
    }
  }

  /** What the form comes back for, one thing after the other. */
  #formBack({ hasExpired, captchasWrong }: SiteMemory): SiteReply | null {
    if (this.faults.has('form-expired') && !hasExpired)
      return { replica: 'egov/04-registration/replica.expired.html', isBack: true, remembers: { hasExpired: true } };
    if (this.faults.has('captcha-wrong') && captchasWrong < CAPTCHAS_WRONG)
      return { replica: 'egov/04-registration/replica.captcha.html', isBack: true, remembers: { captchasWrong: captchasWrong + 1 } };
    return null;
  }
}

const CAPTCHAS_WRONG = 2;

const COURSES: Record<string, string> = {
  '/info/10012346': 'replica.zero.html',
  '/info/10012347': 'replica.restricted.html',
  '/info/10012348': 'replica.enrolled.html',
  '/info/10012349': 'replica.plain.html',
};

/** What a course of the catalogue is, as its page says. */
export function courseAt(path: string): 'hours' | 'none' | 'restricted' | null {
  if (!/^\/info\/\d{8}$/.test(path)) return null;
  return path === '/info/10012346' ? 'none' : path === '/info/10012347' ? 'restricted' : 'hours';
}
