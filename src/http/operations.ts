/** What those who run the service look at: /healthz, /readyz, /metrics. */
import type { Server } from 'restify';
import { describeError } from '../log.js';
import type { HttpDependencies, ReadyCheck } from './dependencies.js';
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
    const [code, status] = readinessOf(checks);
    res.send(code, { status, checks });
  });

  readable(server, '/metrics', async (_req, res) => {
    res.setHeader('Content-Type', metrics.registry.contentType);
    res.sendRaw(200, await metrics.registry.metrics());
  });
}

/** A mail that was refused must not take every instance out of service: only what keeps this one from serving is a 503. */
function readinessOf(checks: Readonly<Record<string, ReadyCheck>>): readonly [code: 200 | 503, status: string] {
  const all = Object.values(checks);
  if (!all.every(({ ok }) => ok)) return [503, 'not ready'];
  return [200, all.some(({ degraded }) => degraded) ? 'degraded' : 'ready'];
}
