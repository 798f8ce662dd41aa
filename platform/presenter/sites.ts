import browser from 'webextension-polyfill';

/** In local storage, where pages of the sites hear of it: true while the presenter view is on. */
export const PRESENTER_KEY = 'presenter';

/** The sites that the extension works on, as match patterns. */
export function sites(): string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}
