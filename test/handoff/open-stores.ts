/** The stores as the service opens them, on SQLite, for the tests of the handoff. */
import { openStores } from '../../src/stores/open.js';
import type { Stores } from '../../src/stores/store.js';
import { AT, KEYS } from '../support/fresh-database.js';

/** Another call for the same folder is another instance on the same database. */
export function openStoresIn(dataDir: string): Promise<Stores> {
  return openStores({ dataDir, encryptionKeys: KEYS, now: () => AT });
}
