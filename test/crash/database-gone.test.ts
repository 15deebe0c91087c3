import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { startBalancer, type Balancer } from '../../tools/crash/balancer.js';
import { ownPostgres, type RunDatabase } from '../../tools/crash/databases.js';
import { hasPostgres, POSTGRES_URL } from '../support/databases.js';
import { Scene } from './scene.js';

/** After clients have noticed; `DATABASE_GONE_MS=60000` is a minute. Longer than the service's patience with a connection. */
const GONE_MS = Number(process.env['DATABASE_GONE_MS'] ?? 6_000);

(hasPostgres ? describe : describe.skip)('a database that is gone under load', function () {
  this.timeout(150_000 + GONE_MS);
  let gate: Balancer;
  let database: RunDatabase;
  let scene: Scene;
  const backends = [Number(new URL(POSTGRES_URL).port || 5432)];
  beforeEach(async () => {
    gate = await startBalancer(backends);
    database = await ownPostgres(POSTGRES_URL);
    const through = new URL(database.databaseUrl ?? '');
    through.hostname = '127.0.0.1';
    through.port = String(gate.port);
    scene = await Scene.open(database, { DATABASE_URL: through.href });
  });
  afterEach(async () => {
    await scene.end();
    await gate.close();
    await database.dispose();
  });

  it('and comes back: the service stays up, says that it is not ready, and goes on where it was', async () => {
    gate.shut();
    await scene.refusing();
    await pause(GONE_MS);
    expect(await scene.status('/healthz')).to.equal(200);
    expect(await scene.status('/readyz')).to.equal(503);
    gate.use(backends);
    await scene.someRequests();
    expect(await scene.status('/readyz')).to.equal(200);
    await scene.endsWell();
  });

  it('and comes back after the service was killed meanwhile, which starts as soon as it can', async () => {
    gate.shut();
    await scene.killAndStart();
    expect(await scene.server.ready.then(() => 'ready', String)).to.match(
      /The database server cannot be reached|connection to the database was lost/,
    );
    gate.use(backends);
    await scene.killAndStart();
    await scene.server.ready;
    await scene.someRequests();
    await scene.endsWell();
  });
});
