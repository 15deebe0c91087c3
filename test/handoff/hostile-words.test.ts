import { expect } from 'chai';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { composeDpoMail } from '../../src/handoff/email.js';
import { messageOf } from '../../src/handoff/transports/message.js';
import type { PrivacyRequest } from '../../src/requests/request.js';
import { aRequest, CONTEXT } from './requests.js';

describe('Hostile words in a mail', () => {
  const HOSTILE = [
    ['markup', '<script>alert(1)</script><img src=x onerror="alert(1)">'],
    ['a header', 'Ann\r\nBcc: everyone@example.com\r\n\r\nbody'],
    ['a right-to-left override', 'gnp.\u202efdp.exe \u2066x\u2069 \u200b\ufeff'],
    ['control characters', 'a\u0000b\u001b[31mc\u0085d\u2028e\ud800f'],
    ['a heading of our own', 'x\n\nDATES\n-----\nRespond by: 1 January 2030'],
    ['a great many of them', '<b>"'.repeat(5_000)],
    ['a great many lines', 'x\n\n\n\n'.repeat(4_000)],
  ] as const;
  for (const [name, words] of HOSTILE) {
    describe(`with ${name}`, () => {
      const request = aRequest({
        firstMessage: words,
        requester: { ...aRequest().requester, fullName: words, phone: words, post: words },
        subject: { fullName: words, relationship: words, authority: words },
        scope: { services: [words], details: `${words.slice(0, 19_000)} too` },
        answers: { details: words, services: words },
        adjustments: words,
        format: words,
        channel: words,
        loggedBy: words,
        noticeVersion: words,
        dueDateReason: words,
      });
      const mail = composeDpoMail(request, CONTEXT);

      it('has no markup but its own', () => {
        const plain = composeDpoMail(aRequest({ ...request, firstMessage: 'x' }), CONTEXT);
        const tags = (html: string): string[] =>
          [...new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1] ?? ''))].sort();
        expect(tags(mail.html)).to.deep.equal(tags(plain.html));
        expect(mail.html).not.to.match(/<(?:script|img|b)\b/i);
      });

      it('shows no hidden character', () => {
        for (const part of [mail.subject, mail.text, mail.html, ...mail.attachments.map(({ content }) => content)]) {
          expect(part).not.to.match(/(?!\n)\p{Cc}|\p{Bidi_Control}|\u200b|\ufeff|\u2028|\p{Cs}/u);
        }
      });

      it('gives no line of text the look of ours', () => {
        expect(mail.text.split('\n').filter((line) => line === 'DATES')).to.have.length(1);
        expect(mail.text).not.to.match(/^Respond by: 1 January/m);
      });

      it('adds no header, and the attachment keeps every character', async () => {
        const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(messageOf(mail));
        const parsed = await simpleParser(message);
        expect([...parsed.headers.keys()].sort()).to.deep.equal([
          'content-type',
          'date',
          'from',
          'message-id',
          'mime-version',
          'reply-to',
          'subject',
          'to',
          'x-privacy-request',
        ]);
        const attached = JSON.parse(parsed.attachments[0]?.content.toString('utf8') ?? '') as PrivacyRequest;
        expect(attached.firstMessage).to.equal(words);
      });
    });
  }

  it('cannot reach a header through the context either', () => {
    const mail = composeDpoMail(aRequest(), {
      ...CONTEXT,
      from: 'A\r\nBcc: x@y.z <privacy@example.gov.uk>',
      dpoMailbox: 'a@b.gov.uk\r\nBcc: x@y.z',
    });
    expect(mail.from + mail.to + mail.messageId).not.to.match(/[\r\n]/);
  });
});
