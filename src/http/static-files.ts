/** Files of the built widget, from memory once they were read. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { compressed } from './compression.js';

/** A file as it is sent. */
export interface StaticFile {
  readonly body: Buffer;
  readonly gzipped: Buffer;
  readonly type: string;
  /** With its quotes, as the header has it. */
  readonly etag: string;
}

/** Only these are served, so that whatever else lies in the folder stays there. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

// Names from the build only: no hidden files, and no way up out of the folder.
const SAFE_PATH = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;

/** Reads a file by its path within the folder; undefined: there is none that may be served. */
export type StaticFiles = (path: string) => Promise<StaticFile | undefined>;

/** A file that was built anew since it was read is read again. */
export function createStaticFiles(folder: string): StaticFiles {
  const known = new Map<string, StaticFile & { readonly changed: number }>();
  return async (path) => {
    const type = TYPES[extname(path)];
    if (!type || !SAFE_PATH.test(path)) return undefined;
    const at = join(folder, path);
    const found = await stat(at).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const before = known.get(path);
    if (before?.changed === found.mtimeMs) return before;
    const body = await readFile(at);
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const file = { body, gzipped: await compressed(body), type, etag, changed: found.mtimeMs };
    known.set(path, file);
    return file;
  };
}
