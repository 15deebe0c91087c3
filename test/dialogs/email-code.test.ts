/** The code that shows that an email address works. */
import { expect } from 'chai';
import { NEW_CONVERSATION, type ConversationState } from '../../dialogs/conversation.js';
import { ACCESS, SURROUNDINGS, Talk } from './a-talk.js';

/** Somebody who has just been sent a code. Codes are 100001, 100002 … */
function talkAtCode(email = 'sarah@example.org', state: ConversationState = NEW_CONVERSATION): Talk {
  let codes = 100_000;
  const newCode = (): string => String((codes += 1));
  const talk = new Talk(state, { ...SURROUNDINGS, newCode });
  talk.says(ACCESS.start, 'me', 'Sarah Khan', email);
  return talk;
}

const confirmed = (talk: Talk): boolean | undefined => talk.state.request?.answers.emailCode?.emailConfirmed;
const digits = ({ codes }: Talk): string[] => codes.map((code) => code.digits);

describe('a code by email', () => {
  it('is sent once to the address that was given, and never shown in the chat', () => {
    const talk = talkAtCode();
    expect(talk.step).to.equal('emailCode');
    expect(talk.codes).to.deep.equal([
      { email: 'sarah@example.org', digits: '100001', sentAt: '2026-11-23T10:00:00.000Z', tries: 0 },
    ]);
    talk.says('pardon?', 'what happens to my data?', 'help');
    expect(talk.codes).to.have.length(1);
    expect(talk.last.text).to.contain('sarah@example.org').and.not.to.contain('100001');
  });

  for (const contact of ['020 7946 0958', '3 High Street, Barnet EN5 5XX']) {
    it(`is not sent where there is no email: “${contact}”`, () => {
      const talk = talkAtCode(contact);
      expect([talk.step, talk.codes.length]).to.deep.equal(['services', 0]);
    });
  }

  for (const typed of ['100001', ' 100001 ', '100 001', '100-001', 'my code is 100001.', 'It says 100001']) {
    it(`confirms the address when it comes back as “${typed}”`, () => {
      const talk = talkAtCode();
      expect(talk.says(typed).step).to.equal('services');
      expect(confirmed(talk)).to.equal(true);
    });
  }

  it('is handed over as confirmed, and shown so when the answers are checked', () => {
    const talk = talkAtCode();
    talk.says('100001', 'skip', 'skip', 'my letters', 'skip', 'skip', 'skip');
    expect(talk.last.text).to.contain('- **Email confirmed**: Yes, with a code');
    talk.says('send');
    expect(talk.finished?.request.requester).to.include({ email: 'sarah@example.org', emailConfirmed: true });
  });

  it('can be skipped, and is then handed over as not confirmed', () => {
    const talk = talkAtCode();
    expect(talk.last.buttons?.map(({ value }) => value)).to.deep.equal(['Send a new code', 'Skip']);
    talk.says('Skip', 'skip', 'skip', 'my letters', 'skip', 'skip', 'skip', 'send');
    expect(talk.finished?.request.requester).to.include({ email: 'sarah@example.org', emailConfirmed: false });
  });

  it('works for ten minutes; after that another is sent, and the old one is of no use', () => {
    expect(talkAtCode().later(10).says('100001').step).to.equal('services');
    const late = talkAtCode().later(10.1);
    expect(late.says('100001').text).to.contain('too old').and.to.contain('I have sent a new one');
    expect([late.step, digits(late)]).to.deep.equal(['emailCode', ['100001', '100002']]);
    late.says('100001');
    expect([late.step, confirmed(late)]).to.deep.equal(['emailCode', undefined]);
    expect(late.says('100002').step).to.equal('services');
  });

  it('can be typed wrongly four times; the fifth leaves the address unconfirmed and goes on', () => {
    const talk = talkAtCode();
    for (const left of ['4 times', '3 times', '2 times', 'once']) {
      expect(talk.says('999999').text).to.contain(`you can try ${left} more`);
      expect(talk.step).to.equal('emailCode');
    }
    expect(talk.says('999999').step).to.equal('services');
    expect(confirmed(talk)).to.equal(false);
    expect(talk.codes).to.have.length(1);
  });

  it('counts nothing that is no code', () => {
    const talk = talkAtCode();
    for (const said of ['abc', 'hello there', '12', 'I am not sure', '0207 946 0958', 'maybe', 'ok']) {
      expect(talk.says(said).text, said).to.contain('I need the six digits');
    }
    expect(talk.state.request?.code?.tries).to.equal(0);
    expect(talk.says('100001').step).to.equal('services');
  });

  for (const said of ['Send a new code', 'I did not get it', 'nothing came', 'no email yet', 'resend please']) {
    it(`is sent anew for “${said}”, and the one before no longer works`, () => {
      const talk = talkAtCode();
      expect(talk.says(said).text).to.match(/^I have sent a new code\. The old one no longer works\./);
      expect(digits(talk)).to.deep.equal(['100001', '100002']);
      talk.says('100001');
      expect(talk.step).to.equal('emailCode');
      expect(talk.says('100002').step).to.equal('services');
    });
  }

  it('is sent four times at most', () => {
    const talk = talkAtCode();
    for (let i = 0; i < 6; i += 1) talk.says('Send a new code');
    expect(digits(talk)).to.deep.equal(['100001', '100002', '100003', '100004']);
    expect(talk.last.text).to.contain('as many codes as I may');
    expect(talk.later(11).says('100004').text).to.contain('I may not send more');
    expect([talk.step, talk.codes.length]).to.deep.equal(['emailCode', 4]);
    expect(talk.says('skip').step).to.equal('services');
  });

  it('is sent to another address where that is changed, and the first one’s code is of no use', () => {
    const talk = talkAtCode();
    expect(talk.says('change my email to s.khan@example.net').step).to.equal('emailCode');
    expect(talk.codes.map(({ email }) => email)).to.deep.equal(['sarah@example.org', 's.khan@example.net']);
    talk.says('100001');
    expect(talk.step).to.equal('emailCode');
    expect(talk.says('100002').step).to.equal('services');
    expect(talk.state.request?.answers.contact?.email).to.equal('s.khan@example.net');
  });

  it('is not sent to one address after the other: after four there is no more to ask', () => {
    const talk = talkAtCode('a@example.org');
    for (const name of ['b', 'c', 'd']) talk.says(`change my email to ${name}@example.org`);
    expect([talk.step, talk.codes.length]).to.deep.equal(['emailCode', 4]);
    expect(talk.says('change my email to e@example.org').step).to.equal('services');
    expect(talk.codes).to.have.length(4);
    talk.says('skip', 'skip', 'my letters', 'skip', 'skip', 'skip', 'send');
    expect(talk.finished?.request.requester).to.include({ email: 'e@example.org', emailConfirmed: false });
  });

  it('is not sent again where somebody goes back and gives the same address', () => {
    const talk = talkAtCode();
    talk.says('back');
    expect(talk.step).to.equal('contact');
    expect(talk.says('it is sarah@example.org').step).to.equal('emailCode');
    expect(digits(talk)).to.deep.equal(['100001']);
    expect(talk.says('100001').step).to.equal('services');
  });
});

describe('a code by email, where somebody may be in danger,', () => {
  const inDanger = { ...NEW_CONVERSATION, danger: true };

  it('is not sent before it is known whether that is safe', () => {
    const talk = talkAtCode('jo@example.org', inDanger);
    expect([talk.step, talk.codes.length]).to.deep.equal(['safeToContact', 0]);
  });

  for (const said of ['Yes, it is safe', 'yes', 'only I can read it']) {
    it(`is sent where it plainly is: “${said}”`, () => {
      const talk = talkAtCode('jo@example.org', inDanger);
      expect(talk.says(said).step).to.equal('emailCode');
      expect(talk.codes).to.have.length(1);
    });
  }

  for (const said of ['No, somebody could see it', 'no', 'he sometimes looks at my phone', 'skip', 'I think so']) {
    it(`is not sent where it may not be: “${said}”`, () => {
      const talk = talkAtCode('jo@example.org', inDanger);
      expect(talk.says(said).step).to.equal('services');
      expect(talk.codes).to.have.length(0);
    });
  }
});
