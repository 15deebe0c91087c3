/** Each of the other rights, from its first message to the attachment in the DPO's mailbox, through the app that ships. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'chai';
import { closeMailServers, mailingTo, startMailServer, type MailServer } from '../handoff/mail-server.js';
import { RIGHT_NAMES, type Right } from '../../src/requests/right.js';
import { ROOT, startApp, type RunningApp } from '../support/app.js';
import { aResident } from '../support/resident.js';
import { until } from '../support/until.js';
import { upToChecking, type Answers } from './a-request.js';

const RITA: Answers = { forWhom: 'my own', fullName: 'Rita Moss', contact: '020 7946 0958' };

interface Journey {
  readonly first: string;
  /** Said first where something else is offered before the request begins. */
  readonly start?: string;
  readonly answers: Answers;
  /** The steps that are asked before who asks. */
  readonly asked: readonly string[];
  readonly details: string;
}

const JOURNEYS: readonly (readonly [Right, Journey])[] = [
  [
    'rectification',
    {
      first: 'please correct my record, my surname is spelt Mosse on the housing list',
      answers: { rightInformation: 'it should be Moss without an e' },
      asked: ['rightInformation'],
      details:
        'Wrong: please correct my record, my surname is spelt Mosse on the housing list\n' +
        'Should be: it should be Moss without an e',
    },
  ],
  [
    'erasure',
    {
      first: 'please delete my data',
      answers: { details: 'my old gym account, I left in spring', services: 'not sure' },
      asked: ['details'],
      details: 'my old gym account, I left in spring',
    },
  ],
  [
    'restriction',
    {
      first: 'please restrict what you do with my data',
      answers: {
        details: 'the report on my flat',
        objectionReason: 'The information may be wrong',
        services: 'housing',
      },
      asked: ['objectionReason', 'forWhom'],
      details: 'please restrict what you do with my data\nWhy: The information may be wrong',
    },
  ],
  [
    'portability',
    {
      first: 'I want data portability',
      start: 'Go on with this request',
      answers: { details: 'what I typed into the school form', recipient: 'to me', format: 'a spreadsheet' },
      asked: ['details', 'recipient', 'forWhom'],
      details: 'what I typed into the school form\nTo go to: to me',
    },
  ],
  [
    'automated_decision',
    {
      first: 'I want a human to review the decision your computer made',
      answers: { outcomeWanted: 'Explain how it was decided', identifiers: 'claim 7788' },
      asked: ['outcomeWanted', 'forWhom'],
      details: 'Decision: I want a human to review the decision your computer made\nWanted: Explain how it was decided',
    },
  ],
  [
    'consent_withdrawal',
    {
      first: 'I withdraw my consent',
      answers: { details: 'the photos from the summer fair', adjustments: 'large print' },
      asked: ['details', 'forWhom'],
      details: 'the photos from the summer fair',
    },
  ],
  [
    'complaint',
    {
      first: 'I want to make a data protection complaint',
      answers: { details: 'you sent my letter to next door', outcomeWanted: 'say sorry', services: 'council tax' },
      asked: ['details', 'outcomeWanted', 'forWhom'],
      details: 'you sent my letter to next door\nWhat would put it right: say sorry',
    },
  ],
];

describe('a request by the right of', () => {
  let app: RunningApp;
  let mail: MailServer;
  const schema = JSON.parse(readFileSync(`${ROOT}/docs/request.schema.json`, 'utf8')) as object;
  const validate = new Ajv2020({ formats: { date: true, 'date-time': true, email: true } }).compile(schema);

  before(async () => {
    mail = await startMailServer();
    app = await startApp({ env: mailingTo(mail) });
  });
  after(async () => {
    await app.end();
    await closeMailServers();
  });
  beforeEach(() => void mail.received.splice(0));

  for (const [right, { first, start, answers, asked, details }] of JOURNEYS) {
    it(`${right} arrives complete`, async () => {
      const resident = await aResident(app);
      if (start !== undefined) expect((await resident.says(first)).at(-1)).to.include({ right, step: 'start' });
      const { asked: all } = await upToChecking(resident, start ?? first, { ...RITA, ...answers });
      expect(all.slice(0, all.indexOf('fullName'))).to.deep.equal(asked);
      const [sent] = await resident.says('send my request');
      expect(sent).to.include({ right, step: 'sent' });
      await until(() => mail.received.length === 1, 'the mail');
      const [dpo] = mail.received;
      expect(dpo?.mail.subject).to.contain(`[${RIGHT_NAMES[right]}] ${String(sent?.reference)}`);
      const attached = JSON.parse(String(dpo?.mail.attachments[0]?.content)) as Record<string, unknown>;
      expect(validate(attached), JSON.stringify(validate.errors)).to.equal(true);
      expect(attached).to.deep.include({
        reference: sent?.reference,
        right,
        firstMessage: first,
        requester: { fullName: 'Rita Moss', phone: '020 7946 0958', emailConfirmed: false },
      });
      expect(attached['scope']).to.include({ details });
      expect(attached).not.to.have.any.keys('subject', 'unfinished');
    });
  }

  it('access arrives instead of portability, where the person chooses a copy', async () => {
    const resident = await aResident(app);
    const offered = (await resident.says('I want data portability')).at(-1);
    expect(offered?.quotes).to.have.length(1);
    expect(offered?.buttons).to.deep.equal([
      'Ask for a copy instead',
      'Go on with this request',
      'No, just a question',
    ]);
    await upToChecking(resident, 'Ask for a copy instead', { ...RITA, details: 'all of it' });
    expect((await resident.says('send')).at(-1)).to.include({ right: 'access', step: 'sent' });
    await until(() => mail.received.length === 1, 'the mail');
    expect(JSON.parse(String(mail.received[0]?.mail.attachments[0]?.content))).to.include({
      right: 'access',
      firstMessage: 'I want data portability',
    });
  });

  it('two rights in one message arrives as two mails, each with its own reference', async () => {
    const resident = await aResident(app);
    const first = 'please delete my data, and I want to make a data protection complaint too';
    await upToChecking(resident, first, { ...RITA, details: 'the gym account', outcomeWanted: 'say sorry' });
    const replies = await resident.says('send');
    expect(replies.map(({ step }) => step)[0]).to.equal('sent');
    expect(replies).to.have.length(2);
    let last = replies.at(-1);
    while (last?.step !== 'checkAnswers') last = (await resident.says('skip')).at(-1);
    await resident.says('send');
    await until(() => mail.received.length === 2, 'both mails');
    const attached = mail.received.map(
      ({ mail: { attachments } }) => JSON.parse(String(attachments[0]?.content)) as Record<string, string>,
    );
    expect(attached.map((request) => request['right'])).to.have.members(['erasure', 'complaint']);
    expect(new Set(attached.map((request) => request['reference'])).size).to.equal(2);
    expect(new Set(attached.map((request) => JSON.stringify(request['requester']))).size).to.equal(1);
  });
});
