/**
 * A second copy of the journal in the extension's own IndexedDB: stored values can vanish without an error when the
 * browser's files are damaged. Written after the first, read when the first has less.
 */
const DATABASE = 'second-copy';
const STORE = 'journal';

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the second copy is blocked'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Everything in the second copy; empty where it cannot be read. */
export async function readSecondCopy(): Promise<Record<string, unknown>> {
  try {
    return (await inStore('readonly', (store) => store.get('all') as IDBRequest<Record<string, unknown> | undefined>)) ?? {};
  } catch {
    return {};
  }
}

/** Replaces the second copy. A failure is silent: the first copy has been written. */
export async function writeSecondCopy(all: Record<string, unknown>): Promise<void> {
  try {
    await inStore('readwrite', (store) => store.put(all, 'all'));
  } catch {}
}
