import type { BrowserKind } from '../content-rules/schema';

/** Whose words the browser's own frame has; Edge is told by its name, whatever is Chromium else counts as Chrome. */
export function browserKind(userAgent: string): BrowserKind {
  if (userAgent.includes('Firefox/')) return 'firefox';
  return userAgent.includes('Edg/') ? 'edge' : 'chrome';
}
