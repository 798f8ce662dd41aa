import type { Runtime } from 'webextension-polyfill';
import { secondCopy } from './fake-second-copy';

type Values = Record<string, unknown>;

/**
 * One area of the browser's storage, in memory. As in a browser each call takes a turn of the event loop, values are copies, and
 * the keys of objects come back in alphabetical order (Chrome sorts them).
 */
class StorageArea {
  values: Values = {};
  /** How often something was written or removed. */
  writes = 0;
  /** The next so many calls fail, as with a full disk or damaged files. */
  failures = 0;
  /** Nothing more is taken; what is there can be read. */
  isFull = false;

  async get(keys: string | string[] | null): Promise<Values> {
    await this.#turn();
    const wanted = keys === null ? this.values : Object.fromEntries([keys].flat().flatMap((key) => (key in this.values ? [[key, this.values[key]]] : [])));
    return copyOf(wanted) as Values;
  }

  async set(values: Values): Promise<void> {
    await this.#turn();
    if (this.isFull) throw new Error('QUOTA_BYTES quota exceeded');
    this.writes += 1;
    Object.assign(this.values, copyOf(values));
  }

  async remove(keys: string | string[]): Promise<void> {
    await this.#turn();
    this.writes += 1;
    for (const key of [keys].flat()) delete this.values[key];
  }

  async #turn(): Promise<void> {
    await new Promise(setImmediate);
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('the storage is damaged');
    }
  }
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, copyOf(part)]));
}

/** What was asked of the tabs and the badge, in order. */
export type TabCall = { call: 'create' | 'update' | 'badge'; tab: number | null; what: string };

const ID = 'guide@guide.example';
const ORIGIN = 'moz-extension://11111111-2222-4333-8444-555555555555/';

function newFake() {
  return {
    local: new StorageArea(),
    session: new StorageArea(),
    tabCalls: [] as TabCall[],
    /** What was said to documents: tab, frame, message. */
    told: [] as { tab: number; frame: number | null; message: unknown }[],
    /** How documents answer; a throw is a frame that is not there. No frame means all of them. */
    answer: (_tab: number, _frame: number | null, _message: unknown): unknown => true,
    /** What is switched on in the browser's own list of extensions. */
    permissions: [] as string[],
    /** What the person answers when the browser asks for a permission. */
    allows: true,
    /** Ids of scripts that run in every page of the sites. */
    registered: [] as string[],
    /** Registering a script fails. */
    cannotRegister: false,
    /** What was done in tabs by scripts and style sheets, in order. */
    inTabs: [] as string[],
    /** Style sheets put into documents: tab, frame, origin. */
    styled: [] as { tab: number; frame: number | undefined; origin: string | undefined }[],
    /** The open tabs. */
    tabs: [] as { id: number; incognito: boolean }[],
  };
}

/** The state behind the fake. */
export const fake = newFake();

/** A fresh browser for the next test: nothing stored, no second copy, no calls. */
export function resetFakeBrowser() {
  Object.assign(fake, newFake());
  Object.assign(secondCopy, { values: {}, isBroken: false, written: [] });
}

/** What the tested code gets for `webextension-polyfill`: as much of the browser as the background uses. */
export const fakeBrowser = {
  runtime: { id: ID, getURL: (path: string) => `${ORIGIN}${path}`, getManifest: () => ({ host_permissions: ['https://elearn.hrd.gov.tw/*'] }) },
  storage: {
    get local() {
      return fake.local;
    },
    get session() {
      return fake.session;
    },
  },
  tabs: {
    async create({ url }: { url: string }) {
      fake.tabCalls.push({ call: 'create', tab: null, what: url });
    },
    async update(tab: number, { url }: { url: string }) {
      fake.tabCalls.push({ call: 'update', tab, what: url });
    },
    async query() {
      return fake.tabs;
    },
    async sendMessage(tab: number, message: unknown, to?: { frameId: number }) {
      fake.told.push({ tab, frame: to?.frameId ?? null, message });
      return fake.answer(tab, to?.frameId ?? null, message);
    },
  },
  permissions: {
    async contains({ permissions }: { permissions: string[] }) {
      return permissions.every((each) => fake.permissions.includes(each));
    },
    async request({ permissions }: { permissions: string[] }) {
      if (fake.allows) fake.permissions = [...new Set([...fake.permissions, ...permissions])];
      return fake.allows;
    },
    async remove({ permissions }: { permissions: string[] }) {
      fake.permissions = fake.permissions.filter((each) => !permissions.includes(each));
      return true;
    },
  },
  scripting: {
    async registerContentScripts(scripts: { id: string }[]) {
      if (fake.cannotRegister || scripts.some(({ id }) => fake.registered.includes(id))) throw new Error('Duplicate script ID');
      fake.registered.push(...scripts.map(({ id }) => id));
    },
    async getRegisteredContentScripts({ ids }: { ids: string[] }) {
      return ids.filter((id) => fake.registered.includes(id)).map((id) => ({ id }));
    },
    async unregisterContentScripts({ ids }: { ids: string[] }) {
      if (ids.some((id) => !fake.registered.includes(id))) throw new Error('Nonexistent script ID');
      fake.registered = fake.registered.filter((id) => !ids.includes(id));
    },
    async executeScript({ target, files }: { target: { tabId: number }; files: string[] }) {
      fake.inTabs.push(`${files.join()} in ${target.tabId}`);
    },
    async removeCSS({ target }: { target: { tabId: number } }) {
      fake.inTabs.push(`no sheet in ${target.tabId}`);
    },
    async insertCSS({ target, origin }: { target: { tabId: number; frameIds?: number[] }; origin?: string }) {
      fake.styled.push({ tab: target.tabId, frame: target.frameIds?.[0], origin });
    },
  },
  action: {
    async setBadgeText({ tabId, text }: { tabId: number; text: string }) {
      fake.tabCalls.push({ call: 'badge', tab: tabId, what: text });
    },
    async setBadgeBackgroundColor() {},
  },
};

/** A document of a guided site, as the browser names it with a message. */
export function documentAt(url: string, tab = 7, frame = 0, incognito = false): Runtime.MessageSender {
  return { id: ID, url, frameId: frame, tab: { id: tab, incognito } as never };
}

/** The extension's own popup. */
export const OWN_PAGE: Runtime.MessageSender = { id: ID, url: `${ORIGIN}popup.html` };
