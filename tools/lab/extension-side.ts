import type { JourneyEvent } from '../../engine/progress';
import type { Claim } from '../../engine/settle';
import type { Explanation } from '../../platform/messages';
import type { Settings } from '../../platform/settings';

/** What one glance at a tab told. */
export interface Told {
  explanations: Explanation[];
  /** By frame number: what each document has reported of itself. */
  claims: Record<string, Claim>;
  /** Pages whose arrival is in the journal. */
  arrivals: string[];
}

// The functions below run in a page of the extension: they can use nothing from this file but types.

/** The part of the extension API that they call. */
interface ExtensionApi {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: Record<'local' | 'session', { get(keys: null): Promise<Record<string, unknown>> }>;
  tabs: { query(query: object): Promise<{ id?: number }[]> };
}
declare const browser: ExtensionApi | undefined;
declare const chrome: ExtensionApi;

/**
 * Starts the journey over, as the popup does, and brings the person to where they are to be.
 *
 * @returns whether the keeper has done it all
 */
export async function setUp(events: JourneyEvent[], settings: Partial<Settings>): Promise<boolean> {
  const api = typeof browser === 'undefined' ? chrome : browser;
  const messages = [{ ask: 'start-over' }, { ask: 'change', settings }, ...events.map((event) => ({ ask: 'add', event }))];
  for (const message of messages) {
    const answer = await api.runtime.sendMessage(message);
    if (answer === null || answer === undefined || answer === false) return false;
  }
  return true;
}

/** The numbers of all open tabs. */
export async function openTabs(): Promise<number[]> {
  const api = typeof browser === 'undefined' ? chrome : browser;
  return (await api.tabs.query({})).flatMap(({ id }) => id ?? []);
}

/** Asks for the explanation of a tab, and looks up what the guide has kept of it. */
export async function glance(tab: number): Promise<Told> {
  const api = typeof browser === 'undefined' ? chrome : browser;
  const explanations = ((await api.runtime.sendMessage({ ask: 'explain', tab })) ?? []) as Explanation[];
  const [kept, session] = await Promise.all([api.storage.local.get(null), api.storage.session.get(null)]);
  const events = Object.entries(kept).flatMap(([key, value]) => (key.startsWith('p:') ? [value as JourneyEvent] : []));
  const known = session[`tab:${tab}`] as { claims: Record<string, Claim> } | undefined;
  return { explanations, claims: known?.claims ?? {}, arrivals: events.flatMap((event) => (event.type === 'arrived' ? [event.page] : [])) };
}
