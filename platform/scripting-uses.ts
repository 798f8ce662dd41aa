import browser from 'webextension-polyfill';

/** What needs the permission `scripting`, each switched on by itself. Kept in local storage under this name while it is. */
export type ScriptingUse = 'recorder' | 'presenter';

const PERMISSION = { permissions: ['scripting' as const] };
const USES: readonly ScriptingUse[] = ['recorder', 'presenter'];

/** On means switched on, and allowed by the browser. */
export async function isInUse(use: ScriptingUse): Promise<boolean> {
  try {
    return (await browser.storage.local.get(use))[use] === true && (await browser.permissions.contains(PERMISSION));
  } catch {
    return false;
  }
}

/**
 * Asks for the permission. To be called in the person's own press, without anything awaited before it.
 * @param prepare what has to be done before it counts as switched on
 * @returns whether it is given
 */
export async function beginUse(use: ScriptingUse, prepare?: () => Promise<void>): Promise<boolean> {
  if (!(await browser.permissions.request(PERMISSION))) return false;
  await prepare?.();
  await browser.storage.local.set({ [use]: true });
  return true;
}

/** Gives the permission back once nothing needs it. */
export async function endUse(use: ScriptingUse): Promise<void> {
  await browser.storage.local.remove(use);
  const left = await browser.storage.local.get([...USES]);
  if (!USES.some((each) => left[each] === true)) await browser.permissions.remove(PERMISSION);
}

/** Switched off in the browser's own list of extensions, everything that needs it is off. */
export async function forgetUsesWithoutPermission(): Promise<void> {
  if (!(await browser.permissions.contains(PERMISSION))) await browser.storage.local.remove([...USES]);
}

/** Tells of each change, also of one made in the browser's own list of extensions. @returns how to end that */
export function onUseChanged(use: ScriptingUse, tell: (isOn: boolean) => void): () => void {
  const look = () => void isInUse(use).then(tell);
  const changed = (changes: Record<string, unknown>) => use in changes && look();
  browser.permissions.onAdded.addListener(look);
  browser.permissions.onRemoved.addListener(look);
  browser.storage.local.onChanged.addListener(changed);
  return () => {
    browser.permissions.onAdded.removeListener(look);
    browser.permissions.onRemoved.removeListener(look);
    browser.storage.local.onChanged.removeListener(changed);
  };
}
