/** More than one right in one conversation: each is a request of its own, with its own reference and its own clock. */
import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../dialogs/conversation.js';
import { wording } from '../../dialogs/wording.js';
import { NOW, SURROUNDINGS, Talk } from './a-talk.js';

const TWO = 'Please delete my account, and I complain about it';
const THREE = 'Please delete my account and please correct my bill. I also complain about it';
/** From the first step of the deletion up to its check-answers. */
const DELETION = ['me', 'Tom Baker', 'tom@example.org', 'skip', 'libraries', 'old card 4411', 'large print'];

/** References are PR-AA2A-A2A2, PR-AA2A-A2A3 … */
function aTalk(): Talk {
  const last = ['2', '3', '4', '6', '7'].values();
  const newReference = (): string => `PR-AA2A-A2A${String(last.next().value)}`;
  return new Talk(NEW_CONVERSATION, { ...SURROUNDINGS, newReference });
}

describe('two rights in one message', () => {
  it('begin with the first, and say that the other comes after it', () => {
    const talk = aTalk();
    const { right, text } = talk.says(TWO);
    expect(right).to.equal('erasure');
    expect(text).to.contain(wording.thenNext(['complaint']));
    expect(talk.state.next).to.deep.equal([{ right: 'complaint', firstMessage: TWO, receivedAt: NOW.toISOString() }]);
  });

  it('become two requests, each with its own reference and both dated by that message', () => {
    const talk = aTalk();
    talk.says(TWO);
    talk.later(60 * 24 * 2).says(...DELETION, 'send');
    expect(talk.replies.map(({ right, step }) => [right, step])).to.deep.equal([
      ['erasure', 'sent'],
      ['complaint', 'outcomeWanted'],
    ]);
    talk.says('say sorry', 'parking', 'send');
    expect(talk.sent.map(({ right, reference }) => [right, reference])).to.deep.equal([
      ['erasure', 'PR-AA2A-A2A2'],
      ['complaint', 'PR-AA2A-A2A3'],
    ]);
    for (const request of talk.sent) {
      expect(request).to.include({ firstMessage: TWO, receivedAt: NOW.toISOString(), dueDate: '2026-12-23' });
    }
    expect(talk.state).not.to.have.any.keys('request', 'next');
  });

  it('ask who it is about, who asks and how to reach them once, and what belongs to the request each time', () => {
    const talk = aTalk();
    talk.says(TWO, ...DELETION, 'send');
    const { text } = talk.last;
    for (const line of [
      '- **Who it is about**: Me',
      '- **Your name**: Tom Baker',
      '- **How to reach you**: tom@example\\.org',
      '- **Help you need**: large print',
    ])
      expect(text).to.contain(line);
    expect(text).not.to.contain('Libraries').and.not.to.contain('4411');
    talk.says('say sorry', 'parking');
    expect(talk.last.step).to.equal('checkAnswers');
    talk.says('send');
    const [deletion, complaint] = talk.sent;
    expect(complaint?.requester).to.deep.equal(deletion?.requester);
    expect(complaint?.adjustments).to.equal('large print');
    expect(complaint?.scope.services).to.deep.equal(['Parking']);
  });

  it('carry over whose information it is, where that is somebody else', () => {
    const talk = aTalk();
    talk.says('Please delete my mum’s account, and I complain about it', 'Ada Baker', 'power of attorney');
    talk.says('Tom Baker', '020 7946 0958', 'skip', 'skip', 'skip', 'send', 'skip', 'skip');
    expect(talk.last.step).to.equal('checkAnswers');
    talk.says('send');
    const [deletion, complaint] = talk.sent;
    expect(complaint?.right).to.equal('complaint');
    expect(complaint?.subject).to.deep.equal(deletion?.subject).and.to.include({ fullName: 'Ada Baker' });
  });

  it('send one code, and hand both over as confirmed', () => {
    const talk = aTalk();
    talk.says(TWO, ...DELETION.map((said) => (said === 'skip' ? '042917' : said)), 'send', 'skip', 'skip', 'send');
    expect(talk.codes).to.have.length(1);
    expect(talk.sent.map(({ requester }) => requester.emailConfirmed)).to.deep.equal([true, true]);
  });

  it('take what was changed before the first was sent', () => {
    const talk = aTalk();
    talk.says(TWO, ...DELETION, 'change my name to Tim Baker', 'send', 'skip', 'skip', 'send');
    expect(talk.sent.map(({ requester }) => requester.fullName)).to.deep.equal(['Tim Baker', 'Tim Baker']);
  });
});

describe('three rights in one message', () => {
  it('are taken one after the other', () => {
    const talk = aTalk();
    expect(talk.says(THREE).text).to.contain('After this one comes: putting information right, then your complaint');
    talk.says(...DELETION, 'send');
    expect(talk.last).to.include({ right: 'rectification' });
    expect(talk.last.text).to.contain('After this one comes: your complaint');
    talk.says('£40 and not £400', 'skip', 'skip', 'send');
    expect(talk.last).to.include({ right: 'complaint' });
    talk.says('skip', 'skip', 'send');
    expect(talk.sent.map(({ right }) => right)).to.deep.equal(['erasure', 'rectification', 'complaint']);
    expect(new Set(talk.sent.map(({ reference }) => reference)).size).to.equal(3);
  });
});

describe('another right, asked for in the middle of a request,', () => {
  it('is noted, and follows with its own words, its own date and the person’s answers', () => {
    const talk = aTalk();
    talk.says('Please send me the records', 'me');
    const reply = talk.later(60 * 24 * 3).says('please delete my old address and phone');
    expect(reply.step).to.equal('fullName');
    expect(reply.text).to.contain(wording.notedNext('erasure'));
    talk.says('Tom Baker', '020 7946 0958', 'skip', 'skip', 'all of it', 'skip', 'skip', 'skip', 'send');
    expect(talk.last).to.include({ right: 'erasure' });
    expect(talk.says('skip', 'skip', 'skip').step).to.equal('checkAnswers');
    talk.says('send');
    const [access, erasure] = talk.sent;
    expect([access?.receivedAt, access?.dueDate]).to.deep.equal(['2026-11-23T10:00:00.000Z', '2026-12-23']);
    expect(erasure).to.include({
      firstMessage: 'please delete my old address and phone',
      receivedAt: '2026-11-26T10:00:00.000Z',
      dueDate: '2026-12-29',
    });
    expect(erasure?.requester).to.deep.equal(access?.requester);
  });

  it('is noted once, however often it is said', () => {
    const talk = aTalk();
    talk.says('Please send me the records', 'me', 'please delete my old address', 'please delete my old address now');
    expect(talk.state.next?.map(({ right }) => right)).to.deep.equal(['erasure']);
  });

  it('is not noted for a question about it', () => {
    const talk = aTalk();
    talk.says('Please send me the records', 'me', 'can you delete my old address?');
    expect(talk.step).to.equal('fullName');
    expect(talk.state).not.to.have.property('next');
  });

  it('is not noted where any words are an answer', () => {
    const talk = aTalk();
    talk.says('Please correct it', 'you were told to delete my old address and did not');
    expect(talk.step).to.equal('rightInformation');
    expect(talk.state).not.to.have.property('next');
  });

  it('is no other one where it is the same again', () => {
    const talk = aTalk();
    talk.says('Please send me the records');
    expect(talk.says('I want a copy of my records').step).to.equal('forWhom');
    expect(talk.state).not.to.have.property('next');
  });
});
