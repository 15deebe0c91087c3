import { expect } from 'chai';
import { hasPostgres } from '../support/databases.js';
import { call, openStream, poll, post, startConversation, type Stream } from '../support/direct-line-calls.js';
import { until } from '../support/until.js';
import { startTwo, type TwoApps } from './two-apps.js';

/** A socket does, so often, where nobody tells it. Milliseconds. */
const LOOKS_BY_ITSELF = 30_000;

(hasPostgres ? describe : describe.skip)('a WebSocket on one instance', function () {
  this.timeout(30_000);
  let apps: TwoApps;
  let stream: Stream;
  beforeEach(async () => {
    apps = await startTwo();
  });
  afterEach(async () => {
    stream.socket.terminate();
    await apps.end();
  });

  /** A conversation begun at the other instance, and its stream at this one. */
  async function listening() {
    const started = await startConversation(apps.other);
    stream = await openStream(
      started.streamUrl.replace(apps.other.url.replace('http', 'ws'), apps.one.url.replace('http', 'ws')),
    );
    await until(() => stream.socket.readyState === stream.socket.OPEN, 'the stream');
    return started;
  }
  const hears = async (): Promise<boolean> => (await call(apps.one, '/readyz')).body['status'] === 'ready';
  /** Those of these two instances alone, by the last that they said. */
  const cutListeners = (): Promise<unknown> =>
    apps.database.raw(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${apps.name}'
       and (query like 'listen %' or query = 'select 1')`,
    );

  it('sees at once what another instance has written', async () => {
    const started = await listening();
    const began = performance.now();
    await post(apps.other, started, 'do you sell my details?');
    await stream.received(2);
    expect(performance.now() - began).to.be.lessThan(LOOKS_BY_ITSELF / 2);
    expect(stream.kept.map(({ id }) => id)).to.deep.equal(
      (await poll(apps.one, started)).activities.map(({ id }) => id),
    );
  });

  it('sees what was written while its instance could not hear, once it hears again', async () => {
    const started = await listening();
    await cutListeners();
    await until(() => apps.one.logged().includes('database-not-heard'), 'the end of the connection');
    await post(apps.other, started, 'do you sell my details?');
    await stream.received(2);
    await until(hears, 'a service that is ready');
    expect(apps.one.logged()).to.contain('database-heard-again');
    expect(stream.closed).to.equal(undefined);
  });

  it('is told nothing but the id of a conversation', async () => {
    const heard: string[] = [];
    const listener = apps.one.stores.listen?.({ grown: (id) => void heard.push(id), missed: () => undefined });
    await until(() => listener?.connected === true, 'the connection');
    const started = await listening();
    await post(apps.other, started, 'I am Jo Bloggs');
    // Whoever else uses the server's database is heard as well.
    const ours = (): string[] => heard.filter((signal) => signal.includes(started.conversationId));
    await until(() => ours().length >= 2, 'two signals');
    await listener?.stop();
    expect(new Set(ours())).to.deep.equal(new Set([started.conversationId]));
    expect(heard.join()).not.to.match(/Bloggs/);
  });
});
