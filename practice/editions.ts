/** Which build of each page the replica site shows. Nobody knows the real ones, so a walk is tried on several. */
export interface Edition {
  /** Folder below content-rules/ → replica file. `replica.html` where nothing is said. */
  replicas: Readonly<Record<string, string>>;
  /** The busy notice comes before the chooser. */
  hasNotice: boolean;
  /** An unknown screen comes between the chooser and the first question. */
  hasUnknownScreen: boolean;
  /** The wizard is one page with blocks. */
  isOnePageWizard: boolean;
  /** The front page of the account site leads to the dead-end chooser instead. */
  frontIsChooser: boolean;
}

const PLAIN: Edition = { replicas: {}, hasNotice: true, hasUnknownScreen: true, isOnePageWizard: false, frontIsChooser: false };

export const EDITIONS = {
  /** As in the pictures of 2026. */
  'as-in-2026': { ...PLAIN, replicas: { 'egov/01-front-page': 'replica.front.html' } },
  /** As told in 2021, built with tables. */
  tables: {
    ...PLAIN,
    hasNotice: false,
    hasUnknownScreen: false,
    replicas: {
      'elearn/01-home': 'replica.2021.html',
      'elearn/03-login-chooser': 'replica.2021.html',
      'elearn/05-certificate-question': 'replica.table.html',
      'elearn/06-account-question': 'replica.table.html',
      'elearn/07-wizard-end': 'replica.table.html',
      'elearn/08-guide-page': 'replica.2021.html',
      'elearn/10-home-logged-in': 'replica.2021.html',
      'egov/03-simple-login': 'replica.plain.html',
      'egov/04-registration': 'replica.labels.html',
      'egov/05-success': 'replica.link.html',
      'elearn/12-course-centre': 'replica.cards.html',
    },
  },
  /** Roles instead of elements, placeholders instead of labels, pictures instead of names. */
  modern: {
    ...PLAIN,
    replicas: {
      'elearn/02-busy-notice': 'replica.plain.html',
      'elearn/03-login-chooser': 'replica.addresses.html',
      'elearn/04-new-member-screen': 'replica.welcome.html',
      'elearn/05-certificate-question': 'replica.aria.html',
      'elearn/06-account-question': 'replica.aria.html',
      'egov/01-front-page': 'replica.single.html',
      'egov/02-login-chooser': 'replica.modal.html',
      'egov/04-registration': 'replica.placeholders.html',
      'egov/05-success': 'replica.dialog.html',
      'elearn/10-home-logged-in': 'replica.html',
      'elearn/11-dashboard': 'replica.list.html',
    },
  },
  /** What people practise on: as in 2026, with nothing in the way that a trainer has not put there. */
  practice: { ...PLAIN, hasNotice: false, replicas: { 'egov/01-front-page': 'replica.front.html' } },
  /** A wizard of blocks shown and hidden; the account site's front page is the dead end of 「eGOV登入頁」. */
  'dead-end': { ...PLAIN, hasNotice: false, hasUnknownScreen: false, isOnePageWizard: true, frontIsChooser: true },
} as const satisfies Record<string, Edition>;

export type EditionName = keyof typeof EDITIONS;
