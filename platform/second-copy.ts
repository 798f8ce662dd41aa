import { inTime } from './in-time';

/**
 * A second copy of the journal in the extension's own IndexedDB: stored values can vanish without an error when the
 * browser's files are damaged. Record by record, so that a long journal costs an event no more than a short one.
 */
const DATABASE = 'second-copy';
const STORE = 'records';
const VERSION = 2;
/** Milliseconds. */
const ANSWER_TAKES_AT_MOST = 3000;

let database: Promise<IDBDatabase> | null = null;

/** Opened once in a life of the background, and again where it was closed or could not be opened. */
function open(): Promise<IDBDatabase> {
  database ??= openNow().then((opened) => {
    opened.onclose = forget;
    opened.onversionchange = () => {
      opened.close();
      forget();
    };
    return opened;
  });
  database.catch(forget);
  return database;
}

function forget() {
  database = null;
}

function openNow(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      // What an older version kept there is in the first copy, too.
      for (const old of request.result.objectStoreNames) request.result.deleteObjectStore(old);
      request.result.createObjectStore(STORE);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the second copy is blocked'));
  });
}

function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => () => T): Promise<T> {
  return inTime(inOpenStore(mode, work), ANSWER_TAKES_AT_MOST);
}

async function inOpenStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => () => T): Promise<T> {
  const opened = await open();
  return new Promise((resolve, reject) => {
    const transaction = opened.transaction(STORE, mode);
    const result = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(result());
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
  });
}

/** Everything in the second copy; null where it cannot be read. */
export async function readSecondCopy(): Promise<Record<string, unknown> | null> {
  try {
    return await inStore('readonly', (store) => {
      const [keys, values] = [store.getAllKeys(), store.getAll()];
      return () => Object.fromEntries(keys.result.map((key, index) => [key, values.result[index]]));
    });
  } catch {
    forget();
    return null;
  }
}

/** Writes and removes records of the second copy. @returns whether it was done */
export async function changeSecondCopy(values: Record<string, unknown>, removed: readonly string[] = []): Promise<boolean> {
  try {
    await inStore('readwrite', (store) => {
      for (const key of removed) store.delete(key);
      for (const [key, value] of Object.entries(values)) store.put(value, key);
      return () => undefined;
    });
    return true;
  } catch {
    forget();
    return false;
  }
}
