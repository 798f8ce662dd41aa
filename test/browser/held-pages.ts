import { listening } from './ears';

/** Host and path of the pages on which something is held, or nearly. */
export const CHOOSER = 'elearn.hrd.gov.tw/mooc/co_login_dialog.php';
export const QUESTION = 'elearn.hrd.gov.tw/mooc/co_new_member_1.php';
export const ROLES = 'elearn.hrd.gov.tw/mooc/co_new_member_roles.php';
export const FORM = 'www.cp.gov.tw/portal/person/initial/Registry.aspx';
export const EGOV_CHOOSER = 'www.cp.gov.tw/portal/portallogin.aspx';

const CHOSEN_BY_SCRIPT = `aria-checked="false"
      onclick="for (const r of this.parentNode.children) r.setAttribute('aria-checked', r === this); this.closest('form').elements.need.value = '0'"`;
const PRESSED_BY_SCRIPT = `onclick="window.heard.push('inline'); this.closest('form').requestSubmit()"`;

/** Replicas that write down what they hear, by their address. */
export const HELD_PAGES: Record<string, string> = {
  // A login of each build: a picture, a `javascript:` link (#script), a handler in the markup (#inline).
  [CHOOSER]: listening('elearn/03-login-chooser/replica.html', {
    change: [
      ['href="/mooc/co_google_login.php"', 'id="script" href="javascript:window.heard.push(\'script\')"'],
      ['href="/mooc/co_apple_login.php"', 'id="inline" onclick="window.heard.push(\'inline\')" href="/mooc/co_apple_login.php"'],
    ],
  }),
  // 否 is chosen, 下一步 (#next) has a label.
  [QUESTION]: listening('elearn/05-certificate-question/replica.html', {
    change: [
      ['<button type="submit"', '<label for="next" style="margin: 0 40px">下一步</label><button type="submit" id="next"'],
      ['value="0" required', 'value="0" required checked'],
    ],
  }),
  // The same of roles alone: a script of the page presses 下一步 (#next) when it hears the key.
  [ROLES]: listening('elearn/05-certificate-question/replica.aria.html', {
    change: [
      ['<button>下一步</button>', `<div id="next" role="button" tabindex="0" ${PRESSED_BY_SCRIPT}>下一步</div>`],
      [CHOSEN_BY_SCRIPT, 'aria-checked="true"'],
    ],
  }),
  [FORM]: listening('egov/04-registration/replica.html'),
  [EGOV_CHOOSER]: listening('egov/02-login-chooser/replica.html'),
};
