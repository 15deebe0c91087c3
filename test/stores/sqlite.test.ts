import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, stat, writeFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import LibsqlDatabase from 'libsql';
import { sql } from 'kysely';
import { openStores, prepareStores } from '../../src/stores/open.js';
import { openSqlite } from '../../src/stores/sqlite.js';
import type { Stores } from '../../src/stores/store.js';
import { AT, KEYS } from '../support/fresh-database.js';
import { begin, faultOf, ID, lines, say } from './a-conversation.js';

/** Milliseconds; short, as nobody waits for a test. */
const PATIENCE = 300;

const options = { encryptionKeys: KEYS, now: () => AT };

describe('The data folder', () => {
  let folder: string;
  const opened: Stores[] = [];
  const open = async (dataDir: string): Promise<Stores> => {
    const stores = await openStores({ dataDir, ...options });
    opened.push(stores);
    return stores;
  };
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-'));
  });
  afterEach(async () => {
    for (const stores of opened.splice(0)) await stores.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is made where it is missing, with those above it, for its owner alone', async () => {
    const dataDir = join(folder, 'deep', 'er');
    await begin((await open(dataDir)).conversations);
    expect((await stat(dataDir)).mode & 0o777).to.equal(0o700);
  });

  it('cannot be where a file stands, nor below one', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'what somebody keeps here');
    for (const dataDir of [file, join(file, 'below')]) {
      const fault = await faultOf(open(dataDir));
      expect(fault).to.match(/^StoreUnavailableError: A file stands where the data folder should be \(DATA_DIR is \//);
      expect(fault).to.contain(dataDir).and.to.contain('Move it, or set DATA_DIR');
    }
  });

  it('cannot have a folder where the database should be', async () => {
    await mkdir(join(folder, 'assistant.sqlite'));
    expect(await faultOf(open(folder))).to.match(
      /^StoreUnavailableError: A folder stands where the database should be/,
    );
  });

  it('must be writable', async function () {
    // The superuser may write everywhere.
    if (process.getuid?.() === 0) return this.skip();
    await chmod(folder, 0o500);
    expect(await faultOf(open(folder))).to.match(/^StoreUnavailableError: The data folder may not be written to/);
  });

  it('is not used where its file is no database; the file stays as it is', async () => {
    const file = join(folder, 'assistant.sqlite');
    await writeFile(file, 'no database '.repeat(1_000));
    const fault = await faultOf(open(folder));
    expect(fault).to.match(
      /^StoreUnavailableError: The database file is none, or is damaged \(\/.*restore the last backup/,
    );
    expect((await stat(file)).size).to.equal(12_000);
  });

  it('keeps what was committed through a power cut, and overwrites what is deleted', async () => {
    const { db } = await openSqlite(folder);
    const settings = await Promise.all(
      ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map(async (name) => {
        const { rows } = await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db);
        return rows[0]?.[name];
      }),
    );
    await db.destroy();
    // https://sqlite.org/pragma.html: synchronous 2 is "full".
    expect(settings).to.deep.equal(['wal', 2, 1, 1]);
  });

  it('is reported when its file goes away under the running service', async () => {
    const stores = await open(folder);
    await stores.check();
    await rename(join(folder, 'assistant.sqlite'), join(folder, 'moved.sqlite'));
    expect(await faultOf(stores.check())).to.match(/^StoreUnavailableError: The database file was moved/);
    await writeFile(join(folder, 'assistant.sqlite'), '');
    expect(await faultOf(stores.check())).to.match(/^StoreUnavailableError: The database file was moved, replaced/);
  });

  it('on a full disk gives a fault that says so, keeps what it has, and goes on when there is room', async () => {
    const database = await openSqlite(folder);
    const stores = await prepareStores(database, options);
    opened.push(stores);
    await begin(stores.conversations);
    await say(stores.conversations, 'm1');
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database.db);
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(database.db);
    const activity = { text: 'x'.repeat(50_000) };
    const accept = () => stores.conversations.accept(ID, { id: 'm2', activity, at: AT });
    for (let attempt = 0; attempt < 3; attempt++) {
      expect(await faultOf(accept())).to.match(
        /^StoreUnavailableError: The disk of the database is full \(\/.*Make room/,
      );
    }
    expect(lines(await stores.conversations.activitiesAfter(ID, 0))).to.deep.equal(['1 m1']);
    await sql`pragma max_page_count = 100000`.execute(database.db);
    expect(await accept()).to.include({ sequence: 2, repeated: false });
  });

  it('on a disk that is really full says so at start-up and when asked for its health', async function () {
    const mounted = join(folder, 'small');
    await mkdir(mounted);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', mounted], { stdio: 'ignore' });
    } catch {
      // Needs the right to mount.
      return this.skip();
    }
    try {
      const database = await openSqlite(mounted);
      expect(await faultOf(database.check())).to.match(/^StoreUnavailableError: The disk of the data folder is full/);
      await database.db.destroy();
      await writeFile(join(mounted, 'filler'), Buffer.alloc(200_000)).catch(() => undefined);
      expect(await faultOf(openStores({ dataDir: mounted, ...options }))).to.match(
        /^StoreUnavailableError: The disk of the (database|data folder) (is full|cannot be read or written)/,
      );
    } finally {
      execFileSync('umount', ['--lazy', mounted]);
    }
  });
});

describe('The SQLite file, when another process holds it', () => {
  let folder: string;
  let stores: Stores;
  let other: LibsqlDatabase.Database;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'data-'));
    stores = await prepareStores(await openSqlite(folder, PATIENCE), options);
    await begin(stores.conversations);
    other = new LibsqlDatabase(join(folder, 'assistant.sqlite'));
    other.exec('begin immediate');
  });
  afterEach(async () => {
    if (other.inTransaction) other.exec('rollback');
    other.close();
    await stores.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('is waited for, without stopping anything else in this process', async () => {
    let accepted = false;
    const writing = say(stores.conversations, 'm1').then(() => (accepted = true));
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    expect(accepted).to.equal(false);
    expect((await openStoresRead(folder))?.id).to.equal(ID);
    other.exec('commit');
    await writing;
    expect(lines(await stores.conversations.activitiesAfter(ID, 0))).to.deep.equal(['1 m1']);
  });

  for (const mode of ['wal', 'delete']) {
    it(`is waited for when it is opened for the first time, in mode "${mode}"`, async () => {
      const fresh = await mkdtemp(join(folder, 'fresh-'));
      const holder = new LibsqlDatabase(join(fresh, 'assistant.sqlite'));
      holder.exec(`pragma journal_mode = ${mode}; begin immediate; create table theirs (id text)`);
      const opening = openSqlite(fresh, 5_000).then((database) => prepareStores(database, options));
      await new Promise((resolve) => setTimeout(resolve, 50));
      holder.exec('rollback');
      const first = await opening;
      await begin(first.conversations);
      expect(await say(first.conversations, 'm1')).to.include({ sequence: 1 });
      holder.close();
      await first.close();
    });
  }

  it('is reported after a while, and works again when it is let go', async () => {
    const fault = await faultOf(say(stores.conversations, 'm1'));
    expect(fault).to.match(/^StoreUnavailableError: Another process keeps the database locked \(\//);
    other.exec('rollback');
    expect(await say(stores.conversations, 'm1')).to.include({ sequence: 1 });
  });
});

/** Reads without waiting for the writer. */
async function openStoresRead(folder: string) {
  const database = await openSqlite(folder);
  try {
    return await database.db.selectFrom('conversations').select('id').executeTakeFirst();
  } finally {
    await database.db.destroy();
  }
}
