/** Takes a request out as a proof pack: a folder of files that only their owner may read. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KnowledgeReader } from '../../src/answers/knowledge/reader.js';
import { councilSchema } from '../../src/answers/knowledge/schema.js';
import { notThere, type Operator } from './operator.js';
import { composePack, type NoticeAtHand } from './proof-pack.js';

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

/**
 * Writes the pack into a new folder of the reference's name. That it was taken out is recorded before it is written: a
 * history may say so once too often, but never once too little.
 * @param into where the folder is made; by default, the current one.
 * @returns the exit code.
 */
export async function exportPack(operator: Operator, reference: string, into = '.'): Promise<number> {
  const { stores, council, who, now, print } = operator;
  if (!(await stores.requests.find(reference))) return notThere(operator, reference);
  const notice = await noticeAtHand(council);
  const folder = await newFolder(join(into, reference));
  try {
    const at = now();
    await stores.audit.exported(reference, who, at);
    const found = await stores.requests.find(reference);
    const history = await stores.audit.history(reference);
    if (!found || !history) throw new Error(`${reference} was deleted while it was exported`);
    const files = composePack({ ...found, history, notice, taken: { at, who } });
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), content, { flag: 'wx', mode: 0o600 });
    }
    print(`${folder}: ${Object.keys(files).join(', ')}`);
    if (!found.request) print('its content was purged: the pack has what is left');
    print(
      `it holds personal data, and no job deletes it: that is for ${who}, who took it out, once it is no longer needed, copies too`,
    );
    return 0;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function newFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { mode: 0o700 });
    return resolve(path);
  } catch (error) {
    throw new Error(`${resolve(path)} cannot be made: is it there already, and is the folder above it yours?`, {
      cause: error,
    });
  }
}

/** The notice as it is in the knowledge now. */
async function noticeAtHand(council: string): Promise<NoticeAtHand> {
  const reader = new KnowledgeReader(KNOWLEDGE);
  const version = reader.one(`${council}/council.yaml`, councilSchema)?.noticeVersion;
  if (version === undefined)
    throw new Error(`knowledge/${council}/council.yaml cannot be read: npm run knowledge -- check`);
  const text = await readFile(join(KNOWLEDGE, council, 'notice.md'));
  return { version, sha256: createHash('sha256').update(text).digest('hex') };
}
