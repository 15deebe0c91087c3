import { expect } from 'chai';
import type { SMTPServerOptions } from 'smtp-server';
import { waitAfter } from '../../src/handoff/delivery-round.js';
import { newReference } from '../../src/requests/reference.js';
import type { OutboxStore } from '../../src/stores/store.js';
import { until } from '../support/until.js';
import { MINUTE, OutboxScene, REFERENCE, START } from './an-outbox.js';
import { queueRequest } from './queue.js';
import { aRequest } from './requests.js';

describe('Outbox', () => {
  let scene: OutboxScene;
  const open = async (options?: SMTPServerOptions): Promise<void> => void (scene = await OutboxScene.open(options));
  afterEach(() => scene.close());

  it('delivers each mail of a request once, and records the server’s answer', async () => {
    await open();
    await queueRequest(scene.stores, aRequest(), START);
    const outbox = scene.worker();
    await outbox.drain();
    await outbox.drain();
    expect(scene.sent().sort()).to.deep.equal([
      '<pr-7k3m-q2x9.acknowledgement@example.gov.uk>',
      '<pr-7k3m-q2x9.dpo@example.gov.uk>',
    ]);
    expect(await scene.stores.outbox.backlog()).to.deep.include({ waiting: 0, refused: 0 });
    const found = await scene.stores.requests.find(REFERENCE);
    expect(found?.summary.delivery).to.equal('accepted');
    const answers = found?.history.filter(({ event }) => event === 'accepted').map(({ detail }) => detail);
    expect(answers?.join()).to.contain('250 OK: queued as 4F2B1');
    expect(scene.events()).to.deep.equal(['mail-accepted', 'mail-accepted']);
  });

  it('delivers when nudged and, on its own timer, what nobody announced', async () => {
    await open();
    await scene.queue();
    scene.worker().nudge();
    await until(() => scene.sent().length === 1, 'the mail that was announced');
    await scene.queue(newReference());
    scene.worker({ everyMs: 5 });
    await until(() => scene.sent().length === 2, 'the mail that nobody announced');
  });

  it('never has two workers send the same mail', async () => {
    await open();
    const references = Array.from({ length: 12 }, () => newReference());
    for (const reference of references) await scene.queue(reference);
    const { outbox: store } = await scene.secondStores();
    const [one, two] = [scene.worker({ batch: 2 }), scene.worker({ batch: 2, store })];
    await Promise.all([one.drain(), two.drain(), one.drain(), two.drain()]);
    expect(scene.sent().sort()).to.deep.equal(
      references.map((reference) => `<${reference.toLowerCase()}.dpo@example.gov.uk>`).sort(),
    );
  });

  it('runs one drain at a time, however often it is nudged', async () => {
    await open();
    let inside = 0;
    let most = 0;
    const claim: OutboxStore['claim'] = async (...args) => {
      most = Math.max(most, ++inside);
      return scene.stores.outbox.claim(...args).finally(() => inside--);
    };
    for (let i = 0; i < 6; i++) await scene.queue(newReference());
    const outbox = scene.worker({ store: scene.storeWith({ claim }), batch: 1 });
    for (let i = 0; i < 20; i++) outbox.nudge();
    await outbox.drain();
    expect([scene.sent().length, most]).to.deep.equal([6, 1]);
  });

  it('tries again after 1, 2, 4 … minutes, and not a moment before', async () => {
    const later = Object.assign(new Error('4.7.1 Later'), { responseCode: 451 });
    await open({ onRcptTo: (_address, _session, done) => done(later) });
    await scene.queue();
    const outbox = scene.worker();
    const attempts = (): number => scene.events().filter((event) => event === 'mail-waits').length;
    await outbox.drain();
    for (const [i, minutes] of [1, 2, 4, 8].entries()) {
      const retryAt = new Date(scene.now.getTime() + minutes * MINUTE).toISOString();
      expect(scene.logged.at(-1)?.fields).to.deep.include({ attempts: i + 1, code: '451', retryAt });
      scene.later(minutes * MINUTE - 1);
      await outbox.drain();
      expect(attempts()).to.equal(i + 1);
      scene.later(1);
      await outbox.drain();
      expect(attempts()).to.equal(i + 2);
    }
    expect(await scene.stores.outbox.backlog()).to.deep.equal({ waiting: 1, refused: 0, oldest: START });
  });

  it('comes back to a mail no less than once a day, for as long as it takes', async () => {
    await open();
    const minutes = [1, 2, 5, 11, 12, 1_000].map((attempts) => waitAfter(attempts) / MINUTE);
    expect(minutes).to.deep.equal([1, 2, 16, 1_024, 1_440, 1_440]);
  });

  it('does not knock for every mail that waits while the server is down', async () => {
    await open();
    await scene.server.close();
    for (let i = 0; i < 6; i++) await scene.queue(newReference());
    await scene.worker({ batch: 2 }).drain();
    expect(scene.events()).to.deep.equal(['mail-waits', 'mail-waits']);
  });

  it('keeps a refused mail for an operator, who can send it again', async () => {
    const unknown = Object.assign(new Error('5.1.1 Unknown'), { responseCode: 550 });
    let refuse = true;
    await open({ onRcptTo: (_address, _session, done) => (refuse ? done(unknown) : done()) });
    await scene.queue();
    const outbox = scene.worker();
    await outbox.drain();
    expect(await scene.stores.outbox.backlog()).to.deep.include({ waiting: 0, refused: 1 });
    expect(scene.logged.at(-1)).to.deep.include({ event: 'mail-refused' });
    expect(scene.logged.at(-1)?.fields.remedy).to.contain(`requests -- resend ${REFERENCE}`);
    refuse = false;
    scene.later(30 * 24 * 60 * MINUTE);
    await outbox.drain();
    expect(scene.sent()).to.deep.equal([]);
    expect(await scene.stores.outbox.resend(REFERENCE, scene.now)).to.equal(1);
    await outbox.drain();
    expect(scene.sent()).to.deep.equal(['<pr-7k3m-q2x9.dpo@example.gov.uk>']);
  });
});
