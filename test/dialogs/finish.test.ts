import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../dialogs/conversation.js';
import { privacyRequestSchema, type PrivacyRequest } from '../../src/requests/request.js';
import { REFERENCE, SURROUNDINGS, Talk, talkAt } from './a-talk.js';

/** Says all of it, and then that it be sent. */
function sent(texts: readonly string[], talk = new Talk()): PrivacyRequest {
  talk.says(...texts, 'send');
  if (!talk.finished) throw new Error(`nothing was sent; at ${String(talk.step)}: ${talk.last.text}`);
  return talk.finished.request;
}

/** Answers to every step of an access request. */
const REST = ['me', 'Sarah Khan', 'sarah@example.org', 'skip', 'skip', 'skip', 'all', 'skip', 'skip', 'skip'];

describe('a finished request', () => {
  it('is complete, for one’s own records', () => {
    const talk = talkAt('checkAnswers');
    const request = sent([], talk);
    const expected: PrivacyRequest = {
      reference: REFERENCE,
      right: 'access',
      receivedAt: '2026-11-23T10:00:00.000Z',
      dueDate: '2026-12-23',
      dueDateReason:
        "One calendar month from 23 November 2026 is 23 December 2026. The council's notice promises 30 days, which ends on the same date.",
      channel: 'Web chat',
      firstMessage: 'Please send me the records',
      requester: { fullName: 'Sarah Khan', email: 'sarah@example.org', emailConfirmed: false },
      scope: {
        services: ['Council tax'],
        from: '2019-01-01',
        to: '2021-12-31',
        details: 'letters about my discount',
      },
      answers: {
        forWhom: 'my own',
        fullName: 'Sarah Khan',
        contact: 'sarah@example.org',
        emailCode: '',
        services: 'council tax',
        period: '2019 to 2021',
        details: 'letters about my discount',
        identifiers: '',
        format: 'by email',
        adjustments: '',
      },
      format: 'by email',
      noticeVersion: '2026-11',
    };
    expect(request).to.deep.equal(expected);
    expect(privacyRequestSchema.parse(request)).to.deep.equal(expected);
    expect(talk.finished?.deadline).to.include({ due: '2026-12-23', lawful: '2026-12-23', target: '2026-12-22' });
    expect(talk.last.text)
      .to.contain(`Your reference: **${REFERENCE}**`)
      .and.to.contain('by **Wednesday 23 December 2026**')
      .and.to.contain('You will get an email soon');
    expect(JSON.stringify(talk.last)).not.to.contain('Sarah');
  });

  it('is complete, for another person’s, with danger and more than one way to reach the person', () => {
    const request = sent(
      [
        'I want the records you have',
        'on behalf of my mum',
        'Ada Khan',
        'power of attorney',
        'my name is Sarah Khan',
        '07700 900123 or 1 High Street, Barnet EN5 5XX',
        'only by phone, my brother opens the post',
        'not sure',
        'since 2018',
        'her care plan',
        'she was Ada Smith before',
        'none',
        'an interpreter for Somali',
      ],
      new Talk({ ...NEW_CONVERSATION, danger: true }),
    );
    expect(request).to.deep.include({
      requester: {
        fullName: 'Sarah Khan',
        emailConfirmed: false,
        phone: '07700 900123',
        post: '1 High Street, Barnet EN5 5XX',
        safeToContact: 'only by phone, my brother opens the post',
      },
      subject: { fullName: 'Ada Khan', relationship: 'They are my mum', authority: 'power of attorney' },
      scope: { services: [], from: '2018-01-01', details: 'her care plan' },
    });
    expect(request.answers).to.include({ relationship: 'on behalf of my mum', format: 'none' });
    expect(request.adjustments).to.equal('an interpreter for Somali');
    expect(request).not.to.have.any.keys('format', 'unfinished', 'loggedBy');
    expect(privacyRequestSchema.safeParse(request).success).to.equal(true);
  });

  it('is complete, for an objection', () => {
    const talk = new Talk();
    const request = sent(
      [
        'I object to you using my details',
        'stop the calls',
        'they give me migraines',
        'me',
        'Sam Lee',
        'by post to 3 High Street',
        'housing and bins',
        'skip',
      ],
      talk,
    );
    expect(request).to.deep.include({
      right: 'objection',
      dueDate: '2026-12-23',
      dueDateReason: 'One calendar month from 23 November 2026 is 23 December 2026.',
      requester: { fullName: 'Sam Lee', emailConfirmed: false, post: '3 High Street' },
      scope: {
        services: ['Housing and homelessness', 'Bins, waste and recycling'],
        details: 'Stop: stop the calls\nBecause: they give me migraines',
      },
    });
    expect(talk.last.text).to.contain('Please write your reference down');
  });

  it('is dated by the first message that asked, not by the last', () => {
    const talk = new Talk();
    talk.says('Please send me the records');
    const later = new Talk(talk.state, { ...SURROUNDINGS, now: new Date('2026-12-02T09:00:00.000Z') });
    const request = sent(REST, later);
    expect([request.receivedAt, request.dueDate]).to.deep.equal(['2026-11-23T10:00:00.000Z', '2026-12-23']);
  });

  it('is dated by the message that led to an offer, where one was made', () => {
    const talk = new Talk();
    expect(talk.says('can I see what you hold').step).to.equal('start');
    const later = new Talk(talk.state, { ...SURROUNDINGS, now: new Date('2026-11-24T09:00:00.000Z') });
    const request = sent(['yes', ...REST], later);
    expect(request).to.include({ firstMessage: 'can I see what you hold', receivedAt: '2026-11-23T10:00:00.000Z' });
  });

  it('works to the earlier of the law’s and the notice’s date, and says why', () => {
    const talk = new Talk(NEW_CONVERSATION, { ...SURROUNDINGS, now: new Date('2026-12-01T00:30:00.000Z') });
    const request = sent(['Please send me the records', ...REST], talk);
    expect(request.dueDate).to.equal('2026-12-31');
    expect(request.dueDateReason).to.match(/1 January 2027.*4 January 2027.*promises 30 days.*31 December 2026/);
  });

  it('keeps every word of the longest answers', () => {
    const long = 'every letter, '.repeat(140);
    const request = sent(['Please send me the records', ...REST.map((text) => (text === 'all' ? long : text))]);
    expect(request.scope.details).to.equal(long.trim());
    expect(privacyRequestSchema.safeParse(request).success).to.equal(true);
  });
});
