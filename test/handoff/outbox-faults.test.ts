import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { expect } from 'chai';
import type { SMTPServerOptions } from 'smtp-server';
import { newReference } from '../../src/requests/reference.js';
import type { OutboxStore } from '../../src/stores/store.js';
import { LEASE, OutboxScene, START } from './an-outbox.js';
import { queueRequest } from './queue.js';
import { aRequest } from './requests.js';

const MESSAGE_ID = '<pr-7k3m-q2x9.dpo@example.gov.uk>';

describe('Outbox, when things go wrong', () => {
  let scene: OutboxScene;
  const open = async (options?: SMTPServerOptions): Promise<void> => void (scene = await OutboxScene.open(options));
  afterEach(() => scene.close());

  it('repeats a mail under the same Message-ID after a crash between the server’s yes and the record', async () => {
    await open();
    await scene.queue();
    const died = (): Promise<never> => Promise.reject(new Error('the process died'));
    await scene.worker({ store: scene.storeWith({ accepted: died, failed: died }) }).drain();
    expect(scene.sent()).to.deep.equal([MESSAGE_ID]);
    const afterTheCrash = scene.worker();
    scene.later(LEASE - 1);
    await afterTheCrash.drain();
    expect(scene.sent()).to.deep.equal([MESSAGE_ID]);
    scene.later(1);
    await afterTheCrash.drain();
    expect(scene.sent()).to.deep.equal([MESSAGE_ID, MESSAGE_ID]);
    expect(await scene.stores.outbox.backlog()).to.deep.include({ waiting: 0 });
  });

  it('records late, without sending again, what the store could not take at the time', async () => {
    await open();
    await scene.queue();
    let broken = true;
    const accepted: OutboxStore['accepted'] = (...args) =>
      broken ? Promise.reject(new Error('down')) : scene.stores.outbox.accepted(...args);
    const outbox = scene.worker({ store: scene.storeWith({ accepted }) });
    await outbox.drain();
    expect(await scene.stores.outbox.backlog()).to.deep.include({ waiting: 1 });
    broken = false;
    await outbox.drain();
    scene.later(12 * LEASE);
    await outbox.drain();
    expect(scene.sent()).to.deep.equal([MESSAGE_ID]);
    expect(await scene.stores.outbox.backlog()).to.deep.include({ waiting: 0 });
  });

  it('records that the server has a mail however late, rather than send it again', async () => {
    await open();
    await scene.queue();
    let broken = true;
    const accepted: OutboxStore['accepted'] = (...args) =>
      broken ? Promise.reject(new Error('down')) : scene.stores.outbox.accepted(...args);
    const outbox = scene.worker({ store: scene.storeWith({ accepted }) });
    await outbox.drain();
    broken = false;
    scene.later(3 * LEASE);
    await outbox.drain();
    expect(scene.events()).to.deep.equal(['outbox-store-fault', 'mail-accepted']);
    expect(scene.sent()).to.deep.equal([MESSAGE_ID]);
    expect(await scene.stores.outbox.backlog()).to.deep.include({ waiting: 0 });
  });

  it('lets go of a failure once the lease is over, as the mail may be another worker’s by then', async () => {
    let refuse = true;
    const later = Object.assign(new Error('4.7.1 Later'), { responseCode: 451 });
    await open({ onRcptTo: (_address, _session, done) => (refuse ? done(later) : done()) });
    await scene.queue();
    let broken = true;
    const failed: OutboxStore['failed'] = (...args) =>
      broken ? Promise.reject(new Error('down')) : scene.stores.outbox.failed(...args);
    const outbox = scene.worker({ store: scene.storeWith({ failed }) });
    await outbox.drain();
    broken = false;
    refuse = false;
    scene.later(LEASE);
    await outbox.drain();
    expect(scene.events()).to.deep.equal(['outbox-store-fault', 'mail-outcome-lost', 'mail-accepted']);
    expect(scene.sent()).to.deep.equal([MESSAGE_ID]);
  });

  it('survives a store that is down, says so in the log without what it holds, and goes on when it is back', async () => {
    await open();
    await scene.queue();
    let broken = true;
    const fault = Object.assign(new Error('values: Zebedee Quillfeather'), { code: 'ECONNREFUSED' });
    const claim: OutboxStore['claim'] = (...args) =>
      broken ? Promise.reject(fault) : scene.stores.outbox.claim(...args);
    const outbox = scene.worker({ store: scene.storeWith({ claim }) });
    outbox.nudge();
    await outbox.drain();
    expect(scene.events()).to.include('outbox-store-fault');
    expect(scene.logged[0]?.fields).to.include({ code: 'ECONNREFUSED' });
    expect(JSON.stringify(scene.logged)).not.to.contain('Quillfeather');
    broken = false;
    await outbox.drain();
    expect(scene.sent()).to.deep.equal([MESSAGE_ID]);
  });

  it('tries again later where a transport breaks its word and throws', async () => {
    await open();
    await scene.queue();
    const transport = {
      description: '',
      receiver: { name: '', remedy: '' },
      deliver: () => Promise.reject(new Error('zq@example.com')),
      close: () => Promise.resolve(),
    };
    await scene.worker({ transport }).drain();
    expect(scene.events()).to.deep.equal(['mail-transport-fault', 'mail-waits']);
    expect(JSON.stringify(scene.logged)).not.to.contain('zq@');
    expect(await scene.stores.outbox.backlog()).to.deep.include({ waiting: 1 });
  });

  it('logs nothing about a person, whatever the server says', async () => {
    await open({
      onRcptTo: ({ address }, _session, done) =>
        done(Object.assign(new Error(`5.1.1 ${address} unknown`), { responseCode: 550 })),
    });
    await queueRequest(scene.stores, aRequest(), START);
    await scene.worker().drain();
    expect(scene.events()).to.deep.equal(['mail-refused', 'mail-refused']);
    expect(JSON.stringify(scene.logged)).not.to.match(/@|Quillfeather|dampness/);
  });

  it('stops when what is under way is finished, and takes nothing after that', async () => {
    const server = new EventTarget();
    let answer = (): void => undefined;
    await open({
      onData: (stream, _session, done) => {
        stream.resume().on('end', () => {
          answer = () => done(null, 'OK');
          server.dispatchEvent(new Event('mail'));
        });
      },
    });
    await scene.queue();
    const outbox = scene.worker({ batch: 1 });
    const mail = once(server, 'mail');
    outbox.nudge();
    await mail;
    await scene.queue(newReference());
    let stopped = false;
    const stopping = outbox.stop().then(() => (stopped = true));
    await new Promise(setImmediate);
    expect(stopped).to.equal(false);
    answer();
    await stopping;
    outbox.nudge();
    await outbox.drain();
    expect(await scene.stores.outbox.backlog()).to.deep.include({ waiting: 1 });
    expect(scene.events()).to.deep.equal(['mail-accepted']);
  });

  it('does not keep the process alive', async () => {
    await open();
    const module = JSON.stringify(new URL('../../src/handoff/outbox.ts', import.meta.url).href);
    const script = `const { startOutbox } = await import(${module});
      startOutbox({ store: {}, transport: {}, log: {}, now: () => new Date(), everyMs: 60000 });
      console.log('started');`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { timeout: 8_000 },
    );
    expect(stdout).to.equal('started\n');
  });
});
