/**
 * What this browser can keep. The only file that touches IndexedDB or localStorage: in a third-party frame, a private
 * window or a full disk there may be nothing, and nobody else needs to know why.
 */
export interface Device {
  readonly kind: 'indexeddb' | 'localstorage' | 'none';
  /** Resolves to undefined when absent or unreadable. Never rejects. */
  get(key: string): Promise<string | undefined>;
  /** Resolves to false when it could not be kept. Never rejects. */
  set(key: string, value: string): Promise<boolean>;
  delete(key: string): Promise<void>;
}

const DATABASE = 'parcours-coordo';
const STORE = 'attempts';
const PREFIX = 'parcours-coordo:';

export const noDevice: Device = {
  kind: 'none',
  get: async () => undefined,
  set: async () => false,
  delete: async () => undefined,
};

/** The best of what the browser allows, tried by writing: some say yes and throw at the first write. */
export async function openDevice(
  scope: { indexedDB?: IDBFactory; localStorage?: Storage } = globalScope(),
): Promise<Device> {
  for (const open of [() => openIndexedDb(scope.indexedDB), async () => openLocalStorage(scope.localStorage)]) {
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

async function openIndexedDb(factory: IDBFactory | undefined): Promise<Device | undefined> {
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
      try {
        const value = await settled(database.transaction(STORE).objectStore(STORE).get(key));
        return typeof value === 'string' ? value : undefined;
      } catch {
        return undefined;
      }
    },
    set: (key, value) => write((store) => store.put(value, key)),
    delete: async (key) => {
      await write((store) => store.delete(key));
    },
  };
}

function openLocalStorage(storage: Storage | undefined): Device | undefined {
  if (!storage) return undefined;
  return {
    kind: 'localstorage',
    async get(key) {
      try {
        return storage.getItem(PREFIX + key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    async set(key, value) {
      try {
        storage.setItem(PREFIX + key, value);
        return true;
      } catch {
        return false;
      }
    },
    async delete(key) {
      try {
        storage.removeItem(PREFIX + key);
      } catch {
        // nothing was kept either
      }
    },
  };
}
