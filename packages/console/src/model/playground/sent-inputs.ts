/**
 * What has been sent from this browser, by the id of the request: the server tells what came out, and not what went in.
 * Files stay files, so that a run can be opened and run again after a reload.
 */
export interface SentInput {
  readonly requestId: string;
  readonly modelId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Milliseconds since the epoch. */
  readonly sentAt: number;
}

const DATABASE = "model-api-console";
const STORE = "inputs";
/** As long as a server keeps them by default. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

export async function rememberInput(sent: SentInput): Promise<void> {
  await inStore("readwrite", (store) => {
    const put = store.put(sent);
    const old = store.index("sentAt").openCursor(IDBKeyRange.upperBound(sent.sentAt - KEPT_MS));
    old.onsuccess = () => {
      old.result?.delete();
      old.result?.continue();
    };
    return put;
  });
}

/** What was sent for a request; undefined where it was sent from elsewhere, or too long ago. */
export async function recallInput(requestId: string): Promise<SentInput | undefined> {
  return inStore("readonly", (store) => store.get(requestId)) as Promise<SentInput | undefined>;
}

export async function forgetInputs(): Promise<void> {
  await inStore("readwrite", (store) => store.clear());
}

/** Where a browser keeps nothing, as in some private windows, nothing is remembered. */
async function inStore(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest | undefined,
): Promise<unknown> {
  try {
    const database = await open();
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const asked = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    }).finally(() => database.close());
  } catch {
    return undefined;
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore(STORE, { keyPath: "requestId" }).createIndex("sentAt", "sentAt");
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
