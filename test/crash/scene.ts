/** One instance under load, for faults that are not a kill: what it has at hand, and what must hold when it is over. */
import { expect } from 'chai';
import { violationsOf } from '../../tools/crash/check.js';
import { gather, type Crowd } from '../../tools/crash/crowd.js';
import type { RunDatabase } from '../../tools/crash/databases.js';
import { startMailSink, type MailSink } from '../../tools/crash/mail-sink.js';
import { deliverRest, environmentOf } from '../../tools/crash/run.js';
import { freePort, startServer, type ServerProcess } from '../../tools/crash/server-process.js';
import { until } from '../support/until.js';

const PEOPLE = 3;
/** Requests that come to their end before something happens, and after it is over. */
const SOME = 3;
const PATIENCE = 90_000;
/** In the metrics: a call of a client's that was answered with a fault of the service. */
const REFUSED = /^assistant_http_requests_total\{(?=[^}]*route="\/v3\/)(?=[^}]*status="5)/m;

export class Scene {
  private constructor(
    readonly database: RunDatabase,
    readonly sink: MailSink,
    private readonly env: Readonly<Record<string, string>>,
    public server: ServerProcess,
    readonly crowd: Crowd,
  ) {}

  /** @param change of its environment. Resolves once some requests were made. */
  static async open(database: RunDatabase, change: Readonly<Record<string, string>> = {}): Promise<Scene> {
    const sink = await startMailSink(20);
    const env = { ...environmentOf(database, sink), ...change };
    const server = startServer({ port: await freePort(), env, clockAhead: 0 });
    await server.ready;
    const scene = new Scene(database, sink, env, server, gather(server.url, PEOPLE));
    await scene.someRequests();
    return scene;
  }

  /** Resolves once more requests have come to their end. */
  async someRequests(): Promise<void> {
    const { length } = this.crowd.finished;
    await until(() => this.crowd.finished.length >= length + SOME, `${SOME} more requests`, PATIENCE);
  }

  /** Kills it, and starts it again. */
  async killAndStart(): Promise<void> {
    await this.server.kill();
    this.server = startServer({ port: this.server.port, env: this.env, clockAhead: 0 });
  }

  /** Resolves once clients were refused, and the service says that it is not ready. */
  async refusing(): Promise<void> {
    await until(() => this.hasRefused(), 'a client that is refused', PATIENCE);
    await until(async () => (await this.status('/readyz')) === 503, 'a service that is not ready', PATIENCE);
  }

  private async hasRefused(): Promise<boolean> {
    const answer = await fetch(`${this.server.url}/metrics`, { headers: { Connection: 'close' } }).catch(
      () => undefined,
    );
    return REFUSED.test((await answer?.text()) ?? '');
  }

  /** The HTTP status of a route, or why there is none. */
  async status(path: string): Promise<number | string> {
    return fetch(`${this.server.url}${path}`, { headers: { Connection: 'close' } }).then(
      ({ status }) => status,
      (error: unknown) => `${String(error)}; the server is ${this.server.state}`,
    );
  }

  /**
   * Everybody comes to their end, the mail goes out, and nothing was lost.
   * @param mayTurnAway whether clients may have been turned away, whose requests are passed on unfinished.
   */
  async endsWell({ mayTurnAway = false } = {}): Promise<void> {
    await this.crowd.enough();
    expect(await this.server.stop()).to.equal(0);
    expect(await deliverRest(this.env)).to.deep.equal([]);
    await this.sink.close();
    const { finished, failures, turnedAway } = this.crowd;
    expect(failures).to.deep.equal([]);
    if (!mayTurnAway) expect(turnedAway).to.equal(0);
    const { database } = this;
    const found = await violationsOf({ database, finished, taken: this.sink.taken, others: mayTurnAway });
    expect(found).to.deep.equal([]);
  }

  /** Whatever is left, where a test failed. */
  async end(): Promise<void> {
    await this.server.kill();
    await this.sink.close();
  }
}
