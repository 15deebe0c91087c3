import { expect } from 'chai';
import { devMailJson, devMailPage, type RecentMail } from '../../src/handoff/dev-mail.js';
import { composeMails } from '../../src/handoff/email.js';
import { aRequest, CONTEXT } from './requests.js';

const recent = (minute: number, change: Partial<RecentMail> = {}, words = 'plain words'): RecentMail => {
  const [composed] = composeMails(aRequest({ firstMessage: words }), CONTEXT);
  if (!composed) throw new Error('no mail was composed');
  return {
    id: `row-${minute}`,
    reference: 'PR-7K3M-Q2X9',
    purpose: composed.purpose,
    mail: composed.mail,
    attempts: 0,
    createdAt: new Date(Date.UTC(2026, 10, 23, 10, minute)),
    status: 'accepted',
    ...change,
  };
};

describe('Development mail page', () => {
  it('shows the newest mail first, each with subject, recipient, status, text and attachment', () => {
    const page = devMailPage([recent(1), recent(3, { status: 'waiting', attempts: 2 }), recent(2)]);
    expect([...page.matchAll(/aria-labelledby="mail-(row-\d)"/g)].map((match) => match[1])).to.deep.equal([
      'row-3',
      'row-2',
      'row-1',
    ]);
    expect(page).to.contain('[Access request] PR-7K3M-Q2X9 – respond by 23 Dec 2026');
    expect(page).to.contain('<dd>data.protection@example.gov.uk</dd>');
    expect(page).to.contain('Waiting to be sent (attempts: 2)');
    expect(page).to.contain('&gt; plain words');
    expect(page).to.contain('<details><summary>Attachment: request.json</summary><pre>{');
    expect(page)
      .to.match(/^<!DOCTYPE html>\n<html lang="en-GB">/)
      .and.to.contain('<h1>Mail</h1>');
  });

  it('escapes all that a mail may hold', () => {
    const mail = {
      ...recent(1).mail,
      subject: '<script>a</script>',
      to: '"<b>"@x',
      text: '</pre><script>b</script>',
      headers: { '<i>': '<u>' },
    };
    const page = devMailPage([recent(1, { mail, id: '"><script>c</script>' })]);
    expect(page).not.to.match(/<(?:script|b|i|u)>/);
    expect(page).to.contain('&lt;script&gt;b&lt;/script&gt;');
  });

  it('says what to do where there is no mail', () => {
    expect(devMailPage([])).to.contain('No mail yet');
  });

  it('comes as JSON too, with the whole mail', () => {
    const { mails } = devMailJson([recent(1), recent(2)]);
    expect(mails.map(({ id, createdAt }) => [id, createdAt])).to.deep.equal([
      ['row-2', '2026-11-23T10:02:00.000Z'],
      ['row-1', '2026-11-23T10:01:00.000Z'],
    ]);
    expect(mails[0]?.mail).to.deep.equal(recent(2).mail);
  });
});
