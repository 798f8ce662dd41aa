/** Elements that stand as blocks of their own, by their names. */
export const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** Nothing in these is read as text: scripts, and what a person has typed or may choose. */
export const SKIPPED = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'textarea',
  'select',
  'object',
  'svg',
  'iframe',
  'frame',
  'canvas',
  'audio',
  'video',
]);
