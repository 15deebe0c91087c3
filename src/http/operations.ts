/** What those who run the service look at: /healthz, /readyz, /metrics. */
import type { Server } from 'restify';
import { describeError } from '../log.js';
import type { HttpDependencies } from './dependencies.js';
import { readable } from './readable.js';

type OperationsDependencies = Pick<HttpDependencies, 'ready' | 'metrics' | 'log'>;

/** None of the three needs a token, and none says anything about anybody. */
export function installOperations(server: Server, { ready, metrics, log }: OperationsDependencies): void {
  readable(server, '/healthz', async (_req, res) => {
    res.send(200, { status: 'alive' });
  });

  readable(server, '/readyz', async (_req, res) => {
    const checks = await ready().catch((error: unknown) => {
      log.error('ready-fault', describeError(error));
      return { service: { ok: false, detail: 'the checks themselves failed; see the log' } };
    });
    const isReady = Object.values(checks).every((check) => check.ok);
    res.send(isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', checks });
  });

  readable(server, '/metrics', async (_req, res) => {
    res.setHeader('Content-Type', metrics.registry.contentType);
    res.sendRaw(200, await metrics.registry.metrics());
  });
}
