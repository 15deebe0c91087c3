/** What once led a request astray: doubts about stopping, codes, late buttons, words that look like commands. */
import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../dialogs/conversation.js';
import { wording } from '../../dialogs/wording.js';
import { passOn } from '../../dialogs/unfinished.js';
import { safeEmail } from '../../src/requests/safe-email.js';
import { authorityQuestion } from '../../dialogs/steps/authority.js';
import { talkInBarnet } from '../answers/barnet.js';
import { ACCESS, NOW, SURROUNDINGS, Talk, talkAt } from './a-talk.js';

describe('after “cancel”', () => {
  for (const said of ['go on', 'ok', 'fine', 'sure', 'go ahead', 'right'])
    it(`“${said}” deletes nothing`, () => {
      const talk = talkAt('services');
      talk.says('cancel', said);
      expect(talk.state.request?.answers.fullName?.understood).to.equal('Sarah Khan');
    });
  for (const said of ['no, go on', 'No go on', 'no carry on', 'carry on', 'continue', 'keep going', 'don’t stop'])
    for (const step of ['fullName', 'details', 'checkAnswers'] as const)
      it(`“${said}” goes on at ${step}, and is no answer`, () => {
        const talk = talkInBarnet(talkAt(step).state);
        const before = talk.state.request;
        talk.says('cancel', said);
        expect(talk.state.request).to.deep.equal(before);
        expect(talk.state.danger).to.equal(false);
      });
  for (const said of ['yes stop', 'yes please stop', 'yes cancel', 'yes, cancel it', 'Yes stop it'])
    for (const step of ['fullName', 'details'] as const)
      it(`“${said}” ends it at ${step}`, () => {
        const talk = talkAt(step);
        talk.says('cancel', said);
        expect(talk.state.request).to.equal(undefined);
      });
});

describe('danger that was spoken of before it was known whether it is safe to write', () => {
  it('sends no acknowledgement of an unfinished request', () => {
    const talk = talkAt('services');
    talk.says('he hits me');
    const [one] = passOn(talk.state, SURROUNDINGS).finished;
    expect(one && safeEmail(one.request)).to.equal(undefined);
  });
  it('[email-code.test.ts] sends no further code', () => {
    const talk = talkAt('emailCode');
    talk.says('he hits me', 'Send a new code');
    expect(talk.codes).to.have.length(1);
  });
});

describe('a code by email', () => {
  for (const said of [
    'send it again please',
    'pls send another one',
    'can you send it again?',
    'please send me another code',
  ])
    it(`is sent anew for “${said}”, which asks for no other right`, () => {
      const talk = talkInBarnet();
      talk.says('send me the records please', 'me', 'Tom Baker', 'tom@example.org', said);
      expect([talk.codes.length, talk.state.next, talk.step]).to.deep.equal([2, undefined, 'emailCode']);
    });
  for (const typed of ['042917?', 'is it 042917?'])
    it(`confirms the address when it comes back as “${typed}”`, () => {
      const talk = talkInBarnet();
      talk.says('send me the records please', 'me', 'Tom Baker', 'tom@example.org', typed);
      expect(talk.step).to.equal('services');
    });
  for (const said of ['where is my code?', 'where is it?', 'what is this code for?', 'why do you need a code?'])
    it(`is not answered from the notice: “${said}”`, () => {
      const talk = talkInBarnet();
      talk.says('send me the records please', 'me', 'Tom Baker', 'tom@example.org', said);
      expect(talk.replies.map(({ kind }) => kind)).to.deep.equal(['request']);
    });
  for (const said of [
    'my email is tom2@example.org',
    'wrong email, it is tom2@example.org',
    'use 07700 900123 instead',
  ])
    it(`takes another way to be reached at once: “${said}”`, () => {
      const talk = talkAt('emailCode');
      talk.says(said);
      expect(talk.state.request?.answers.contact?.understood).not.to.contain('sarah@');
    });
  it('is not sent to a stranger again and again by beginning again and again', () => {
    const talk = new Talk();
    for (let i = 0; i < 5; i += 1)
      talk.says(
        ACCESS.start,
        'me',
        'Sarah Khan',
        'victim@example.org',
        ...Array<string>(4).fill('Send a new code'),
        'cancel',
        'Yes, stop',
      );
    expect(talk.codes.length).to.be.at.most(4);
  });
  it('does not say that one was sent where none was', () => {
    const talk = talkAt('emailCode');
    talk.says(talk.codes[0]?.digits ?? '');
    talk.later(20).says('change my email to sarah@example.org or 07700 900123');
    expect(/I have sent a code/.test(talk.last.text)).to.equal(talk.codes.length > 1);
  });
});

describe('a button that was pressed late', () => {
  for (const late of [wording.offerGoOn, 'Ask for a copy instead', wording.somethingElse, 'Send a new code'])
    for (const step of ['fullName', 'services', 'details'] as const)
      it(`changes nothing at ${step}: “${late}”`, () => {
        const talk = talkAt(step);
        const before = talk.state.request;
        talk.says(late);
        expect(talk.state.request).to.deep.equal(before);
      });
});

describe('going back', () => {
  for (const [step, said] of [
    ['contact', 'Sarah Khan'],
    ['emailCode', 'sarah@example.org'],
    ['identifiers', 'letters about my discount'],
  ] as const)
    it(`and saying the same again is taken: “${said}”`, () => {
      const talk = talkAt(step);
      talk.says('back', said);
      expect(talk.step).to.equal(step);
    });
});

describe('a choice', () => {
  for (const said of ['Have a person look at it again', 'a human', 'a person', 'explain', 'it’s wrong'])
    it(`of what is wanted of a decision is taken: “${said}”`, () => {
      const talk = talkInBarnet();
      talk.says('human review please', 'no discount, in the letter of 3 June');
      expect(talk.step).to.equal('outcomeWanted');
      talk.says(said);
      expect(talk.step).to.equal('forWhom');
    });
  it('of why information should be put on hold is taken: “it’s wrong”', () => {
    const talk = new Talk();
    talk.says('Put it on hold', 'the visit report about the flat', 'it’s wrong');
    expect(talk.state.request?.answers.objectionReason?.understood).to.equal('The information may be wrong');
  });
  for (const said of ['4', 'option 4', 'the fourth one'])
    it(`is taken by its number: “${said}”`, () => {
      const talk = new Talk();
      talk.says('Put it on hold', 'the visit report about the flat', said);
      expect(talk.state.request?.answers.objectionReason?.understood).to.equal(
        'I have objected and wait for an answer',
      );
    });
  for (const said of ['stop it', 'stop everything', 'stop that please'])
    it(`of what consent is taken back is no end of the request: “${said}”`, () => {
      const talk = new Talk();
      expect(talk.says('I take back my yes', said).text).not.to.equal(wording.stopping);
    });
  it('“stop it” would put a complaint right', () => {
    const talk = new Talk();
    talk.says('I complain about it', 'you lost the form', 'stop it');
    expect(talk.state.request?.stopping).to.equal(undefined);
  });
  for (const said of ['help', 'I need help'])
    it(`“${said}” where help is offered says something of it`, () => {
      const talk = talkAt('adjustments');
      expect(talk.says(said).text).to.contain('What help');
    });
});

describe('another right', () => {
  it('that is noted twice keeps the date of the first time', () => {
    const talk = talkAt('fullName');
    talk.says('please delete my old address and phone');
    talk.later(60 * 24 * 3).says('please delete my account too please');
    expect(talk.state.next?.map(({ receivedAt }) => receivedAt)).to.deep.equal([NOW.toISOString()]);
  });
  it('is offered though the one before it was declined', () => {
    const talk = new Talk();
    talk.says('Please delete my account and please correct my bill. I also complain about it', 'cancel', 'Yes, stop');
    talk.says('No, just a question');
    expect(talk.state.offer?.right).to.equal('complaint');
  });
  it('is offered where portability was declined', () => {
    const talk = new Talk();
    talk.says('my data in a portable form please, and I complain about it', 'No, just a question');
    expect(talk.state.offer?.right).to.equal('complaint');
  });
  it('that was declined with others does not come back with the next request', () => {
    const talk = new Talk();
    talk.says('my data in a portable form please, and I complain about it', 'No, just a question');
    expect(talk.says(ACCESS.start).text).not.to.contain('You asked for more than one thing');
  });
});

describe('somebody who comes back', () => {
  it('to send is welcomed once, and not before “passed on”', () => {
    const talk = talkAt('fullName');
    talk.says(
      'please delete my old address and phone',
      'Sarah Khan',
      '07700 900123',
      'skip',
      'skip',
      'my letters',
      'skip',
      'skip',
      'skip',
    );
    talk.later(40).says('send');
    expect(talk.replies[0]?.text).not.to.contain('Your request is still here');
  });
});

describe('what lets somebody ask', () => {
  for (const words of [
    'my grandchildren',
    'my stepchildren',
    'my niece, I am her guardian',
    'my nephew who lives with me',
  ])
    it(`is parental responsibility for “${words}”`, () => {
      expect(authorityQuestion({ relationship: { words, understood: words } })).to.match(/parental responsibility/);
    });
});

void NEW_CONVERSATION;
