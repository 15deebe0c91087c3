import { expect } from 'chai';
import { Client } from 'pg';
import { startBalancer } from '../../tools/crash/balancer.js';
import { violationsOf } from '../../tools/crash/check.js';
import { gather } from '../../tools/crash/crowd.js';
import { ownPostgres, type RunDatabase } from '../../tools/crash/databases.js';
import { startMailSink } from '../../tools/crash/mail-sink.js';
import { deliverRest, environmentOf } from '../../tools/crash/run.js';
import { freePort, startServer, type ServerProcess } from '../../tools/crash/server-process.js';
import { hasPostgres, POSTGRES_URL } from '../support/databases.js';
import { until } from '../support/until.js';
import { buildNextVersion, NEXT_MIGRATION, type NextVersion } from './next-version.js';

const PATIENCE = 60_000;

(hasPostgres ? describe : describe.skip)('a rolling restart with a migration', function () {
  this.timeout(240_000);
  let database: RunDatabase;
  let next: NextVersion;
  const servers: ServerProcess[] = [];
  before(async () => {
    next = await buildNextVersion();
    database = await ownPostgres(POSTGRES_URL);
  });
  after(async () => {
    await Promise.all(servers.map((server) => server.kill()));
    await database.dispose();
    await next.dispose();
  });

  async function forgetMigration(name: string): Promise<number | null> {
    const client = new Client({ connectionString: database.databaseUrl });
    await client.connect();
    const { rowCount } = await client.query('delete from kysely_migration where name = $1', [name]);
    await client.end();
    return rowCount;
  }

  it('loses nothing and turns nobody away, while both versions serve side by side', async () => {
    const sink = await startMailSink(20);
    const env = environmentOf(database, sink);
    const start = async (main?: string): Promise<ServerProcess> => {
      const server = startServer({ port: await freePort(), env, main });
      servers.push(server);
      return server;
    };
    const old = [await start(), await start()];
    await Promise.all(old.map(({ ready }) => ready));
    const balancer = await startBalancer(old.map(({ port }) => port));
    const crowd = gather(balancer.url, 3);
    await until(() => crowd.finished.length >= 2, 'the first requests', PATIENCE);

    // Both at once: one migrates, and the other waits for it.
    const young = [await start(next.main), await start(next.main)];
    await Promise.all(young.map(({ ready }) => ready));
    balancer.use([...old, ...young].map(({ port }) => port));
    const before = crowd.finished.length;
    await until(() => crowd.finished.length >= before + 3, 'requests over both versions', PATIENCE);
    const codes: (number | null)[] = [];
    for (const [i, server] of old.entries()) {
      balancer.use([...old.slice(i + 1), ...young].map(({ port }) => port));
      codes.push(await server.stop());
    }
    const atLast = crowd.finished.length;
    await until(() => crowd.finished.length >= atLast + 3, 'requests over the new version', PATIENCE);
    await crowd.enough();
    codes.push(...(await Promise.all(young.map((server) => server.stop()))));
    await balancer.close();
    // The last one has to be of a version that knows the schema.
    expect(await deliverRest(env, next.main)).to.deep.equal([]);
    await sink.close();

    expect(codes).to.deep.equal([0, 0, 0, 0]);
    expect([crowd.failures, crowd.turnedAway]).to.deep.equal([[], 0]);
    // This version has to open the database again, and would refuse to.
    expect(await forgetMigration(NEXT_MIGRATION)).to.equal(1);
    expect(await violationsOf({ database, finished: crowd.finished, taken: sink.taken })).to.deep.equal([]);
  });
});
