import { expect } from 'chai';
import { startApp, type RunningApp } from '../support/app.js';
import { aResident, type Resident } from '../support/resident.js';

const THREE_DAYS = 3 * 24 * 3_600;

describe('a message that was taken before a crash, days before the next start', () => {
  let app: RunningApp;
  let resident: Resident;
  beforeEach(async () => {
    app = await startApp();
    resident = await aResident(app);
  });
  afterEach(() => app.end());

  /** As the channel does it, just before the process dies. */
  async function takes(text: string): Promise<void> {
    const { conversationId, userId } = resident.started;
    const activity = { type: 'message', text, from: { id: userId, role: 'user' }, channelId: 'directline' };
    await app.stores.conversations.accept(conversationId, { id: 'left-behind', activity, at: app.clock.now() });
  }
  async function daysLater(): Promise<void> {
    app.clock.advance(THREE_DAYS);
    app = await app.restart();
  }

  it('is answered before its conversation is found too old to be kept', async () => {
    await takes('please send me a copy of everything you hold on me');
    await daysLater();
    expect(await app.stores.conversations.unanswered()).to.deep.equal([]);
    const log = await app.stores.conversations.activitiesAfter(resident.started.conversationId, 0);
    expect(log.map(({ activity }) => activity['type'])).to.deep.equal(['message', 'message']);
  });

  it('and sends a request sends it as it was meant, and not as one that was left unfinished', async () => {
    let [reply] = await resident.says('please stop sending me your newsletter');
    const answers: Readonly<Record<string, string>> = { forWhom: 'my own', fullName: 'Ottilie Fenwick' };
    while (reply?.step !== 'checkAnswers') [reply] = await resident.says(answers[reply?.step ?? ''] ?? '07700 900789');
    await takes('send my request');
    await daysLater();
    const requests = await app.stores.requests.list(10);
    expect(requests).to.have.length(1);
    const found = await app.stores.requests.find(requests[0]?.reference ?? '');
    expect(found?.request).to.not.have.property('unfinished');
    expect(
      (await app.stores.conversations.activitiesAfter(resident.started.conversationId, 0)).length,
    ).to.be.greaterThan(2);
  });
});
