import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';
import { expect } from 'chai';
import { sql } from 'kysely';
import { Client } from 'pg';
import type { LogFields } from '../../src/log.js';
import { openStores, prepareStores } from '../../src/stores/open.js';
import { openPostgres } from '../../src/stores/postgres.js';
import { freshPostgres, hasPostgres, POSTGRES_URL } from '../support/databases.js';
import { AT, KEYS, type FreshDatabase } from '../support/fresh-database.js';
import { begin, faultOf, ID, lines, say } from './a-conversation.js';

const options = { encryptionKeys: KEYS, now: () => AT };
const openAt = (databaseUrl: string) => openStores({ dataDir: '', databaseUrl, ...options });

describe('PostgreSQL', () => {
  it('is there to be tested', function () {
    if (!hasPostgres && process.env['REQUIRE_POSTGRES'] !== '1') return this.skip();
    expect(hasPostgres, `REQUIRE_POSTGRES=1, and no server answers at ${new URL(POSTGRES_URL).host}`).to.equal(true);
  });

  it('that cannot be reached is reported, without the password', async () => {
    const fault = await faultOf(openAt('postgres://someone:a-password@127.0.0.1:1/assistant'));
    expect(fault).to.equal(
      'StoreUnavailableError: The database server cannot be reached (DATABASE_URL names 127.0.0.1:1, database "assistant"). ' +
        'Check that it runs, the host and port in DATABASE_URL, and the network between.',
    );
  });

  it('whose address cannot be read is reported, without the password', async () => {
    const fault = await faultOf(openAt('postgres://someone:a-password@host:port/assistant'));
    expect(fault).to.match(/^StoreUnavailableError: The address of the database cannot be read/);
    expect(fault).not.to.contain('a-password');
  });

  it('that takes the connection and says nothing is given up on', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = silent.address() as AddressInfo;
      const database = openPostgres(`postgres://someone@127.0.0.1:${port}/assistant`, undefined, { connect: 100 });
      const fault = await faultOf(prepareStores(database, options));
      expect(fault).to.match(/^StoreUnavailableError: The database server cannot be reached/);
    } finally {
      silent.close();
    }
  });

  (hasPostgres ? describe : describe.skip)('that answers', () => {
    let database: FreshDatabase;
    beforeEach(async () => {
      database = await freshPostgres();
    });
    afterEach(() => database.dispose());

    it('is opened while somebody drops a schema of their own', async () => {
      const name = `dropped_${process.pid}`;
      const client = new Client({ connectionString: POSTGRES_URL });
      await client.connect();
      let opening = true;
      const dropping = (async () => {
        while (opening) {
          await client.query(`create schema ${name}; create table ${name}.things (id serial)`);
          await client.query(`drop schema ${name} cascade`);
        }
      })();
      const faults: string[] = [];
      for (let times = 0; times < 12; times += 1) faults.push(await database.open().then(() => 'none', String));
      opening = false;
      await dropping;
      await client.end();
      expect([...new Set(faults)]).to.deep.equal(['none']);
    });

    const url = (change: (url: URL) => void): string => {
      const changed = new URL(database.location.databaseUrl ?? '');
      change(changed);
      return changed.href;
    };

    it('and has no such database is reported', async () => {
      const fault = await faultOf(openAt(url((to) => void (to.pathname = '/there-is-none'))));
      expect(fault).to.match(/^StoreUnavailableError: There is no such database on the server .*"there-is-none"/);
    });

    it('and has no such user is reported', async () => {
      const fault = await faultOf(openAt(url((to) => void (to.username = 'nobody-of-this-name'))));
      expect(fault).to.match(/^StoreUnavailableError: The database server refused the user or password/);
    });

    it('and has no schema to write to is reported', async () => {
      const fault = await faultOf(openAt(url((to) => to.searchParams.set('options', '-csearch_path=nowhere'))));
      expect(fault).to.match(/^StoreUnavailableError: .*schema/);
    });

    it('and only lets itself be read is reported', async () => {
      const readOnly = '-cdefault_transaction_read_only=on';
      const databaseUrl = url((to) =>
        to.searchParams.set('options', `${to.searchParams.get('options') ?? ''} ${readOnly}`),
      );
      const readable = openPostgres(databaseUrl);
      expect(await faultOf(readable.check())).to.match(/^StoreUnavailableError: The database can only be read/);
      await readable.db.destroy();
      expect(await faultOf(openAt(databaseUrl))).to.match(/^StoreUnavailableError: The database can only be read/);
    });

    it('and cuts connections is reported, and connected to again', async () => {
      const logged: [string, LogFields | undefined][] = [];
      const log = {
        debug: () => {},
        info: () => {},
        error: () => {},
        warn: (event: string, fields?: LogFields) => void logged.push([event, fields]),
      };
      const stores = await database.open({ log });
      await begin(stores.conversations);
      const others = `pid <> pg_backend_pid() and application_name = 'privacy-assistant'
        and pid in (select pid from pg_locks where relation = 'conversations'::regclass)`;
      await database.raw('begin');
      await database.raw('lock table conversations');
      const writing = faultOf(say(stores.conversations, 'm1'));
      await untilRows(database, `select 1 from pg_stat_activity where ${others}`);
      await database.raw(`select pg_terminate_backend(pid) from pg_stat_activity where ${others}`);
      expect(await writing).to.match(
        /^StoreUnavailableError: The (connection to the database was lost|database server is)/,
      );
      await database.raw('rollback');
      expect(await say(stores.conversations, 'm1')).to.include({ sequence: 1, repeated: false });
      await stores.check();
      expect(logged.every(([event]) => event === 'database-connection-lost')).to.equal(true);
    });

    it('and falls silent in the middle of a transaction is given up on, and connected to again', async () => {
      const gate = await openGate(new URL(POSTGRES_URL));
      try {
        const through = url((to) => void ((to.hostname = '127.0.0.1'), (to.port = String(gate.port))));
        const stores = await prepareStores(openPostgres(through, undefined, { hold: 300 }), options);
        await begin(stores.conversations);
        gate.silence();
        expect(await faultOf(say(stores.conversations, 'm1'))).to.match(
          /^StoreUnavailableError: The connection to the database was lost/,
        );
        expect(await say(stores.conversations, 'm1')).to.include({ sequence: 1 });
        expect(lines(await stores.conversations.activitiesAfter(ID, 0))).to.deep.equal(['1 m1']);
        await stores.close();
      } finally {
        await gate.close();
      }
    });

    it('gives moments as numbers to the stores, and to nobody else in this process', async () => {
      const opened = openPostgres(database.location.databaseUrl ?? '');
      const { rows } = await sql<{ moment: unknown }>`select 1795428000000::bigint as moment`.execute(opened.db);
      await opened.db.destroy();
      expect(rows).to.deep.equal([{ moment: 1_795_428_000_000 }]);
      const other = new Client({ connectionString: POSTGRES_URL });
      await other.connect();
      const answer = await other.query<{ moment: unknown }>('select 5::bigint as moment');
      await other.end();
      expect(answer.rows).to.deep.equal([{ moment: '5' }]);
    });
  });
});

async function untilRows(database: FreshDatabase, statement: string): Promise<void> {
  for (let attempt = 0; attempt < 500; attempt++) {
    if ((await database.raw(statement)).length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`no rows came: ${statement}`);
}

interface Gate {
  readonly port: number;
  /** What is connected now gets nothing through any more, and is not closed either; what connects later gets through. */
  silence(): void;
  close(): Promise<void>;
}

/** Stands between the service and the server. */
async function openGate(target: URL): Promise<Gate> {
  const pairs: [Socket, Socket][] = [];
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    pairs.push([client, upstream]);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    silence: () => pairs.forEach(([client, upstream]) => void (client.unpipe(upstream), upstream.unpipe(client))),
    close: async () => {
      for (const socket of pairs.flat()) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
