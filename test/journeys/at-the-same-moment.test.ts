/** What happens at the same moment: a code that runs out on its way, a message that comes as a request is passed on. */
import { expect } from 'chai';
import { MainDialog } from '../../dialogs/main-dialog.js';
import { createBot } from '../../src/bot.js';
import { composeCodeMail } from '../../src/handoff/code-mail.js';
import { createMailer } from '../../src/handoff/mailer.js';
import { createMetrics } from '../../src/metrics.js';
import { startUnfinished } from '../../src/unfinished.js';
import { SURROUNDINGS, talkAt } from '../dialogs/a-talk.js';
import { MINUTE, OutboxScene } from '../handoff/an-outbox.js';
import { CONTEXT } from '../handoff/requests.js';
import { begin, ID } from '../stores/a-conversation.js';
import { AT, freshSqlite } from '../support/fresh-database.js';

const DAY = 86_400_000;

describe('Outbox, with a code', () => {
  it('that is forgotten while it is being delivered holds up no other mail', async () => {
    const scene: OutboxScene = await OutboxScene.open({
      onRcptTo: (_address, _session, done) =>
        void scene.stores.outbox.deleteExpired(new Date(scene.now.getTime() + 10 * MINUTE)).then(() => done()),
    });
    try {
      const { conversations } = scene.stores;
      await begin(conversations);
      await conversations.accept(ID, { id: 'm1', activity: { type: 'message' }, at: scene.now });
      const mail = composeCodeMail({ email: 'zq@example.com', digits: '042917', minutes: 10 }, CONTEXT);
      const turn = { conversationId: ID, expectedVersion: 0, state: {}, answered: 'm1', replies: [], handedOver: [] };
      await conversations.commitTurn({
        ...turn,
        passing: [{ mail, expiresAt: new Date(scene.now.getTime() + 10 * MINUTE) }],
        at: scene.now,
      });
      const outbox = scene.worker();
      await outbox.drain();
      await scene.queue();
      await outbox.drain();
      scene.later(60 * MINUTE);
      await outbox.drain();
      expect(scene.sent()).to.include('<pr-7k3m-q2x9.dpo@example.gov.uk>');
    } finally {
      await scene.close();
    }
  });
});

describe('Requests whose person fell silent', () => {
  it('are not passed on where a message has come in that no turn has answered yet', async () => {
    const database = await freshSqlite();
    try {
      const stores = await database.open();
      const { conversations } = stores;
      let now = AT;
      await begin(conversations);
      await conversations.accept(ID, { id: 'm1', activity: { type: 'message', text: 'x' }, at: now });
      const turn = { conversationId: ID, expectedVersion: 0, answered: 'm1', replies: [], handedOver: [], at: now };
      await conversations.commitTurn({
        ...turn,
        state: { ...talkAt('details').state, at: AT.toISOString() },
        pending: true,
      });
      const surroundings = () => ({ ...SURROUNDINGS, now });
      const mailer = createMailer(CONTEXT, 10);
      const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
      const bot = createBot({
        conversations,
        dialog: new MainDialog(surroundings),
        handOver: (finished) => mailer.handOver(finished),
        add: (addition) => mailer.add(addition),
        mailCode: (code) => mailer.code(code),
        surroundings,
        onMail: () => undefined,
        apology: 'Sorry.',
        metrics: createMetrics({ ofProcess: false }),
        log,
        now: () => now,
      });
      now = new Date(AT.getTime() + DAY + 1);
      const pending = async (before: Date) => {
        const found = await conversations.pending(before);
        // Accepted, as the channel does it; its turn waits in the queue, or in another instance.
        await conversations.accept(ID, {
          id: 'm2',
          activity: { type: 'message', text: 'all of it', from: { id: 'dl' } },
          at: now,
        });
        return found;
      };
      await startUnfinished({
        conversations: { ...conversations, pending },
        bot,
        log,
        now: () => now,
        afterMs: DAY,
        everyMs: 2 ** 30,
      }).stop();
      expect(await stores.requests.list(10)).to.deep.equal([]);
    } finally {
      await database.dispose();
    }
  });
});
