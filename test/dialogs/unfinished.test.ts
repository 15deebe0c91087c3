/** Requests whose person fell silent, as the dialogs pass them on. */
import { expect } from 'chai';
import { NEW_CONVERSATION, type ConversationState } from '../../dialogs/conversation.js';
import { isPendingIn, passOnTurn } from '../../dialogs/main-dialog.js';
import { isPending, passOn } from '../../dialogs/unfinished.js';
import { wording } from '../../dialogs/wording.js';
import { privacyRequestSchema } from '../../src/requests/request.js';
import { ACCESS, COUNCIL, NOW, SURROUNDINGS, Talk, talkAt } from './a-talk.js';

const HOUR = 3_600_000;
const TWO = 'Please delete my account, and I complain about it';

/** As it is passed on a day later. References are PR-AA2A-A2A2, PR-AA2A-A2A3 … */
function passedOn(state: ConversationState) {
  const last = ['2', '3', '4'].values();
  const newReference = (): string => `PR-AA2A-A2A${String(last.next().value)}`;
  const now = new Date(NOW.getTime() + 24 * HOUR);
  return passOn(state, { ...SURROUNDINGS, now, newReference });
}

describe('a request whose person fell silent', () => {
  it('is to be passed on as soon as they can be reached, and no longer once it was sent or given up', () => {
    for (const step of ['forWhom', 'fullName', 'contact'] as const)
      expect(isPending(talkAt(step).state)).to.equal(false);
    for (const step of ['emailCode', 'services', 'details', 'checkAnswers'] as const)
      expect(isPending(talkAt(step).state), step).to.equal(true);
    const sent = talkAt('checkAnswers');
    sent.says('send');
    expect(isPending(sent.state)).to.equal(false);
    const stopped = talkAt('checkAnswers');
    stopped.says('cancel');
    expect(isPending(stopped.state)).to.equal(true);
    stopped.says('Yes, stop');
    expect(isPending(stopped.state)).to.equal(false);
    expect(isPending(NEW_CONVERSATION)).to.equal(false);
  });

  for (const contact of ['020 7946 0958', '3 High Street, Barnet EN5 5XX', 'sarah@example.org']) {
    it(`can be reached by any one way: “${contact}”`, () => {
      const talk = talkAt('contact');
      talk.says(contact);
      expect(isPending(talk.state)).to.equal(true);
      talk.says('back', 'back');
      expect(isPending(talk.state)).to.equal(false);
    });
  }

  it('is passed on with what they said, marked as unfinished, and dated by the message that began it', () => {
    const { finished, replies, state } = passedOn(talkAt('details').state);
    expect(finished).to.have.length(1);
    const request = finished[0]?.request;
    expect(request).to.deep.include({
      reference: 'PR-AA2A-A2A2',
      right: 'access',
      receivedAt: NOW.toISOString(),
      dueDate: '2026-12-23',
      unfinished: true,
      firstMessage: ACCESS.start,
      requester: { fullName: 'Sarah Khan', email: 'sarah@example.org', emailConfirmed: false },
      scope: { services: ['Council tax'], from: '2019-01-01', to: '2021-12-31', details: ACCESS.start },
    });
    expect(request?.answers).to.have.all.keys('forWhom', 'fullName', 'contact', 'emailCode', 'services', 'period');
    expect(privacyRequestSchema.parse(request)).to.deep.equal(request);
    expect(replies.map(({ step, reference, text }) => [step, reference, text])).to.deep.equal([
      ['sent', 'PR-AA2A-A2A2', wording.unfinished(COUNCIL, 'PR-AA2A-A2A2')],
    ]);
    expect(state).not.to.have.property('request');
    expect(JSON.stringify(state)).not.to.contain('Sarah');
  });

  it('is passed on where only the last word was missing', () => {
    const { finished } = passedOn(talkAt('checkAnswers').state);
    expect(finished[0]?.request).to.deep.include({ unfinished: true, format: 'by email' });
    expect(finished[0]?.request.scope.details).to.equal('letters about my discount');
  });

  it('is not marked as unfinished where they finished it', () => {
    const talk = talkAt('checkAnswers');
    talk.says('send');
    expect(talk.finished?.request).not.to.have.property('unfinished');
  });

  it('is passed on with those that were to follow it, each with a reference and the person’s answers', () => {
    const talk = new Talk();
    talk.says(TWO, 'me', 'Tom Baker', 'tom@example.org');
    const { finished, replies, state } = passedOn(talk.state);
    expect(finished.map(({ request: { right, reference } }) => [right, reference])).to.deep.equal([
      ['erasure', 'PR-AA2A-A2A2'],
      ['complaint', 'PR-AA2A-A2A3'],
    ]);
    for (const { request } of finished) {
      expect(request).to.include({ unfinished: true, firstMessage: TWO, receivedAt: NOW.toISOString() });
      expect(request.requester).to.include({ fullName: 'Tom Baker', email: 'tom@example.org' });
      expect(privacyRequestSchema.parse(request)).to.deep.equal(request);
    }
    expect(replies).to.have.length(2);
    expect(state).not.to.have.any.keys('request', 'next');
  });

  it('is passed on once: what is left of the conversation holds none', () => {
    const once = passedOn(talkAt('details').state);
    const twice = passedOn(once.state);
    expect(twice).to.deep.equal({ state: once.state, replies: [], finished: [], added: [] });
  });

  it('is left alone where they cannot be reached, or have begun none', () => {
    for (const state of [talkAt('contact').state, NEW_CONVERSATION]) {
      expect(passedOn(state)).to.deep.equal({ state, replies: [], finished: [], added: [] });
    }
  });

  it('of somebody in danger who said that it is not safe goes on with that', () => {
    const talk = new Talk({ ...NEW_CONVERSATION, danger: true });
    talk.says(ACCESS.start, 'me', 'Jo Bell', 'jo@example.org', 'No, somebody could see it');
    expect(passedOn(talk.state).finished[0]?.request.requester.safeToContact).to.equal('No, somebody could see it');
  });

  it('leaves the person free to begin another, or to add to it', () => {
    const { state } = passedOn(talkAt('details').state);
    const talk = new Talk(state).later(24 * 60);
    expect(talk.says('Sarah Khan').kind).to.equal('unanswerable');
    expect(talk.says(ACCESS.start).text).to.contain(state.sent?.[0]?.reference);
    expect(talk.says(wording.makeNew).step).to.equal('forWhom');
  });
});

describe('the turn in which nobody speaks', () => {
  const kept = talkAt('details').state;
  const later = { ...SURROUNDINGS, now: new Date(NOW.getTime() + 24 * HOUR) };

  it('passes on where nobody has spoken since, and says so as an activity', () => {
    const { finished, said, state } = passOnTurn(kept, later, new Date(NOW.getTime() + 1));
    expect(finished).to.have.length(1);
    expect(said.map(({ type, text }) => [type, text])).to.deep.equal([
      ['message', wording.unfinished(COUNCIL, finished[0]?.request.reference ?? '')],
    ]);
    expect(isPendingIn(state)).to.equal(false);
  });

  it('does nothing where somebody has', () => {
    expect(passOnTurn(kept, later, NOW)).to.deep.equal({ state: kept, finished: [], added: [], said: [] });
  });

  it('does nothing with what it cannot read', () => {
    for (const unreadable of [{ version: 1 }, 'text', null, { greeted: 'yes' }]) {
      expect(isPendingIn(unreadable)).to.equal(false);
      expect(passOnTurn(unreadable, later, later.now).finished).to.deep.equal([]);
    }
    expect(isPendingIn(undefined)).to.equal(false);
  });
});
