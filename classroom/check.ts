/** What a document says of itself: as much of an explanation as the check needs. */
export interface Told {
  verdict: string;
  page: string | null;
  target: object | null;
  why: readonly { page: string; condition: string; passed: boolean }[];
}

/** Green: told, and what is to be pressed is found. Yellow: told, but not all of it is there. Red: not told, or it is another page. */
export type Light = 'green' | 'yellow' | 'red';

/** What came of one page, and why it is not green. */
export interface Finding {
  light: Light;
  /** `silent`: no guide answered, so that nothing was opened, or another site. */
  fault: 'none' | 'instead' | 'missing' | 'no-target' | 'several' | 'unknown' | 'other-page' | 'silent';
  /** The page that came instead, or that the address may show as well. Null: the page itself, or none that is known. */
  instead: string | null;
  /** Conditions of the page's rule that failed. */
  failed: string[];
}

/** How the check stands. `watching`: all addresses are through, and pages that one presses one's way to are waited for. */
export interface CheckState {
  phase: 'ready' | 'no-access' | 'opening' | 'watching' | 'stopped';
  /** The page whose address is being opened. */
  opening: string | null;
  findings: Readonly<Record<string, Finding>>;
}

export const NOT_CHECKED: CheckState = { phase: 'ready', opening: null, findings: {} };

/** How an explanation begins what it says of ways to find what is to be pressed: one that leads nowhere does not matter where another does. */
const OF_TARGET = /^to point at: /;

/**
 * What the documents of a tab say of the page that was expected there; the best of them counts, as a dialog's frame may be the page.
 *
 * @param or pages that are just as good
 */
export function judge(page: string, or: readonly string[], documents: readonly Told[]): Finding {
  const found = documents.map((told) => judgeOne(page, or, told));
  return found.reduce(better, { light: 'red', fault: 'silent', instead: null, failed: [] });
}

/** The finding that says more good of a page; the first where both say the same. */
export function better(one: Finding, other: Finding): Finding {
  return worth(other) > worth(one) ? other : one;
}

function worth({ light, fault }: Finding): number {
  return (
    { green: 10, yellow: 5, red: 0 }[light] + { none: 4, instead: 4, missing: 4, 'no-target': 3, several: 2, 'other-page': 2, unknown: 1, silent: 0 }[fault]
  );
}

function judgeOne(page: string, or: readonly string[], { verdict, page: shown, target, why }: Told): Finding {
  const isTold = verdict === 'recognised' || verdict === 'degraded';
  const isExpected = shown === page || (shown !== null && or.includes(shown));
  const of = isTold && isExpected ? shown : page;
  const failed = why.filter((line) => line.page === of && !line.passed).map(({ condition }) => condition);
  const instead = isTold && shown !== page ? shown : null;
  if (isTold && !isExpected) return { light: 'red', fault: 'other-page', instead, failed };
  if (verdict === 'ambiguous' && why.some((line) => line.page === page)) return { light: 'yellow', fault: 'several', instead: null, failed };
  if (!isTold) return { light: 'red', fault: 'unknown', instead: null, failed };
  if (verdict === 'degraded') return { light: 'yellow', fault: 'no-target', instead, failed };
  const missing = failed.filter((condition) => target === null || !OF_TARGET.test(condition));
  if (instead !== null) return { light: 'yellow', fault: 'instead', instead, failed: [] };
  return missing.length > 0 ? { light: 'yellow', fault: 'missing', instead, failed: missing } : { light: 'green', fault: 'none', instead, failed: [] };
}
