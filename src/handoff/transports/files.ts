/** Mail as `.eml` files, for where there is no mail server yet: a whole message each, that any mail program opens. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Delivery, Mail, Transport } from '../mail.js';
import { readMessageId } from '../message-id.js';
import { messageOf } from './message.js';

/** Only the service's own user may read what residents wrote. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Writes each mail to `<dataDir>/mail/<reference>-<purpose>.eml`; a repeat replaces the file. */
export function createFilesTransport(dataDir: string): Transport {
  const folder = join(dataDir, 'mail');
  const builder = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    description: `files under ${folder}`,
    receiver: {
      name: 'the folder for mail',
      remedy: 'the room on its disk, and whether the service may write to DATA_DIR',
    },
    deliver: async (mail: Mail): Promise<Delivery> => {
      const name = fileNameOf(mail);
      try {
        const { message } = await builder.sendMail(messageOf(mail));
        if (!Buffer.isBuffer(message)) throw new TypeError('nodemailer gave a stream where a buffer was asked for');
        await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
        await writeWhole(folder, name, message);
        return { outcome: 'accepted', answer: `written to ${name}` };
      } catch (error) {
        return { outcome: 'retry', answer: remedyFor(error, folder) };
      }
    },
    deleteBefore: (before) => deleteBefore(folder, before),
    close: () => Promise.resolve(),
  };
}

/** The name follows from the Message-ID, of which nothing but a reference and a purpose is taken into a path. */
function fileNameOf({ messageId }: Mail): string {
  const parts = readMessageId(messageId);
  return parts
    ? `${parts.reference}-${parts.purpose}.eml`
    : `${createHash('sha256').update(messageId).digest('hex').slice(0, 32)}.eml`;
}

/** Whoever looks sees the whole file or none, also after a power cut. */
async function writeWhole(folder: string, name: string, content: Buffer): Promise<void> {
  const draft = join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await open(draft, 'wx', FILE_MODE);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, join(folder, name));
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** What this transport named, and what is left of a write that was cut off; whatever else lies there is somebody else's. */
const OURS = /^(?:PR-[A-Z0-9]{4}-[A-Z0-9]{4}-[a-z0-9-]+|[0-9a-f]{32})\.eml$|^\..+\.eml\.[0-9a-f]{12}\.tmp$/;

/** By when they were last written: a mail that was sent again is as new as that. @throws what the disk does. */
async function deleteBefore(folder: string, before: Date): Promise<number> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  let deleted = 0;
  for (const name of names.filter((one) => OURS.test(one))) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile() || found.mtime >= before) continue;
    await rm(path, { force: true });
    deleted += 1;
  }
  if (deleted > 0) await syncFolder(folder);
  return deleted;
}

/** Makes the rename last. Some systems (Windows) cannot open a folder; there the file system does it in its own time. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown fault';

function remedyFor(error: unknown, folder: string): string {
  const code = codeOf(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `${code}: the disk is full; free space for ${folder}`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${code}: ${folder} cannot be written; let the service's user write there, or set DATA_DIR`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${code}: there is a file where the folder ${folder} should be; move it away, or set DATA_DIR`;
    default:
      return `${code}: ${folder} could not be written; check it, or set DATA_DIR`;
  }
}
