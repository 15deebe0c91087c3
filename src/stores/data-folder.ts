/** The folder that holds the database and, in development, keys and mail. */
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { codeOf, StoreUnavailableError } from './unavailable.js';

/**
 * Creates the folder where it is missing, for its owner alone.
 * @throws {StoreUnavailableError}
 */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderFault(error, dataDir);
  }
}

/** What a fault on the file system means for the data folder, and the remedy. */
export function folderFault(error: unknown, dataDir: string): StoreUnavailableError {
  const where = `DATA_DIR is ${resolve(dataDir)}`;
  const fault = (what: string, remedy: string): StoreUnavailableError =>
    new StoreUnavailableError(what, where, remedy, error);
  switch (codeOf(error)) {
    case 'EACCES':
    case 'EPERM':
      return fault('The data folder may not be written to', 'Give it to the account that runs this service.');
    case 'EROFS':
      return fault('The data folder is on a read-only disk', 'Mount it writable, or set DATA_DIR to another folder.');
    case 'ENOSPC':
    case 'EDQUOT':
      return fault('The disk of the data folder is full', 'Make room; nothing that was accepted is lost meanwhile.');
    case 'EEXIST':
    case 'ENOTDIR':
      return fault('A file stands where the data folder should be', 'Move it, or set DATA_DIR to another folder.');
    case 'EISDIR':
      return fault('A folder stands where the database should be', 'Move it, or set DATA_DIR to another folder.');
    default:
      return fault(
        `The data folder cannot be used: ${codeOf(error) ?? 'unknown fault'}`,
        'Check the path and its disk.',
      );
  }
}
