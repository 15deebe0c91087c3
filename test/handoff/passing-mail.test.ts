import { expect } from 'chai';
import { composeCodeMail } from '../../src/handoff/code-mail.js';
import type { Log } from '../../src/log.js';
import { begin, ID } from '../stores/a-conversation.js';
import { MINUTE, OutboxScene } from './an-outbox.js';
import { CONTEXT } from './requests.js';

describe('A code that is refused', () => {
  it('is a warning without a remedy: there is no request to send again', async () => {
    const scene = await OutboxScene.open({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no such user'), { responseCode: 550 })),
    });
    const logged: unknown[] = [];
    const write =
      (level: string) =>
      (event: string, fields = {}): void =>
        void logged.push([level, event, fields]);
    const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
    try {
      await begin(scene.stores.conversations);
      await scene.stores.conversations.commitTurn({
        conversationId: ID,
        expectedVersion: 0,
        state: {},
        replies: [],
        handedOver: [],
        passing: [
          {
            mail: composeCodeMail({ email: 'nobody@example.org', digits: '123456', minutes: 10 }, CONTEXT),
            expiresAt: new Date(scene.now.getTime() + 10 * MINUTE),
          },
        ],
        at: scene.now,
      });
      await scene.worker({ log }).drain();
      expect(logged).to.deep.equal([
        ['warn', 'mail-refused', { reference: undefined, purpose: 'code', attempts: 1, code: '550' }],
      ]);
    } finally {
      await scene.close();
    }
  });
});
