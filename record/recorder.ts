import { placeOf, walkDocument } from './document-walk';
import { indexOf, type KnownWords } from './known-words';
import { type LoginSigns, loginSigns } from './login-signs';
import type { RecordedDocument } from './report';
import { type Keep, Shaper } from './shape';

/** What the recorder tells of one document, but for what the guide makes of it. */
export type Recorded = Omit<RecordedDocument, 'guide'> & { width: number };

/** The recorder of one document. Put into a page only when the person has pressed 「記錄這一頁」, and forgotten with the page. */
export interface Recorder {
  signs(): LoginSigns;
  record(keep: Keep): Recorded;
}

/** The name under which the recorder stands in the extension's own world of a page, which the page cannot see into. */
export const RECORDER = 'registerGuideRecorder';

export function recorderOf(document: Document, known: KnownWords): Recorder {
  const view = document.defaultView as Window;
  const shaper = new Shaper(indexOf(known));
  return {
    signs: () => loginSigns(document),
    record: (keep) => ({ place: placeOf(view), ...walkDocument(document, shaper, keep), width: Math.round(view.innerWidth) }),
  };
}
