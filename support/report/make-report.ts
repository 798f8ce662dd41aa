import type { PageFacts } from '../../engine/facts/types';
import type { Progress } from '../../engine/progress';
import type { Verdict } from '../../engine/verdict';
import { CHANGES_AT_MOST } from './changes';
import { DOCUMENTS_AT_MOST, KIND, type Screen, type SupportReport, supportReport, VERSION, type Versions } from './format';
import { toldJourney, toldVerdict } from './tell';
import type { VerdictChange } from './verdict-format';

/** What one document hands over: nothing but words of the rules, shapes, numbers and states. */
export interface SeenDocument {
  /** As `toldFacts` leaves them. */
  facts: PageFacts;
  /** With empty names. */
  verdict: Verdict;
  progress: Progress;
  depth: number;
  sentHere: boolean;
}

export interface Seen {
  versions: Versions;
  screen: Screen;
  changes: readonly VerdictChange[];
  /** In the order in which the browser counts its frames. */
  documents: readonly SeenDocument[];
}

/**
 * Puts a report together. A tab in which no document has answered gives one without its page.
 * @throws where something is in it that may not be: a fault of ours
 */
export function makeReport({ versions, screen, changes, documents }: Seen): SupportReport {
  const [first] = documents;
  return supportReport.parse({
    kind: KIND,
    version: VERSION,
    versions,
    screen,
    changes: changes.slice(-CHANGES_AT_MOST),
    ...(first === undefined
      ? {}
      : {
          journey: toldJourney(first.progress),
          page: documents.slice(0, DOCUMENTS_AT_MOST).map(({ facts, verdict, depth, sentHere }) => ({ depth, sentHere, verdict: toldVerdict(verdict), facts })),
        }),
  });
}
