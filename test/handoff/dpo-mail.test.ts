import { expect } from 'chai';
import { CHECKS, CHECKS_FOR_SOMEBODY_ELSE } from '../../src/handoff/checks.js';
import { composeDpoMail } from '../../src/handoff/email.js';
import { privacyRequestSchema } from '../../src/requests/request.js';
import { RIGHT_NAMES, RIGHTS } from '../../src/requests/right.js';
import { aRequest, CONTEXT } from './requests.js';
import { wordsIn } from './words-in.js';

describe('Mail to the Data Protection Officer', () => {
  for (const right of RIGHTS) {
    describe(`for ${right}`, () => {
      const mail = composeDpoMail(aRequest({ right }), CONTEXT);

      it('names right, reference and date in the subject, and nothing about a person', () => {
        expect(mail.subject).to.equal(`[${RIGHT_NAMES[right]}] PR-7K3M-Q2X9 – respond by 23 Dec 2026`);
      });

      it('says what to check next for this right, in text and HTML', () => {
        for (const check of CHECKS[right]) {
          expect(mail.text).to.contain(check);
          expect(wordsIn(mail.html)).to.contain(check);
        }
      });
    });
  }

  it('can be recognised, routed and answered by its headers', () => {
    const { from, to, replyTo, messageId, headers } = composeDpoMail(aRequest(), CONTEXT);
    expect({ from, to, replyTo, messageId, headers }).to.deep.equal({
      from: CONTEXT.from,
      to: CONTEXT.dpoMailbox,
      replyTo: 'zq@example.com',
      messageId: '<pr-7k3m-q2x9.dpo@example.gov.uk>',
      headers: { 'X-Privacy-Request': 'PR-7K3M-Q2X9' },
    });
  });

  it('begins with the due date and the words that were said', () => {
    const { text } = composeDpoMail(aRequest(), CONTEXT);
    expect(text.split('\n').filter(Boolean).slice(2, 6)).to.deep.equal([
      'Respond by Wednesday 23 December 2026.',
      'WHAT IS ASKED, IN THE PERSON’S OWN WORDS',
      '----------------------------------------',
      '> I want everything about the dampness in my flat',
    ]);
  });

  it('holds in text and HTML alike who asks, what it covers, the dates and every answer', () => {
    const mail = composeDpoMail(aRequest({ adjustments: 'large print', loggedBy: 'Officer 12' }), CONTEXT);
    const html = wordsIn(mail.html);
    for (const fact of [
      'Zebedee Quillfeather',
      'zq@example.com',
      'Confirmed with a code',
      '07700 900123',
      '3 Marmalade Lane',
      'large print',
      'Housing',
      '1 January 2020',
      '31 March 2021',
      'All repair notes about Wisteria House',
      '23 November 2026',
      '22:30',
      'web chat, logged for the person by Officer 12',
      'One calendar month from 23 November 2026.',
      'Tuesday 22 December 2026',
      'UPRN-998',
      'Not provided',
      '2026-03-01',
      'Yes, by email',
    ]) {
      expect(mail.text).to.contain(fact);
      expect(html).to.contain(fact);
    }
    expect(mail.html).to.contain('href="https://example.gov.uk/privacy-notices"');
  });

  it('shows the time of receipt as the clocks in the United Kingdom do', () => {
    const mail = composeDpoMail(aRequest({ receivedAt: '2026-06-30T23:15:00.000Z' }), CONTEXT);
    expect(mail.text).to.match(/Received: Wednesday 1 July 2026, 00:15/);
  });

  it('asks for authority only where somebody else is asked for', () => {
    const subject = { fullName: 'Ada Example', relationship: 'my mother', authority: 'power of attorney' };
    const forAnother = composeDpoMail(aRequest({ subject }), CONTEXT).text;
    const forSelf = composeDpoMail(aRequest(), CONTEXT).text;
    for (const words of [...CHECKS_FOR_SOMEBODY_ELSE, 'Asked for: Ada Example', 'power of attorney']) {
      expect(forAnother).to.contain(words);
      expect(forSelf).not.to.contain(words);
    }
    expect(forSelf).to.contain('Asked for: Themselves');
  });

  it('attaches the request as JSON that the request’s own schema reads back', () => {
    const [attachment] = composeDpoMail(aRequest(), CONTEXT).attachments;
    expect(attachment?.filename).to.equal('request.json');
    expect(privacyRequestSchema.parse(JSON.parse(attachment?.content ?? ''))).to.deep.equal(aRequest());
    expect(attachment?.content).to.contain('\n  "right": "access",\n');
  });

  it('refuses a request that is not one', () => {
    expect(() => composeDpoMail({ ...aRequest(), reference: 'PR-1' }, CONTEXT)).to.throw(/reference/);
  });

  it('loads nothing from anywhere and runs nothing', () => {
    const { html } = composeDpoMail(aRequest(), CONTEXT);
    expect(html).not.to.match(/<(?:img|link|script|style|iframe|object|form)\b|\bsrc=|url\(|\bon\w+=/i);
    expect([...html.matchAll(/https?:\/\/[^"\s<]+/g)].map(String)).to.deep.equal([
      'https://example.gov.uk/privacy-notices',
    ]);
  });
});
