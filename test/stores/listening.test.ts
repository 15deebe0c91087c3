import { randomUUID } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { expect } from 'chai';
import { listenPostgres } from '../../src/stores/postgres-listen.js';
import type { Listening, LogListener } from '../../src/stores/store.js';
import { freshPostgres, hasPostgres } from '../support/databases.js';
import type { FreshDatabase } from '../support/fresh-database.js';
import { until } from '../support/until.js';
import { aTurn, begin, faultOf, say } from './a-conversation.js';

/** Whoever else uses the server's database is heard as well. */
const OWN = `conversation-${randomUUID()}`;
const TIMES = { answer: 5_000, check: 50, reopen: 20 };
/** Where the server says nothing. A slow machine may then cut a connection that was well, and open another. */
const IMPATIENT = { ...TIMES, answer: 100 };
/** Longer than it takes to give up on a server and to open the next connection. */
const PATIENCE = 8_000;

(hasPostgres ? describe : describe.skip)('Listening to other instances', () => {
  let database: FreshDatabase;
  let wire: Wire;
  let listening: Listening;
  let listen: (times: typeof TIMES) => Listening;
  const heard: string[] = [];
  const logged: string[] = [];
  let missed = 0;
  const listener: LogListener = {
    grown: (id) => void (id === OWN && heard.push(id)),
    missed: () => void (missed += 1),
  };
  const write = (event: string): void => void logged.push(event);
  const log = { debug: write, info: write, warn: write, error: write };

  beforeEach(async () => {
    heard.splice(0);
    logged.splice(0);
    missed = 0;
    database = await freshPostgres();
    const url = new URL(database.location.databaseUrl ?? '');
    wire = await openWire(Number(url.port || 5432));
    url.port = String(wire.port);
    listen = (times) => listenPostgres(url.href, listener, { log, times });
    listening = listen(TIMES);
    await until(() => listening.connected, 'the connection');
  });
  afterEach(async () => {
    await listening.stop();
    await wire.close();
    await database.dispose();
  });

  it('hears of a message and of its replies, each once they are committed', async () => {
    const { conversations } = await database.open();
    await begin(conversations, OWN);
    await say(conversations, 'm1', { conversationId: OWN });
    await until(() => heard.length === 1, 'the message');
    await conversations.commitTurn(aTurn({ conversationId: OWN }));
    await until(() => heard.length === 2, 'the reply');
    expect(heard).to.deep.equal([OWN, OWN]);
  });

  it('hears nothing of what was not committed', async () => {
    const { conversations } = await database.open();
    await begin(conversations, OWN);
    await say(conversations, 'm1', { conversationId: OWN });
    expect(await faultOf(conversations.commitTurn(aTurn({ conversationId: OWN, expectedVersion: 7 })))).to.match(
      /^StaleStateError/,
    );
    await say(conversations, 'm2', { conversationId: OWN });
    await until(() => heard.length === 2, 'both messages');
    expect(heard).to.deep.equal([OWN, OWN]);
  });

  it('says that something may have been missed when it hears for the first time, and again after it could not', async () => {
    expect([missed, logged]).to.deep.equal([1, []]);
    wire.cut();
    await until(() => missed === 2, 'the next connection');
    expect(logged).to.deep.equal(['database-not-heard', 'database-heard-again']);
  });

  /** From now on it gives up soon. */
  async function hurry(): Promise<void> {
    await listening.stop();
    listening = listen(IMPATIENT);
    await until(() => listening.connected, 'the connection');
  }

  it('notices a server that is gone without a word', async () => {
    await hurry();
    const before = missed;
    wire.silence();
    await until(() => missed > before, 'the next connection', PATIENCE);
    await until(() => listening.connected, 'the connection');
  });

  it('notices a server that falls silent as soon as it has let it in', async () => {
    await hurry();
    wire.stall(true);
    wire.cut();
    await until(() => wire.stalled() > 1, 'another try', PATIENCE);
    expect(listening.connected).to.equal(false);
    wire.stall(false);
    await until(() => listening.connected, 'the connection');
  });

  it('goes on trying while there is no server, and says so once', async () => {
    wire.refuse(true);
    wire.cut();
    await until(() => wire.refused() > 3, 'some tries');
    expect([listening.connected, logged]).to.deep.equal([false, ['database-not-heard']]);
    wire.refuse(false);
    await until(() => listening.connected, 'the connection');
  });

  it('hears nothing any more once it is stopped, also while it has no connection', async () => {
    wire.refuse(true);
    wire.cut();
    await until(() => !listening.connected, 'the end of the connection');
    await listening.stop();
    const before = wire.refused();
    wire.refuse(false);
    await new Promise((resolve) => setTimeout(resolve, 5 * TIMES.reopen));
    expect([listening.connected, wire.refused()]).to.deep.equal([false, before]);
  });
});

/** PostgreSQL's "ready for query", in no transaction: what it says last when it lets somebody in. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

interface Wire {
  readonly port: number;
  /** Ends what is connected. */
  cut(): void;
  /** What is connected gets nothing through any more, and is not ended. */
  silence(): void;
  /** Ends every new connection at once, or lets it through again. */
  refuse(refusing: boolean): void;
  refused(): number;
  /** Lets new connections sign in, and nothing else; or everything again. */
  stall(stalling: boolean): void;
  stalled(): number;
  close(): Promise<void>;
}

/** Between the listener and the server. */
async function openWire(target: number): Promise<Wire> {
  let pairs: (readonly [Socket, Socket])[] = [];
  let refusing = false;
  let refused = 0;
  let stalling = false;
  let stalled = 0;
  const server: Server = createServer((client) => {
    client.on('error', () => undefined);
    if (refusing) {
      refused += 1;
      return void client.destroy();
    }
    const upstream = connect(target, '127.0.0.1').on('error', () => undefined);
    pairs.push([client, upstream]);
    client.pipe(upstream).pipe(client);
    upstream.on('data', (chunk: Buffer) => {
      if (!stalling || !chunk.includes(READY)) return;
      client.unpipe(upstream);
      stalled += 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (): void => pairs.flat().forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      cut();
      pairs = [];
    },
    silence: () => pairs.forEach(([client, upstream]) => void (client.unpipe(upstream), upstream.unpipe(client))),
    refuse: (next) => void (refusing = next),
    refused: () => refused,
    stall: (next) => void (stalling = next),
    stalled: () => stalled,
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
