/** Mails with codes in the outbox: delivered like any other, but only for a while. */
import { expect } from 'chai';
import type { SMTPServerOptions } from 'smtp-server';
import { composeCodeMail } from '../../src/handoff/code-mail.js';
import { MINUTE, OutboxScene, START } from './an-outbox.js';
import { CONTEXT } from './requests.js';

describe('Outbox, with a code', () => {
  let scene: OutboxScene;
  const open = async (options?: SMTPServerOptions): Promise<void> => void (scene = await OutboxScene.open(options));
  afterEach(() => scene.close());

  /** Queues a code that works for ten minutes. */
  async function queueCode(digits: string): Promise<void> {
    const { conversations } = scene.stores;
    const [conversationId, answered] = [`conversation-${digits}`, `m-${digits}`];
    await conversations.create({ id: conversationId, channel: 'directline', userId: 'dl_test', createdAt: scene.now });
    await conversations.accept(conversationId, { id: answered, activity: { type: 'message' }, at: scene.now });
    const mail = composeCodeMail({ email: 'zq@example.com', digits, minutes: 10 }, CONTEXT);
    const passing = [{ mail, expiresAt: new Date(scene.now.getTime() + 10 * MINUTE) }];
    const turn = { conversationId, expectedVersion: 0, state: {}, answered, replies: [], handedOver: [] };
    await conversations.commitTurn({ ...turn, passing, at: scene.now });
  }

  it('delivers it once, to the person alone', async () => {
    await open();
    await queueCode('042917');
    const outbox = scene.worker();
    await outbox.drain();
    await outbox.drain();
    expect(scene.server.received.map(({ recipients }) => recipients)).to.deep.equal([['zq@example.com']]);
    expect(scene.server.received[0]?.mail.text).to.contain('042917');
    expect(scene.events()).to.deep.equal(['mail-accepted']);
    expect(scene.logged[0]?.fields.reference).to.equal(undefined);
    expect(JSON.stringify(scene.logged)).not.to.contain('042917').and.not.to.contain('zq@');
  });

  it('tries it again while it is of use, and never after', async () => {
    const later = Object.assign(new Error('4.7.1 Later'), { responseCode: 451 });
    let refuse = true;
    await open({ onRcptTo: (_address, _session, done) => (refuse ? done(later) : done()) });
    await queueCode('042917');
    const outbox = scene.worker();
    for (const minutes of [0, 1, 2, 4]) {
      scene.later(minutes * MINUTE);
      await outbox.drain();
    }
    expect(scene.events().filter((event) => event === 'mail-waits')).to.have.length(4);
    refuse = false;
    for (const minutes of [8, 60, 24 * 60]) {
      scene.later(minutes * MINUTE);
      await outbox.drain();
    }
    expect(scene.sent()).to.deep.equal([]);
  });

  it('delivers it again, once, where the server was down for a minute', async () => {
    const later = Object.assign(new Error('4.7.1 Later'), { responseCode: 451 });
    await open({ onRcptTo: (_address, _session, done) => (scene.now > START ? done() : done(later)) });
    await queueCode('042917');
    const outbox = scene.worker();
    await outbox.drain();
    scene.later(MINUTE);
    await outbox.drain();
    await outbox.drain();
    expect(scene.sent()).to.have.length(1);
  });

  it('is noted and no more where the server refuses it: nobody at the council can put that right', async () => {
    const unknown = Object.assign(new Error('5.1.1 Unknown'), { responseCode: 550 });
    await open({ onRcptTo: (_address, _session, done) => done(unknown) });
    await queueCode('042917');
    await scene.worker().drain();
    expect(scene.events()).to.deep.equal(['mail-refused']);
    expect(scene.logged[0]?.fields).to.include({ purpose: 'code', code: '550' }).and.not.to.have.property('remedy');
    expect(await scene.stores.outbox.backlog()).to.deep.equal({ waiting: 0, refused: 0 });
  });

  it('does not hold up the mails of requests, which stay', async () => {
    await open();
    await queueCode('042917');
    await scene.queue();
    scene.later(11 * MINUTE);
    await scene.stores.outbox.deleteExpired(scene.now);
    await scene.worker().drain();
    expect(scene.sent()).to.deep.equal(['<pr-7k3m-q2x9.dpo@example.gov.uk>']);
  });
});
