import { walkDocument } from '../../record/document-walk';
import { type FieldReport, type GuideThought, parseReport, REPORT_KIND, REPORT_VERSION } from '../../record/report';
import { shaper } from './known';
import { openHtml } from './page';

/** A report as the extension makes it, of one page that nobody is logged in to. */
export function reportOf(html: string, url: string, guide: Partial<GuideThought> = {}): FieldReport {
  const { document } = openHtml(html, url);
  return parseReport({
    kind: REPORT_KIND,
    version: REPORT_VERSION,
    extension: '0.1.0',
    recorded: '2026-11-24',
    width: 1280,
    login: 'guest',
    documents: [
      {
        place: [],
        ...walkDocument(document, shaper, 'open'),
        guide: { verdict: 'degraded', page: 'elearn/01-home', step: 1, speaks: true, target: null, cautions: [], why: [], ...guide },
      },
    ],
  });
}
