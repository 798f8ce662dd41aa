import { listening } from '../browser/ears';
import { CHOOSER, FORM, QUESTION } from '../browser/held-pages';

/** One of the four choices that are held: the page it is on, and what stands there of it in the replica. */
export interface HeldChoice {
  words: string;
  /** Host and path. */
  address: string;
  replica: string;
  /** The replica's own control. */
  control: string;
  /** What the page needs besides, so that the choice is held. */
  change?: readonly (readonly [string, string])[];
  /** It stands in a form that it sends. */
  isInForm: boolean;
}

const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

/** All that is ever held: one control of each of the four cautions. */
export const HELD_CHOICES: readonly HeldChoice[] = [
  {
    words: 'facebook',
    address: CHOOSER,
    replica: 'elearn/03-login-chooser/replica.html',
    control: `<a class="social fb_btn" href="/mooc/co_fb_login.php" target="_top"><img alt="facebook" width="126" height="28" src="${PIXEL}"></a>`,
    isInForm: false,
  },
  {
    words: '下一步',
    address: QUESTION,
    replica: 'elearn/05-certificate-question/replica.html',
    control: '<button type="submit" class="btn btn-primary">下一步</button>',
    change: [['value="0" required', 'value="0" required checked']],
    isInForm: true,
  },
  {
    words: '申請公務帳號',
    address: FORM,
    replica: 'egov/04-registration/replica.html',
    control: '<a id="ctl00_ContentPlaceHolder1_lnk_official" href="/portal/person/initial/Registry.aspx?type=official">申請公務帳號</a>',
    isInForm: false,
  },
  {
    words: '建立我的帳戶',
    address: FORM,
    replica: 'egov/04-registration/replica.html',
    control: '<input type="submit" name="ctl00$ContentPlaceHolder1$btn_create" id="ctl00_ContentPlaceHolder1_btn_create" value="建立我的帳戶">',
    isInForm: true,
  },
];

const HEARS = (what: string) => `window.heard.push('${what}')`;

/** How the control may be built, by its words. Each acts in its own way and has the id `held`. */
export const BUILDS = {
  button: (words) => `<button id="held">${words}</button>`,
  'submit input': (words) => `<input type="submit" id="held" value="${words}">`,
  link: (words) => `<a id="held" href="/elsewhere">${words}</a>`,
  'link for a new tab': (words) => `<a id="held" href="/elsewhere" target="_blank">${words}</a>`,
  'picture in a link': (words) => `<a href="/elsewhere"><img id="held" alt="${words}" width="120" height="30" src="${PIXEL}"></a>`,
  'javascript: link': (words) => `<a id="held" href="javascript:${HEARS('script')}">${words}</a>`,
  'handler in the markup': (words) => `<button type="button" id="held" onclick="${HEARS('inline')}">${words}</button>`,
  'button by role': (words) =>
    `<div role="button" tabindex="0" id="held" style="width: 140px" onclick="${HEARS('inline')}" onkeydown="${HEARS('key')}">${words}</div>`,
  'button that acts when the mouse goes down': (words) =>
    `<button type="button" id="held" onpointerdown="${HEARS('early')}" onmousedown="${HEARS('early')}" onmouseup="${HEARS('early')}">${words}</button>`,
  'button that acts at a touch and cancels the click': (words) =>
    `<button type="button" id="held" ontouchstart="${HEARS('early')}" ontouchend="event.preventDefault(); ${HEARS('early')}">${words}</button>`,
  'button that acts at keys': (words) => `<button type="button" id="held" onkeydown="${HEARS('key')}" onkeyup="${HEARS('key')}">${words}</button>`,
  'button with an access key': (words) => `<button id="held" accesskey="k">${words}</button>`,
  'button with a label': (words) => `<label id="label" for="held" style="margin-right: 40px">${words}</label><button id="held">${words}</button>`,
  'button in an open shadow root': (words) => `<div id="host"><template shadowrootmode="open"><button id="held">${words}</button></template></div>`,
  'button in two shadow roots': (words) =>
    `<div id="host"><template shadowrootmode="open"><section><template shadowrootmode="open"><button id="held">${words}</button></template></section></template></div>`,
} satisfies Record<string, (words: string) => string>;

export type Build = keyof typeof BUILDS;

/** The page of a choice with its control built otherwise. It writes down what it hears. */
export function pageOf({ replica, control, words, change = [] }: HeldChoice, build: Build): string {
  return listening(replica, { change: [...change, [control, BUILDS[build](words)]] });
}
