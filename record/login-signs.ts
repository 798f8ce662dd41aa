import { normalise } from '../engine/normalise';
import { safely } from './safe-dom';

/** What a document shows of whether someone is logged in. */
export interface LoginSigns {
  loggedIn: boolean;
  /** It offers a way to log in or to register, as it does to someone who is not logged in. */
  guest: boolean;
}

/** Only someone who is logged in gets to read these. A few that strangers may read, too: better one too many. */
const LOGGED_IN_WORDS =
  /登出|修改會員資料|會員資料修改|變更密碼|修改密碼|個人專區|個人資料維護|我的課程|學習紀錄|平台識別碼|上次登入|您好|你好|歡迎回來|logout|logoff|signout|log out|sign out/iu;
const LOGGED_IN_ADDRESS = /log-?(?:out|off)|sign-?(?:out|off)/i;
const LOGGED_IN_ELEMENTS = '.co-username, [class*="username" i], [id*="username" i]:not(input):not(label), [class*="logout" i], [id*="logout" i]';

/** Names of what a stranger is offered. */
const GUEST_NAMES = new Set(
  ['登入', '會員登入', '加入會員', '帳號登入', '我的e政府帳號登入', '建立我的帳戶', '新會員第一次登入請看此', '登入我的e政府'].map(normalise),
);

/** Pages that only someone sees who is not logged in. The registration form's own sequel is none: it may greet by name. */
const GUEST_PAGES = /^(?:elearn\/0[1-8]-|egov\/0[1-4]-)/;

/** Reads the signs of one document, hidden parts and open shadow roots too. No value of a field is looked at. */
export function loginSigns(document: Document): LoginSigns {
  const signs: LoginSigns = { loggedIn: false, guest: false };
  const dom = safely(document);
  const visit = (node: Node) => {
    if (node.nodeType === 3) {
      signs.loggedIn ||= LOGGED_IN_WORDS.test((node as Text).data.normalize('NFKC'));
      return;
    }
    const name = dom.nameOf(node);
    if (name === null || name === 'script' || name === 'style' || name === 'textarea') return;
    const element = node as Element;
    const attribute = (which: string) => dom.attribute(element, which) ?? '';
    const said = ['title', 'alt', 'aria-label'].map(attribute);
    if (name === 'input' && /^(?:submit|button|reset)$/i.test(attribute('type'))) said.push(attribute('value'));
    signs.loggedIn ||= said.some((words) => LOGGED_IN_WORDS.test(words.normalize('NFKC')));
    signs.loggedIn ||= ['href', 'action', 'onclick', 'formaction'].some((which) => LOGGED_IN_ADDRESS.test(attribute(which)));
    signs.loggedIn ||= dom.matches(element, LOGGED_IN_ELEMENTS);
    if (name === 'a' || name === 'button' || name === 'input') {
      signs.guest ||= [name === 'input' ? '' : dom.text(element), ...said].some((words) => GUEST_NAMES.has(normalise(words)));
    }
    for (const child of dom.children(element)) visit(child);
  };
  if (dom.root !== null) visit(dom.root);
  return signs;
}

export type Login = 'guest' | 'seen' | 'unsure';

/**
 * Settles it for a whole tab. One sign in one frame is enough to count as logged in. To count as not logged in, some document must
 * offer the login or be known to the guide as a page for strangers, and the guide must know none as a page behind the login.
 */
export function settleLogin(signs: readonly LoginSigns[], pages: readonly (string | null)[]): Login {
  const known = pages.filter((page) => page !== null);
  if (signs.some(({ loggedIn }) => loggedIn)) return 'seen';
  if (known.some((page) => !GUEST_PAGES.test(page) && !page.startsWith('portal/'))) return 'unsure';
  return signs.some(({ guest }) => guest) || known.some((page) => GUEST_PAGES.test(page)) ? 'guest' : 'unsure';
}
