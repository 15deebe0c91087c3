/** Giving a request up. */
import { expect } from 'chai';
import { wording } from '../../dialogs/wording.js';
import { isPending } from '../../dialogs/unfinished.js';
import { ACCESS, COUNCIL, Talk, talkAt } from './a-talk.js';

const STEPS = Object.keys(ACCESS).filter((step) => step !== 'start') as (keyof typeof ACCESS)[];

describe('“cancel”', () => {
  for (const step of [...STEPS, 'checkAnswers'] as const) {
    it(`at ${step} asks once, and then all of the request is gone`, () => {
      const talk = talkAt(step);
      const before = talk.state.request;
      const { text, buttons } = talk.says('cancel');
      expect(text).to.equal(wording.stopping);
      expect(buttons?.map(({ value }) => value)).to.deep.equal([wording.stopYes, wording.stopNo]);
      expect(talk.state.request).to.deep.include({ answers: before?.answers, step });
      expect(talk.says('Yes, stop').text).to.equal(wording.cancelled(COUNCIL));
      expect(talk.state.request).to.equal(undefined);
      expect(JSON.stringify(talk.state)).not.to.contain('Sarah').and.not.to.contain('example.org');
      expect([isPending(talk.state), talk.sent.length]).to.deep.equal([false, 0]);
    });

    it(`at ${step} is taken back by the button, and the step is asked again with all that was said`, () => {
      const talk = talkAt(step);
      const before = talk.state.request;
      talk.says('cancel');
      expect(talk.says('No, go on').step).to.equal(step);
      expect(talk.state.request).to.deep.equal(before);
    });
  }

  for (const said of ['yes', 'Yes.', 'yes please', 'cancel', 'stop', 'stop it', 'I want to cancel', 'never mind']) {
    it(`and then “${said}” ends it`, () => {
      const talk = talkAt('services');
      talk.says('cancel', said);
      expect(talk.state.request).to.equal(undefined);
    });
  }

  for (const said of ['no', 'No.', 'nope', 'no thanks', 'not yet']) {
    it(`and then “${said}” goes on`, () => {
      const talk = talkAt('services');
      const before = talk.state.request;
      talk.says('cancel');
      expect(talk.says(said).step).to.equal('services');
      expect(talk.state.request).to.deep.equal(before);
    });
  }

  it('and then an answer to the step goes on, and is taken', () => {
    const talk = talkAt('services');
    talk.says('cancel');
    expect(talk.says('housing').step).to.equal('period');
    expect(talk.state.request?.stopping).to.equal(undefined);
    expect(talk.says('yes').step, 'a late yes ends nothing').to.equal('period');
  });

  it('and then a question is answered, and nothing is asked to stop any more', () => {
    const talk = talkAt('services');
    talk.says('cancel', 'what happens to my data?');
    expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['answer', 'request']);
    expect(talk.step).to.equal('services');
    expect(talk.says('yes').step).to.equal('services');
    expect(talk.state.request?.answers.fullName?.understood).to.equal('Sarah Khan');
  });

  it('is understood in other words, and not where it is said of something else', () => {
    for (const said of ['stop', 'forget it', 'quit', 'I’ve changed my mind', 'please cancel my request']) {
      expect(talkAt('fullName').says(said).text, said).to.equal(wording.stopping);
    }
    const talk = talkAt('details');
    expect(talk.says('letters about how to cancel my council tax').step).to.equal('identifiers');
  });
});

describe('a request that was given up', () => {
  it('can be begun again, and asks everything anew', () => {
    const talk = talkAt('checkAnswers');
    talk.says('cancel', 'Yes, stop');
    expect(talk.says(ACCESS.start).step).to.equal('forWhom');
    expect(talk.state.request?.answers).to.deep.equal({});
  });

  it('leaves what was asked for besides on offer, which is begun only by a yes', () => {
    const talk = new Talk();
    talk.says('Please delete my account, and I complain about it', 'the gym card', 'cancel');
    talk.says('Yes, stop');
    expect(talk.replies.map(({ kind, right }) => [kind, right])).to.deep.equal([
      ['chat', undefined],
      ['request', 'complaint'],
    ]);
    expect(talk.last.text).to.equal(wording.alsoAsked('complaint'));
    expect(talk.state.request).to.equal(undefined);
    expect(new Talk(talk.state).says('yes')).to.include({ right: 'complaint' });
    expect(talk.says('no').text).to.equal(wording.offerDeclined);
    expect(talk.state.offer).to.equal(undefined);
  });

  it('carries nothing of its answers over to the one that follows it', () => {
    const talk = new Talk();
    talk.says('Please delete my account, and I complain about it', 'the gym card', 'me', 'Tom Baker');
    talk.says('cancel', 'Yes, stop', 'yes');
    expect(talk.state.request?.right).to.equal('complaint');
    expect(JSON.stringify(talk.state)).not.to.contain('Tom Baker');
  });
});
