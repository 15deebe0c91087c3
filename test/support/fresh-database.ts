/** Databases of a test's own, opened as the service opens them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import LibsqlDatabase from 'libsql';
import { openStores, type PrepareOptions } from '../../src/stores/open.js';
import type { Stores } from '../../src/stores/store.js';

/** When everything happens, unless a test says otherwise. */
export const AT = new Date('2026-11-23T10:00:00.000Z');

export const KEYS = [{ id: 'k1', key: Buffer.alloc(32, 1) }];

/** A database of a test's own, empty at first. */
export interface FreshDatabase {
  /** Opens it as the service does; each call is an instance of its own, closed by `dispose`. */
  open(options?: Partial<PrepareOptions>): Promise<Stores>;
  /** Runs a statement past the stores, and gives its rows. */
  raw(statement: string): Promise<readonly Record<string, unknown>[]>;
  /** What to give to `openStores`. */
  readonly location: { readonly dataDir: string; readonly databaseUrl?: string };
  dispose(): Promise<void>;
}

/** Opens with the test's clock and key, and remembers what to close. */
export function opener(location: FreshDatabase['location']) {
  const opened: Stores[] = [];
  return {
    open: async (options: Partial<PrepareOptions> = {}): Promise<Stores> => {
      const stores = await openStores({ ...location, encryptionKeys: KEYS, now: () => AT, ...options });
      opened.push(stores);
      return stores;
    },
    closeAll: async (): Promise<void> => {
      for (const stores of opened) await stores.close();
    },
  };
}

/** A file in a temporary folder. */
export async function freshSqlite(): Promise<FreshDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'stores-'));
  const location = { dataDir };
  const { open, closeAll } = opener(location);
  return {
    open,
    location,
    raw: async (statement) => {
      const database = new LibsqlDatabase(join(dataDir, 'assistant.sqlite'));
      try {
        const prepared = database.prepare(statement);
        if (prepared.reader) return prepared.all() as Record<string, unknown>[];
        prepared.run();
        return [];
      } finally {
        database.close();
      }
    },
    dispose: async () => {
      await closeAll();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
