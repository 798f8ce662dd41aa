import type { BrowserName } from '../../tools/browser/find-browser';
import type { Preferences } from '../../tools/browser/launch';

/** The preferences of a browser that saves files into this folder without asking. */
export function savesTo(name: BrowserName, folder: string): Preferences {
  return name === 'firefox'
    ? { 'browser.download.folderList': 2, 'browser.download.dir': folder, 'browser.download.always_ask_before_handling_new_types': false }
    : { 'download.default_directory': folder, 'download.prompt_for_download': false };
}
