import { expect } from 'chai';
import { Registry } from 'prom-client';
import { createMetrics, type Backlog } from '../src/metrics.js';

/** The samples of one metric, as a scrape shows them. */
async function scraped(registry: Registry, name: string): Promise<string[]> {
  const lines = (await registry.metrics()).split('\n');
  return lines.filter((line) => line.startsWith(name));
}

describe('the metrics', () => {
  it('count turns by kind, and requests by route, method and status', async () => {
    const { registry, turns, httpRequests } = createMetrics({ ofProcess: false });
    turns.inc({ kind: 'answer' });
    turns.inc({ kind: 'answer' });
    turns.inc({ kind: 'signpost' });
    httpRequests.inc({ route: '/api/chat/token', method: 'POST', status: '200' });
    expect(await scraped(registry, 'assistant_turns_total')).to.deep.equal([
      'assistant_turns_total{kind="answer"} 2',
      'assistant_turns_total{kind="signpost"} 1',
    ]);
    expect(await scraped(registry, 'assistant_http_requests_total')).to.deep.equal([
      'assistant_http_requests_total{route="/api/chat/token",method="POST",status="200"} 1',
    ]);
  });

  it('take no label that they do not name', () => {
    const { turns } = createMetrics({ ofProcess: false });
    const labels = { kind: 'answer', text: 'I am Jo Bloggs' };
    expect(() => {
      turns.inc(labels);
    }).to.throw(/text/);
  });

  it('put a turn into the bucket of its seconds', async () => {
    const { registry, turnSeconds } = createMetrics({ ofProcess: false });
    turnSeconds.observe(0.04);
    const buckets = await scraped(registry, 'assistant_turn_duration_seconds_bucket');
    expect(buckets).to.include('assistant_turn_duration_seconds_bucket{le="0.025"} 0');
    expect(buckets).to.include('assistant_turn_duration_seconds_bucket{le="0.05"} 1');
  });

  it('have a registry each, so that one process can hold two', async () => {
    const [one, other] = [createMetrics({ ofProcess: false }), createMetrics({ ofProcess: false })];
    one.conversations.inc();
    expect(await scraped(one.registry, 'assistant_conversations_total')).to.deep.equal([
      'assistant_conversations_total 1',
    ]);
    expect(await scraped(other.registry, 'assistant_conversations_total')).to.deep.equal([
      'assistant_conversations_total 0',
    ]);
  });

  it('are not registered twice in one registry', () => {
    const registry = new Registry();
    createMetrics({ registry, ofProcess: false });
    expect(() => createMetrics({ registry, ofProcess: false })).to.throw(/already been registered/);
  });

  it('tell of the process unless told not to', async () => {
    const name = 'process_resident_memory_bytes';
    expect(await scraped(createMetrics().registry, name)).to.have.length(1);
    expect(await scraped(createMetrics({ ofProcess: false }).registry, name)).to.deep.equal([]);
  });
});

describe('the gauge of waiting mail', () => {
  const gauge = 'assistant_outbox_mails';

  it('is asked for at every scrape', async () => {
    let waiting = 0;
    const backlog: Backlog = () => Promise.resolve({ waiting: (waiting += 1), refused: 2 });
    const { registry } = createMetrics({ ofProcess: false, backlog });
    await registry.metrics();
    expect(await scraped(registry, gauge)).to.deep.equal([
      'assistant_outbox_mails{status="waiting"} 2',
      'assistant_outbox_mails{status="refused"} 2',
    ]);
  });

  it('stays as it was, and the scrape succeeds, while the database is away', async () => {
    let away = false;
    const backlog: Backlog = () =>
      away ? Promise.reject(new Error('connection refused')) : Promise.resolve({ waiting: 3, refused: 0 });
    const { registry, conversations } = createMetrics({ ofProcess: false, backlog });
    await registry.metrics();
    away = true;
    conversations.inc();
    expect(await scraped(registry, gauge)).to.include('assistant_outbox_mails{status="waiting"} 3');
    expect(await scraped(registry, 'assistant_conversations_total')).to.deep.equal(['assistant_conversations_total 1']);
  });

  it('is not there without a backlog', async () => {
    expect(await scraped(createMetrics({ ofProcess: false }).registry, gauge)).to.deep.equal([]);
  });
});
