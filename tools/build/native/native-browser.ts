import type browser from 'webextension-polyfill';

/** The browser's own extension API: `browser` where it exists, else `chrome`, which has the same promises in manifest 3. */
const { browser: named, chrome } = globalThis as unknown as Record<'browser' | 'chrome', typeof browser | undefined>;

export default (named?.runtime === undefined ? chrome : named) as typeof browser;
