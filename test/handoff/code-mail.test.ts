import { expect } from 'chai';
import { readingAge } from '../../src/answers/knowledge/readability.js';
import { composeCodeMail } from '../../src/handoff/code-mail.js';
import { createMailer } from '../../src/handoff/mailer.js';
import { readMessageId } from '../../src/handoff/message-id.js';
import { mailSchema } from '../../src/handoff/mail.js';
import { newCode } from '../../src/requests/reference.js';
import { CONTEXT } from './requests.js';
import { wordsIn } from './words-in.js';

const CODE = { email: 'zq@example.com', digits: '042917', minutes: 10 };
const mail = composeCodeMail(CODE, CONTEXT);

describe('Mail with a code', () => {
  it('says the code, how long it works, and what to do if it was somebody else, in text and HTML alike', () => {
    for (const body of [mail.text, wordsIn(mail.html)]) {
      for (const words of ['042917', 'It works for 10 minutes.', 'Barnet Council’s chat', 'by mistake'])
        expect(body).to.contain(words);
    }
  });

  it('says nothing of the request, nor of whose it is', () => {
    const { to, ...rest } = mail;
    expect(to).to.equal('zq@example.com');
    const said = JSON.stringify(rest);
    expect(said)
      .not.to.contain('zq@')
      .and.not.to.match(/PR-|Data Protection|privacy notice|records|complain/i);
    expect(rest.attachments).to.deep.equal([]);
  });

  it('shows the code neither in its subject nor in its headers, which are read on locked screens', () => {
    expect(mail.subject).to.equal('Your code for Barnet Council’s chat');
    expect(JSON.stringify([mail.subject, mail.headers, mail.messageId])).not.to.contain('042917');
  });

  it('is no mail that a machine should answer', () => {
    expect(mail.headers).to.deep.equal({ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' });
    expect([mail.from, mail.replyTo]).to.deep.equal([CONTEXT.from, CONTEXT.dpoMailbox]);
  });

  it('has a Message-ID of its own, which is no request’s', () => {
    expect(mail.messageId).to.match(/^<[\w-]{36}\.code@example\.gov\.uk>$/);
    expect(composeCodeMail(CODE, CONTEXT).messageId).not.to.equal(mail.messageId);
    expect(readMessageId(mail.messageId)).to.equal(undefined);
  });

  it('can be read at the age of eleven', () => void expect(readingAge(mail.text)).to.be.at.most(11));

  it('stays one mail to one person, whatever stands in the address', () => {
    const { to, subject } = composeCodeMail({ ...CODE, email: 'a@example.com\r\nBcc: b@example.com' }, CONTEXT);
    expect(to).not.to.match(/[\r\n]/);
    expect(subject).not.to.match(/[\r\n]/);
  });

  it('loads nothing from anywhere', () => {
    expect(mail.html).not.to.match(/<(?:img|link|script|style|iframe|object|form|a)\b|\bsrc=|url\(|https?:/i);
  });

  it('is of no use from the moment at which the code no longer works', () => {
    const sentAt = '2026-11-23T10:00:00.000Z';
    const passing = createMailer(CONTEXT, 10).code({ email: 'zq@example.com', digits: '042917', sentAt });
    expect(passing.expiresAt).to.deep.equal(new Date('2026-11-23T10:10:00.000Z'));
    expect(passing.mail.text).to.contain('042917').and.to.contain('10 minutes');
    expect(mailSchema.parse(passing.mail)).to.deep.equal(passing.mail);
  });
});

describe('A code', () => {
  it('has six digits, also where the number is small', () => {
    expect(newCode(() => 7)).to.equal('000007');
    expect(newCode(() => 999_999)).to.equal('999999');
  });

  it('is any of a million', () => {
    const asked: number[] = [];
    newCode((below) => (asked.push(below), 0));
    expect(asked).to.deep.equal([1_000_000]);
    expect(new Set(Array.from({ length: 50 }, () => newCode())).size).to.be.greaterThan(45);
  });
});
