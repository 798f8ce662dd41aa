/** One picture of the printed steps: a page of the sites, and who is in front of it. */
export interface Picture {
  /** Names the picture: in its frame's address and for tests. */
  id: string;
  step: number;
  /** Folder below content-rules/; the page that the guide must tell there. Null where nobody has seen the page, so that no rule knows it. */
  page: string | null;
  /** File below content-rules/. */
  replica: string;
  address: string;
  /** Whether the person has an account by then. */
  account: 'yes' | 'no';
  /** The page stands in the login dialog's frame. */
  framed?: true;
  /** Parts of the page whose omission costs the hours, by the site's own words: marked once more. */
  essential?: readonly string[];
}

const ELEARN = 'https://elearn.hrd.gov.tw';
const EGOV = 'https://www.cp.gov.tw';

/** The journey in pictures, in its order. Each step has one or several. */
export const PICTURES: readonly Picture[] = [
  { id: 'home', step: 1, page: 'elearn/01-home', replica: 'elearn/01-home/replica.html', address: `${ELEARN}/`, account: 'no' },
  {
    id: 'chooser',
    step: 2,
    page: 'elearn/03-login-chooser',
    replica: 'elearn/03-login-chooser/replica.html',
    address: `${ELEARN}/mooc/co_login_dialog.php`,
    account: 'no',
    framed: true,
  },
  {
    id: 'new-member',
    step: 3,
    page: null,
    replica: 'elearn/04-new-member-screen/replica.html',
    address: `${ELEARN}/mooc/co_new_member.php`,
    account: 'no',
    framed: true,
  },
  {
    id: 'certificate',
    step: 4,
    page: 'elearn/05-certificate-question',
    replica: 'elearn/05-certificate-question/replica.html',
    address: `${ELEARN}/mooc/co_new_member_1.php`,
    account: 'no',
  },
  {
    id: 'account',
    step: 5,
    page: 'elearn/06-account-question',
    replica: 'elearn/06-account-question/replica.html',
    address: `${ELEARN}/mooc/co_new_member_2.php`,
    account: 'no',
  },
  {
    id: 'wizard-end',
    step: 6,
    page: 'elearn/07-wizard-end',
    replica: 'elearn/07-wizard-end/replica.html',
    address: `${ELEARN}/mooc/co_new_member_3.php`,
    account: 'no',
  },
  { id: 'egov-front', step: 7, page: 'egov/01-front-page', replica: 'egov/01-front-page/replica.front.html', address: `${EGOV}/`, account: 'no' },
  {
    id: 'member-kind',
    step: 7,
    page: 'egov/08-member-kind',
    replica: 'egov/08-member-kind/replica.html',
    address: `${EGOV}/portal/person/initial/Registry.aspx`,
    account: 'no',
  },
  {
    id: 'form',
    step: 8,
    page: 'egov/04-registration',
    replica: 'egov/04-registration/replica.html',
    address: `${EGOV}/portal/person/initial/Registry.aspx`,
    account: 'no',
    essential: ['中文姓名', '身分證字號'],
  },
  {
    id: 'success',
    step: 9,
    page: 'egov/05-success',
    replica: 'egov/05-success/replica.html',
    address: `${EGOV}/portal/person/initial/RegistrySuccess.aspx`,
    account: 'no',
  },
  { id: 'home-again', step: 10, page: 'elearn/01-home', replica: 'elearn/01-home/replica.html', address: `${ELEARN}/`, account: 'yes' },
  {
    id: 'chooser-again',
    step: 10,
    page: 'elearn/03-login-chooser',
    replica: 'elearn/03-login-chooser/replica.html',
    address: `${ELEARN}/mooc/co_login_dialog.php`,
    account: 'yes',
    framed: true,
  },
  {
    id: 'guide-page',
    step: 10,
    page: 'elearn/08-guide-page',
    replica: 'elearn/08-guide-page/replica.html',
    address: `${ELEARN}/mooc/co_gov_login_guide.php`,
    account: 'yes',
    framed: true,
  },
  {
    id: 'login-kind',
    step: 10,
    page: 'egov/02-login-chooser',
    replica: 'egov/02-login-chooser/replica.html',
    address: `${EGOV}/portal/PortalLogin.aspx`,
    account: 'yes',
  },
  {
    id: 'login',
    step: 10,
    page: 'egov/03-simple-login',
    replica: 'egov/03-simple-login/replica.html',
    address: `${EGOV}/portal/Clogin.aspx`,
    account: 'yes',
  },
  {
    id: 'own-area',
    step: 11,
    page: 'elearn/10-home-logged-in',
    replica: 'elearn/10-home-logged-in/replica.html',
    address: `${ELEARN}/mooc/index.php`,
    account: 'yes',
  },
  {
    id: 'course-centre-link',
    step: 11,
    page: 'elearn/11-dashboard',
    replica: 'elearn/11-dashboard/replica.html',
    address: `${ELEARN}/mooc/user/learn_dashboard.php`,
    account: 'yes',
  },
  {
    id: 'course-centre',
    step: 11,
    page: 'elearn/12-course-centre',
    replica: 'elearn/12-course-centre/replica.html',
    address: `${ELEARN}/mooc/user/registration_center.php`,
    account: 'yes',
  },
  { id: 'course', step: 11, page: 'elearn/13-course-page', replica: 'elearn/13-course-page/replica.html', address: `${ELEARN}/info/10012345`, account: 'yes' },
];

/** A place on a drawn page, in its CSS pixels. */
export interface PicturePlace {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What has come of drawing a picture. */
export interface PictureDrawn {
  width: number;
  height: number;
  /** What the guide took the page for; null where it told none. */
  page: string | null;
  /** What it points at, one after the other: part of the rule's target → place. */
  targets: readonly { part: number; place: PicturePlace }[];
  /** The wrong choices that cost somebody their hours. */
  mistakes: readonly { caution: string; isChoice: boolean; place: PicturePlace }[];
}
