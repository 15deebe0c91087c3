/** The service's database, opened by its own settings: the environment that it runs in. */
import { readConfig, type Environment } from '../src/config.js';
import { ownSecrets } from '../src/own-secrets.js';
import { openStores } from '../src/stores/open.js';
import type { Stores } from '../src/stores/store.js';

/** Opens it, and closes it when the work is done. @throws what keeps it from being opened, with the remedy. */
export async function withStores<T>(work: (stores: Stores, config: Environment) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const stores = await openStores({
    dataDir: config.DATA_DIR,
    databaseUrl: config.DATABASE_URL,
    encryptionKeys: config.ENCRYPTION_KEYS ?? (await ownSecrets(config.DATA_DIR)).encryptionKeys,
    now: () => new Date(),
  });
  try {
    return await work(stores, config);
  } finally {
    await stores.close();
  }
}
