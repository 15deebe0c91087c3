/**
 * Secrets for a service that was given none, as in development: made once and kept beside the data, so that tokens and
 * encrypted rows survive a restart. Production does not start without its own.
 */
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EncryptionKey } from './stores/encrypt.js';
import { prepareDataFolder } from './stores/data-folder.js';

export interface OwnSecrets {
  readonly encryptionKeys: readonly EncryptionKey[];
  readonly directLineSecret: string;
}

const fileSchema = z.object({ encryptionKey: z.base64(), directLineSecret: z.string().min(32) });

/**
 * Reads them from `<dataDir>/secrets.json`, or makes them.
 * @throws {StoreUnavailableError} where the folder cannot be used; {Error} where the file is damaged.
 */
export async function ownSecrets(dataDir: string): Promise<OwnSecrets> {
  await prepareDataFolder(dataDir);
  const path = join(dataDir, 'secrets.json');
  const made = {
    encryptionKey: randomBytes(32).toString('base64'),
    directLineSecret: randomBytes(32).toString('base64url'),
  };
  // Created only where it is not there: two processes that start at once agree on the first one's.
  await writeFile(path, JSON.stringify(made), { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const parsed = fileSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  if (!parsed.success) {
    throw new Error(
      `${path} is damaged. Put it back from a backup: without it, what the database holds cannot be read.`,
    );
  }
  const { encryptionKey, directLineSecret } = parsed.data;
  return { encryptionKeys: [{ id: 'own', key: Buffer.from(encryptionKey, 'base64') }], directLineSecret };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
