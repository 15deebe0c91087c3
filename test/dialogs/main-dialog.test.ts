import { BotAdapter, TurnContext, type Activity } from 'botbuilder-core';
import { expect } from 'chai';
import { conversationStateSchema } from '../../dialogs/conversation.js';
import { effectsIn, MainDialog, runTurn } from '../../dialogs/main-dialog.js';
import { wording } from '../../dialogs/wording.js';
import { CODE, COUNCIL, NOW, SURROUNDINGS, talkAt } from './a-talk.js';

class Heard extends BotAdapter {
  readonly texts: (string | undefined)[] = [];
  override sendActivities(_context: TurnContext, activities: Partial<Activity>[]) {
    this.texts.push(...activities.map(({ text }) => text));
    return Promise.resolve(activities.map((_activity, i) => ({ id: String(i) })));
  }
  override updateActivity = (): Promise<void> => Promise.reject(new Error('never'));
  override deleteActivity = (): Promise<void> => Promise.reject(new Error('never'));
  override continueConversation = (): Promise<void> => Promise.reject(new Error('never'));
}

const dialog = new MainDialog(() => SURROUNDINGS);
const ME = { id: 'dl_me', name: '' };
const BOT = { id: 'privacy-assistant', name: '' };

/** One turn, with the state that the one before left. */
async function turn(activity: Partial<Activity>, kept?: unknown) {
  const adapter = new Heard();
  const context = new TurnContext(adapter, {
    type: 'message',
    channelId: 'directline',
    from: ME,
    recipient: BOT,
    conversation: { id: 'c', isGroup: false, conversationType: '', name: '' },
    serviceUrl: '',
    ...activity,
  });
  const state = await runTurn(dialog, context, kept);
  const {
    finished: [finished],
    code,
    feedback,
    unanswered,
  } = effectsIn(context);
  return { state, said: adapter.texts, finished, code, notes: { feedback, unanswered } };
}

const GREETING = wording.greeting(COUNCIL);

describe('a turn of the main dialog', () => {
  it('goes on from what the last one left', async () => {
    const first = await turn({ text: 'Please send me the records' });
    expect(first.said[0]).to.contain('your own information, or someone else’s?');
    const second = await turn({ text: 'my own' }, JSON.parse(JSON.stringify(first.state)));
    expect(second.said).to.deep.equal(['What is your full name?']);
  });

  it('hands over what it finished', async () => {
    const { finished } = await turn({ text: 'send' }, talkAt('checkAnswers').state);
    expect(finished?.request.requester.fullName).to.equal('Sarah Khan');
    expect((await turn({ text: 'hello' })).finished).to.equal(undefined);
  });

  it('brings the code that is to be sent, and none where there is none', async () => {
    const { code, state } = await turn({ text: 'sarah@example.org' }, talkAt('contact').state);
    expect(code).to.deep.equal({
      email: 'sarah@example.org',
      digits: CODE,
      sentAt: NOW.toISOString(),
      tries: 0,
    });
    expect((await turn({ text: CODE }, JSON.parse(JSON.stringify(state)))).code).to.equal(undefined);
  });

  it('brings what the editors of the knowledge may learn from it', async () => {
    const { state } = await turn({ text: 'do you sell my details' });
    const { notes } = await turn({ text: wording.notHelped }, state);
    expect(notes).to.deep.equal({
      feedback: { entry: 'no-selling', helpful: false },
      unanswered: { words: 'do you sell my details', why: 'unhelpful', entry: 'no-selling' },
    });
    expect((await turn({ text: 'hello' })).notes.feedback).to.equal(undefined);
  });

  for (const [title, activity, greeting] of [
    ['the event of a client that joins', { type: 'event', name: 'webchat/join' }, [GREETING]],
    ['somebody who came', { type: 'conversationUpdate', membersAdded: [BOT, ME] }, [GREETING]],
    ['itself having come', { type: 'conversationUpdate', membersAdded: [BOT] }, []],
    ['nobody having come', { type: 'conversationUpdate' }, []],
    ['another event', { type: 'event', name: 'something/else' }, []],
    ['a type that nobody knows', { type: 'somethingNew' }, []],
  ] as const) {
    it(`${greeting.length ? 'greets' : 'says nothing to'} ${title}`, async () => {
      const { said } = await turn(activity as Partial<Activity>);
      expect(said).to.deep.equal(greeting);
    });
  }

  it('takes a message without a text for an empty one', async () => {
    expect((await turn({})).said).to.deep.equal([wording.empty]);
  });

  for (const kept of [
    { version: 1, step: 'name' },
    'text',
    null,
    [],
    { greeted: 'yes', danger: false },
    { ...talkAt('contact').state, request: { right: 'access', step: 'no-such-step' } },
  ]) {
    it(`begins afresh with a state that it cannot read: ${JSON.stringify(kept).slice(0, 60)}`, async () => {
      const { said, state } = await turn({ text: 'do you sell my details' }, kept);
      expect(said[0]).to.contain('About no-selling.');
      expect(conversationStateSchema.parse(state)).to.include({ greeted: true, danger: false, topic: 'no-selling' });
      expect(state).not.to.have.property('request');
    });
  }
});
