/** What the two protocols answer when a document went away between two commands. */
const DOCUMENT_WENT_AWAY = [
  // CDP
  /cannot find context/i,
  /execution context was destroyed/i,
  /frame (with the given|for given) (frame)?id (was not|not|is not) found/i,
  /no frame (for|with) given id/i,
  /could not find (node|object) with given id/i,
  /no node (found )?(for|with) given (id|backend id)/i,
  /node with given id does not belong/i,
  /inspected target navigated or closed/i,
  /(session|target) closed/i,
  /detached frame|frame (was |got )?detached/i,
  /uniquecontextid not found/i,
  // BiDi
  /no such (frame|node|element|handle)/i,
  /stale element/i,
  /discarded|actor .*destroyed|AbortError/i,
  // Firefox, about an object of a document that has just been replaced by one of the other site
  /cross-origin object/i,
];

/** Whether an error only says that the document asked about was replaced or closed meanwhile, so that asking again may help. */
export function documentWentAway(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return DOCUMENT_WENT_AWAY.some((pattern) => pattern.test(message));
}

/** Whether an error only says that the extension's background was just going to sleep, so that asking again will wake it. */
export function isAsleep(error: unknown): boolean {
  return /receiving end does not exist|message channel closed|Conduits? .*closed|message manager disconnected/i.test(String(error));
}
