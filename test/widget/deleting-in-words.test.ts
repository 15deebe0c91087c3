/** The person asks in words to have the conversation deleted: the panel shows nothing of it any more, nor keeps it. */
import { expect } from 'chai';
import { Chat } from '../../widget/chat.js';
import type { Remembered } from '../../widget/storage.js';
import { startApp, type RunningApp } from '../support/app.js';
import { until } from '../support/until.js';
import { HURRY, openSocket } from './connected.js';

describe('a conversation that is deleted in words, in the panel', () => {
  let app: RunningApp;
  let chat: Chat;
  let kept: Omit<Remembered, 'open'> | undefined;
  before(async () => void (app = await startApp()));
  after(async () => {
    chat.stop();
    await app.end();
  });

  it('is gone from view, from this tab and from the service, and another can be begun', async () => {
    chat = new Chat({
      addresses: { token: `${app.url}/api/chat/token`, directLine: `${app.url}/v3/directline` },
      openSocket,
      remember: (now) => void (kept = now),
      forget: () => void (kept = undefined),
      deleteAsked: () => void chat.remove(),
      changed: () => undefined,
      timing: HURRY,
    });
    chat.send('Who do you share my information with?');
    await until(() => chat.view.entries.some(({ by }) => by === 'assistant'), 'an answer');
    const id = kept?.session?.conversationId ?? '';
    expect(await app.stores.conversations.find(id)).to.be.an('object');
    chat.send('please delete this conversation');
    await until(() => chat.view.connection === 'deleted', 'the end of it');
    expect([chat.view.entries, kept]).to.deep.equal([[], undefined]);
    expect(await app.stores.conversations.find(id)).to.equal(undefined);
    chat.restart();
    chat.send('Who do you share my information with?');
    await until(() => chat.view.entries.some((one) => one.by === 'assistant' && one.kind === 'answer'), 'an answer');
  });
});
