import { expect } from 'chai';
import { readingAge } from '../../src/answers/knowledge/readability.js';
import { composeAcknowledgement, composeDpoMail, composeMails } from '../../src/handoff/email.js';
import type { Mail } from '../../src/handoff/mail.js';
import type { PrivacyRequest } from '../../src/requests/request.js';
import { RIGHTS } from '../../src/requests/right.js';
import { aRequest, CONTEXT, PERSONAL } from './requests.js';
import { wordsIn } from './words-in.js';

const acknowledgementOf = (request: PrivacyRequest): Mail => {
  const mail = composeAcknowledgement(request, CONTEXT);
  if (!mail) throw new Error('no acknowledgement was composed');
  return mail;
};

describe('Acknowledgement', () => {
  for (const right of RIGHTS) {
    describe(`of ${right}`, () => {
      const mail = acknowledgementOf(aRequest({ right }));

      it('says reference and date, whom to ask and how to complain', () => {
        for (const body of [mail.text, wordsIn(mail.html)]) {
          for (const words of [
            'PR-7K3M-Q2X9',
            '23 December 2026',
            CONTEXT.dpoMailbox,
            'Information Commission (ICO)',
            '0303 123 1113',
          ]) {
            expect(body).to.contain(words);
          }
        }
        expect(mail.html).to.contain('href="https://ico.org.uk/make-a-complaint"');
      });

      it('holds nothing that the person said', () => {
        const { to, ...rest } = mail;
        expect(to).to.equal('zq@example.com');
        for (const word of PERSONAL) expect(JSON.stringify(rest)).not.to.contain(word);
        expect(mail.attachments).to.deep.equal([]);
      });

      it('can be read at the age of eleven', () => {
        expect(readingAge(mail.text)).to.be.at.most(11);
      });
    });
  }

  it('of a complaint says that it was received and will be looked into within 30 days', () => {
    const { text, subject } = acknowledgementOf(aRequest({ right: 'complaint' }));
    expect(text).to.contain('We have received your complaint, and it will be looked into within 30 days.');
    expect(subject).to.equal('We have your complaint: PR-7K3M-Q2X9');
  });

  it('is no mail that a machine should answer, and its own Message-ID', () => {
    const { messageId, headers, replyTo } = acknowledgementOf(aRequest());
    expect(headers).to.include({ 'Auto-Submitted': 'auto-replied', 'X-Privacy-Request': 'PR-7K3M-Q2X9' });
    expect([messageId, replyTo]).to.deep.equal(['<pr-7k3m-q2x9.acknowledgement@example.gov.uk>', CONTEXT.dpoMailbox]);
  });

  const safety: readonly (readonly [said: string | undefined, safe: boolean])[] = [
    [undefined, true],
    ['Yes', true],
    ['yes, it’s safe', true],
    ["Yes that's fine.", true],
    ['only I can see it', true],
    ['No, nobody else can see it', true],
    ['just me', true],
    ['no', false],
    ['', false],
    ['not really', false],
    ['yes but my husband reads it sometimes', false],
    ['Only between 9 and 5', false],
    ['Safe? He has my password', false],
    ['use the phone instead', false],
    ['I am not sure', false],
  ];
  for (const [said, safe] of safety) {
    it(`${safe ? 'goes out' : 'stays unsent, and the reply goes to nobody,'} where the answer about safety is ${JSON.stringify(said)}`, () => {
      const { requester } = aRequest();
      const request = aRequest({ requester: { ...requester, ...(said === undefined ? {} : { safeToContact: said }) } });
      expect(composeMails(request, CONTEXT).map(({ purpose }) => purpose)).to.deep.equal(
        safe ? ['dpo', 'acknowledgement'] : ['dpo'],
      );
      const dpo = composeDpoMail(request, CONTEXT);
      expect(dpo.replyTo).to.equal(safe ? 'zq@example.com' : undefined);
      expect(dpo.text.includes('!! Before you contact this person')).to.equal(!safe);
      expect(dpo.text).to.contain(safe ? 'Acknowledged: Yes' : 'Acknowledged: No');
    });
  }

  it('stays unsent where no email was given', () => {
    const request = aRequest({ requester: { fullName: 'A', emailConfirmed: false, phone: '020 8359 2000' } });
    expect(composeMails(request, CONTEXT)).to.have.length(1);
    expect(composeDpoMail(request, CONTEXT).text).to.contain('Acknowledged: No').and.not.to.contain('!!');
  });
});
