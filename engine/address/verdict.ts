/** By what an address passes for an official one. */
export type Trick =
  /** Letters that look like others: of another script, 0 for o, rn for m. */
  | 'confusable'
  /** The official host stands before an 「@」, where it says nothing. */
  | 'user-info'
  /** The official host is only the beginning of a longer one. */
  | 'embedded'
  /** Its words with hyphens for dots, or with dots left out. */
  | 'hyphens'
  /** Its words under another ending. */
  | 'other-ending'
  /** One or two letters are other, missing or too many. */
  | 'letters'
  /** 「gov.tw」 stands somewhere, but not at the end, or with no dot before it. */
  | 'government-ending';

/** Why an address cannot be called right, though nothing says that it is wrong. */
export type Doubt =
  | 'unlisted'
  /** Another address of the government. */
  | 'government'
  /** Of the government, and so much like a listed one that it may be mistyped. */
  | 'nearly-official'
  | 'below-official'
  /** The right host, not over https. */
  | 'not-secure'
  /** The right host, another port. */
  | 'port'
  /** Something stands before an 「@」. */
  | 'user-info'
  /** The right host, but written oddly, or with something beside it that may belong to it. */
  | 'odd'
  /** A number in place of a name. */
  | 'number'
  | 'shortener';

export type Unreadable = 'nothing' | 'not-web' | 'mail-address' | 'several' | 'too-long';

/** What is thought of one address. `host` is as browsers write it: lower case, other scripts as `xn--`; of the rest of the address nothing is kept. */
export type AddressVerdict =
  | { readonly kind: 'official'; readonly host: string }
  /** `official` is the host it resembles; null where it only passes for one of the government. */
  | { readonly kind: 'lookalike'; readonly host: string; readonly official: string | null; readonly trick: Trick }
  /** `official` is the listed host that is meant, where one is. */
  | { readonly kind: 'unsure'; readonly host: string; readonly official: string | null; readonly why: Doubt }
  | { readonly kind: 'unreadable'; readonly why: Unreadable };
