/** Inputs into which nobody types. */
const NOT_TYPED = ['button', 'checkbox', 'color', 'file', 'hidden', 'image', 'radio', 'range', 'reset', 'submit'];
/** A list tells of a person only where it is about one. */
const PERSONAL_LIST = ['autocomplete', 'id', 'name'].flatMap((key) => ['birth', 'bday', 'sex', 'gender'].map((word) => `select[${key}*="${word}" i]`));
/** Everything that can be typed into, whatever its name says: what a redesigned form calls its fields cannot be known. */
const TYPED = [
  `input:not(${NOT_TYPED.map((type) => `[type="${type}" i]`)})`,
  'textarea',
  '[contenteditable]:not([contenteditable="false" i])',
  '[role="textbox" i]',
  ...PERSONAL_LIST,
];

/** Words of a field in which courses are looked for, unless it is one about a person. */
const OF_COURSES = ['搜尋', '關鍵字', '時數'];
const OF_PEOPLE = ['身分證', '姓名', '帳號', '信箱', '電話', '手機'];
const COURSE_FIELDS = ['placeholder', 'aria-label', 'title'].flatMap((key) =>
  OF_COURSES.map((word) => `[${key}*="${word}"]:not(${OF_PEOPLE.map((personal) => `[${key}*="${personal}"]`)})`),
);
/** What the class may see: what is searched for, and what is read off a picture beside it. A code that comes by text message has no picture. */
const SHOWN = ['[type="search" i]', '[role="search" i] input', ...COURSE_FIELDS, 'input:has(+ img[alt*="驗證碼"])'];

/**
 * The fields that a class must not read: all that can be typed into, but for a search and a code from a picture. In doubt it is one.
 * A selector and nothing else, so that the browser's own style engine can ask the same (`HIDDEN_TEXT`).
 */
export const PROTECTED = `:is(${TYPED.join(', ')}):is([type="password" i], :not(${SHOWN.join(', ')}))`;

/**
 * Takes the colour from what stands in them, for the moments in which a field has moved and its cover has not yet: a page that scrolls is
 * drawn before any script hears of it. A sheet of the user's, which no page can outdo; nothing of the page's own elements changes.
 */
export const HIDDEN_TEXT = [`${PROTECTED}, ${PROTECTED} *`, `:is(${PROTECTED})::selection`]
  .map((who) => `${who} { -webkit-text-fill-color: transparent !important; -webkit-text-stroke-color: transparent !important; text-shadow: none !important; }`)
  .join('\n');
