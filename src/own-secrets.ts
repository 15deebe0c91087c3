/**
 * Secrets for a service that was given none, as in development: made once and kept beside the data, so that tokens and
 * encrypted rows survive a restart. Production does not start without its own.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EncryptionKey } from './stores/encrypt.js';
import { folderFault, prepareDataFolder } from './stores/data-folder.js';

const KEY_BYTES = 32;

export interface OwnSecrets {
  readonly encryptionKeys: readonly EncryptionKey[];
  readonly directLineSecret: string;
}

const fileSchema = z.object({
  encryptionKey: z.base64().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES),
  directLineSecret: z.string().min(32),
});

/**
 * Reads them from `<dataDir>/secrets.json`, or makes them.
 * @throws {StoreUnavailableError} where the folder cannot be used; {Error} where the file is damaged.
 */
export async function ownSecrets(dataDir: string): Promise<OwnSecrets> {
  await prepareDataFolder(dataDir);
  const path = join(dataDir, 'secrets.json');
  try {
    if (!(await isThere(path))) await make(path);
  } catch (error) {
    throw folderFault(error, dataDir);
  }
  const parsed = fileSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  if (!parsed.success) {
    throw new Error(
      `${path} is damaged. Put it back from a backup: without it, what the database holds cannot be read.`,
    );
  }
  const { encryptionKey, directLineSecret } = parsed.data;
  return { encryptionKeys: [{ id: 'own', key: Buffer.from(encryptionKey, 'base64') }], directLineSecret };
}

async function isThere(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    (error: unknown) => {
      if (hasCode(error, 'ENOENT')) return false;
      throw error;
    },
  );
}

/**
 * Makes the file whole or not at all, and only where it is not there: two processes that start at once agree on the first
 * one's, and a power cut leaves no half of it behind.
 */
async function make(path: string): Promise<void> {
  const made = {
    encryptionKey: randomBytes(KEY_BYTES).toString('base64'),
    directLineSecret: randomBytes(32).toString('base64url'),
  };
  const written = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(written, 'wx', 0o600);
  try {
    await file.writeFile(JSON.stringify(made));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // A disk that has no links can still refuse to overwrite.
    await link(written, path).catch((error: unknown) => {
      if (hasCode(error, 'EEXIST')) throw error;
      return copyFile(written, path, constants.COPYFILE_EXCL);
    });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(written);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
