import browser, { type Scripting } from 'webextension-polyfill';
import { beginUse, endUse, isInUse, onUseChanged } from '../scripting-uses';
import { HIDDEN_TEXT } from './protected-fields';
import { sites } from './sites';

const FILE = '/presenter.js';
/** In every frame, before anything of it is drawn, and gone with the browser. */
const script = (): Scripting.RegisteredContentScript => ({
  id: 'presenter',
  js: [FILE],
  matches: sites(),
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  persistAcrossSessions: false,
});

/** Switched on, and its script is there: what only says that it is on would be worse than off. */
export async function isPresenterOn(): Promise<boolean> {
  if (!(await isInUse('presenter'))) return false;
  return (await browser.scripting.getRegisteredContentScripts({ ids: ['presenter'] }).catch(() => [])).length > 0;
}

/** Tells of each change, also of one made in the browser's own list of extensions. @returns how to end that */
export function onPresenterSwitched(tell: (isOn: boolean) => void): () => void {
  return onUseChanged('presenter', () => void isPresenterOn().then(tell));
}

/** Pages that are open are covered or uncovered at once. To be called in the person's own press. @returns whether it is on now */
export async function switchPresenter(on: boolean): Promise<boolean> {
  if (!on) await uncover();
  else await beginUse('presenter', cover).catch(uncover);
  return isPresenterOn();
}

/** Registers the script once more where the browser has lost it: after an update of the extension, if the presenter view was on. */
export async function goOnPresenting(): Promise<void> {
  if (await isInUse('presenter')) await cover();
}

/** The presenter view ends with the browser: whoever opens it next may know nothing of it. */
export async function endPresentingOfLastSession(): Promise<void> {
  if (await isInUse('presenter')) await uncover();
}

/** Has the text in protected fields of one document lose its colour. @returns whether it has */
export async function hideText(tab: number, frame: number): Promise<boolean> {
  if (!(await isInUse('presenter'))) return false;
  await browser.scripting.insertCSS({ target: { tabId: tab, frameIds: [frame] }, css: HIDDEN_TEXT, origin: 'USER' });
  return true;
}

async function cover() {
  await unregister();
  await browser.scripting.registerContentScripts([script()]);
  await inOpenTabs((target) => browser.scripting.executeScript({ target, files: [FILE] }));
}

async function uncover() {
  await inOpenTabs((target) => browser.scripting.removeCSS({ target, css: HIDDEN_TEXT, origin: 'USER' }));
  await unregister();
  await endUse('presenter');
}

/** Throws where there is none. */
const unregister = () => browser.scripting?.unregisterContentScripts({ ids: ['presenter'] }).catch(() => undefined);

/** A tab that cannot be reached shows an error page, or is just going. */
async function inOpenTabs(work: (target: { tabId: number; allFrames: true }) => Promise<unknown>) {
  const tabs = await browser.tabs.query({ url: sites() });
  await Promise.allSettled(tabs.map(({ id }) => id !== undefined && work({ tabId: id, allFrames: true })));
}
