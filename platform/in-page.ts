import browser from 'webextension-polyfill';
import { askKeeper, isOrphan, type ToPage } from './messages';
import type { Surroundings } from './surroundings';
import { parseView, readView, VIEW_KEY } from './view';

/** What the guide stands in on the sites themselves. */
export const IN_PAGE: Surroundings = {
  address: ({ location: { host, pathname } }) => ({ host, path: pathname }),
  depth: depthOf,
  ask: askKeeper,
  readView,
  listen(hear, take) {
    browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse: (answer: unknown) => void) => {
      const answer = sender.id === browser.runtime.id ? hear(message as ToPage) : undefined;
      void answer?.then(sendResponse);
      return (answer === undefined ? undefined : true) as true;
    });
    browser.storage.local.onChanged.addListener((changes) => {
      const view = changes[VIEW_KEY]?.newValue;
      if (view !== undefined && !browser.extension.inIncognitoContext) take(parseView(view));
    });
  },
  isOrphan,
  addStyle(root, text) {
    // Of the page's own policies none forbids it, in either browser, as it would an adopted one in Firefox.
    const style = root.ownerDocument.createElement('style');
    style.textContent = text;
    root.append(style);
  },
};

function depthOf(view: Window): number {
  let depth = 0;
  for (let at: Window = view; at !== at.parent && depth < 20; at = at.parent) depth += 1;
  return depth;
}
