/**
 * What this browser can keep. The only file that touches IndexedDB or localStorage: in a third-party frame, a private
 * window or a full disk there may be nothing, and nobody else needs to know why.
 */
export interface Device {
  readonly kind: 'indexeddb' | 'localstorage' | 'none';
  /** Every copy found, usually one or none: what was written in time, and the last word of a page that went away. */
  get(key: string): Promise<readonly string[]>;
  /** Resolves to false when it could not be kept. Never rejects. */
  set(key: string, value: string): Promise<boolean>;
  /** One synchronous turn while the page goes away: a best effort, found again by `get`. */
  last(key: string, value: string): void;
  delete(key: string): Promise<void>;
}

const DATABASE = 'parcours-coordo';
const STORE = 'attempts';
const PREFIX = 'parcours-coordo:';

export const noDevice: Device = {
  kind: 'none',
  get: async () => [],
  set: async () => false,
  last: () => undefined,
  delete: async () => undefined,
};

/** The best of what the browser allows, tried by writing: some say yes and throw at the first write. */
export async function openDevice(
  scope: { indexedDB?: IDBFactory; localStorage?: Storage } = globalScope(),
): Promise<Device> {
  for (const open of [
    () => openIndexedDb(scope.indexedDB, openLocalStorage(scope.localStorage)),
    async () => openLocalStorage(scope.localStorage),
  ]) {
    try {
      const device = await open();
      if (device && (await device.set('probe', '1'))) {
        await device.delete('probe');
        return device;
      }
    } catch {
      // refused: the next one
    }
  }
  return noDevice;
}

/** Reading `window.localStorage` alone throws where storage is blocked. */
function globalScope(): { indexedDB?: IDBFactory; localStorage?: Storage } {
  const scope: { indexedDB?: IDBFactory; localStorage?: Storage } = {};
  try {
    scope.indexedDB = globalThis.indexedDB;
  } catch {
    // blocked
  }
  try {
    scope.localStorage = globalThis.localStorage;
  } catch {
    // blocked
  }
  return scope;
}

const settled = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** `tail`: where a last word is written at once; IndexedDB may not finish a write that starts while a page goes away. */
async function openIndexedDb(factory: IDBFactory | undefined, tail: Device | undefined): Promise<Device | undefined> {
  if (!factory) return undefined;
  const request = factory.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await settled(request);
  database.onversionchange = () => database.close();
  const write = (act: (store: IDBObjectStore) => void) =>
    new Promise<boolean>((resolve) => {
      try {
        const transaction = database.transaction(STORE, 'readwrite');
        transaction.oncomplete = () => resolve(true);
        transaction.onerror = () => resolve(false);
        transaction.onabort = () => resolve(false);
        act(transaction.objectStore(STORE));
      } catch {
        resolve(false);
      }
    });
  return {
    kind: 'indexeddb',
    async get(key) {
      const copies = (await tail?.get(key)) ?? [];
      try {
        const value: unknown = await settled(database.transaction(STORE).objectStore(STORE).get(key));
        return typeof value === 'string' ? [value, ...copies] : copies;
      } catch {
        return copies;
      }
    },
    async set(key, value) {
      const kept = await write((store) => store.put(value, key));
      if (kept) await tail?.delete(key);
      return kept;
    },
    last: (key, value) => tail?.last(key, value),
    delete: async (key) => {
      await write((store) => store.delete(key));
      await tail?.delete(key);
    },
  };
}

function openLocalStorage(storage: Storage | undefined): Device | undefined {
  if (!storage) return undefined;
  /** Storage that throws holds nothing. */
  const tried = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch {
      return undefined;
    }
  };
  const put = (key: string, value: string) =>
    tried(() => {
      storage.setItem(PREFIX + key, value);
      return true;
    }) ?? false;
  return {
    kind: 'localstorage',
    get: async (key) => {
      const value = tried(() => storage.getItem(PREFIX + key));
      return value ? [value] : [];
    },
    set: async (key, value) => put(key, value),
    last: (key, value) => void put(key, value),
    delete: async (key) => tried(() => storage.removeItem(PREFIX + key)),
  };
}
