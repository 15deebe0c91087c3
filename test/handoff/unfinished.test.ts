/** The mails of a request whose person fell silent before it was sent. */
import { expect } from 'chai';
import { readingAge } from '../../src/answers/knowledge/readability.js';
import { composeAcknowledgement, composeDpoMail, composeMails } from '../../src/handoff/email.js';
import { privacyRequestSchema } from '../../src/requests/request.js';
import { RIGHT_NAMES, RIGHTS } from '../../src/requests/right.js';
import { aRequest, CONTEXT, PERSONAL } from './requests.js';
import { wordsIn } from './words-in.js';

const unfinished = aRequest({ unfinished: true });

describe('Mails of an unfinished request', () => {
  for (const right of RIGHTS) {
    it(`say so in the subject for the Data Protection Officer, for ${right}`, () => {
      const { subject } = composeDpoMail(aRequest({ right, unfinished: true }), CONTEXT);
      expect(subject).to.equal(`[${RIGHT_NAMES[right]}, unfinished] PR-7K3M-Q2X9 – respond by 23 Dec 2026`);
    });
  }

  it('warn the Data Protection Officer before anything else, in text and HTML', () => {
    const { text, html } = composeDpoMail(unfinished, CONTEXT);
    for (const body of [text, wordsIn(html)]) {
      const warning = body.indexOf('the person fell silent before they checked and sent this');
      expect(warning).to.be.greaterThan(-1);
      expect(warning).to.be.lessThan(body.search(/what is asked, in the person’s own words/i));
      expect(body).to.contain('Ask them whether they want to go on');
    }
    expect(composeDpoMail(aRequest(), CONTEXT).text).not.to.contain('fell silent');
  });

  it('carry the mark in request.json, and a finished request carries none', () => {
    const jsonOf = (request: typeof unfinished): unknown =>
      JSON.parse(composeDpoMail(request, CONTEXT).attachments[0]?.content ?? '');
    expect(privacyRequestSchema.parse(jsonOf(unfinished))).to.deep.equal(unfinished);
    expect(jsonOf(aRequest())).not.to.have.property('unfinished');
    expect(privacyRequestSchema.safeParse({ ...aRequest(), unfinished: false }).success).to.equal(false);
  });

  it('tell the person what became of it, and how to say that they do not want it', () => {
    const mail = composeAcknowledgement(unfinished, CONTEXT);
    for (const body of [mail?.text ?? '', wordsIn(mail?.html ?? '')]) {
      expect(body)
        .to.contain('did not finish it')
        .and.to.contain('If you do not want to go on with it, reply and say so.')
        .and.to.contain('PR-7K3M-Q2X9')
        .and.not.to.contain('Thank you. It has gone');
    }
    expect(composeAcknowledgement(aRequest(), CONTEXT)?.text).not.to.contain('did not finish');
  });

  it('tell the person nothing that they said, at reading age eleven', () => {
    const { to: _to, ...mail } = composeAcknowledgement(unfinished, CONTEXT) ?? { to: '' };
    for (const word of PERSONAL) expect(JSON.stringify(mail)).not.to.contain(word);
    expect(readingAge('text' in mail ? mail.text : '')).to.be.at.most(11);
  });

  it('go to nobody but the Data Protection Officer where it may not be safe', () => {
    const requester = { ...unfinished.requester, safeToContact: 'No, somebody could see it' };
    const mails = composeMails({ ...unfinished, requester }, CONTEXT);
    expect(mails.map(({ purpose }) => purpose)).to.deep.equal(['dpo']);
    const text = mails[0]?.mail.text ?? '';
    expect(text).to.contain('It may not be safe').and.to.contain('fell silent');
  });
});
