/** What a trainer can switch on, so that a class meets it here first. The words for them stand in the locales under `practice.faults`. */
export const FAULTS = [
  /** The notice mail comes only when the person looks a third time. */
  'mail-late',
  /** It lies among the junk mail. */
  'mail-in-junk',
  /** The form comes back twice because of the captcha. */
  'captcha-wrong',
  /** The form comes back once with both passwords empty. */
  'form-expired',
  /** The first login is answered by a locked account. */
  'account-locked',
  /** An announcement lies over the home page. */
  'announcement',
  /** The busy notice comes before the login. */
  'busy-notice',
  /** Google stands first among the logins. */
  'google-first',
  /** Pages are built otherwise than ever before; the words stay. */
  'redesigned',
  /** The mail's link leads to a site that only looks like e等公務園. */
  'lookalike',
] as const;

export type Fault = (typeof FAULTS)[number];
export type Faults = ReadonlySet<Fault>;
