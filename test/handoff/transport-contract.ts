/** What every transport has to keep to, whatever it delivers by. */
import { expect } from 'chai';
import { composeCodeMail } from '../../src/handoff/code-mail.js';
import { composeMails } from '../../src/handoff/email.js';
import type { Mail, Transport } from '../../src/handoff/mail.js';
import { aRequest, CONTEXT, PERSONAL } from './requests.js';

/** A mail at the other end. */
export interface Arrived {
  readonly to: string;
  readonly subject: string;
  /** As {@link wordsOf} has them. */
  readonly words: readonly string[];
  /** By which two can be known for one. */
  readonly identity: string;
  readonly attachment?: { readonly filename: string; readonly content: string };
}

export interface Destination {
  readonly transport: Transport;
  arrived(): Promise<readonly Arrived[]>;
  /** How many connections the other end has open. */
  openConnections(): number;
}

export interface TransportKind {
  /** One that takes mail. */
  open(): Promise<Destination>;
  /** Those that do not, and what an attempt comes to. */
  readonly faults: readonly {
    readonly where: string;
    readonly outcome: 'retry' | 'refused';
    open(): Promise<Destination>;
  }[];
  /** Ends everything that was opened. */
  close(): Promise<void>;
}

/** The words of a mail's text, a line each, without what marks it. */
export const wordsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !/^(?:=+|-+)$/.test(line))
    .map((line) => line.replace(/^(?:- | {4}|> ?)/, '').trim())
    .filter(Boolean);

const REQUEST = aRequest({
  firstMessage: 'Everything on #14 [the dampness] & <Wisteria>\n\n- https://a.example/?x=1&y=2\n((body))',
});
/** What must not come into a request's history, whatever a server says. */
const SECRETS = [...PERSONAL, '048213', CONTEXT.dpoMailbox];
/** An answer that has it all. */
export const INDISCREET = SECRETS.map((secret) => `"${secret}"`).join(' ');

const mails = (): Mail[] => [
  ...composeMails(REQUEST, CONTEXT).map(({ mail }) => mail),
  composeCodeMail({ email: 'zq@example.com', digits: '048213', minutes: 10 }, CONTEXT),
];

/** Declares the tests; for a `describe` of the transport's own. */
export function itKeepsTheContract(kind: TransportKind): void {
  let destination: Destination;
  const openWith = async (open: () => Promise<Destination>): Promise<Transport> => {
    destination = await open();
    return destination.transport;
  };
  afterEach(async () => {
    await destination.transport.close();
    await kind.close();
  });

  it('delivers each kind of mail once, with its words and its attachment', async () => {
    const transport = await openWith(kind.open);
    for (const mail of mails()) expect(await transport.deliver(mail)).to.include({ outcome: 'accepted' });
    const arrived = await destination.arrived();
    expect(arrived).to.have.length(3);
    for (const { to, subject, text, attachments } of mails()) {
      const found = arrived.find((mail) => mail.subject === subject);
      expect(found?.to).to.equal(to);
      expect(found?.words.slice(0, wordsOf(text).length)).to.deep.equal(wordsOf(text));
      const [attachment] = attachments;
      expect(found?.attachment).to.deep.equal(
        attachment && { filename: attachment.filename, content: attachment.content },
      );
    }
  });

  it('delivers several at once', async () => {
    const transport = await openWith(kind.open);
    const deliveries = await Promise.all(mails().map((mail) => transport.deliver(mail)));
    expect(deliveries.map(({ outcome }) => outcome)).to.deep.equal(['accepted', 'accepted', 'accepted']);
    expect(await destination.arrived()).to.have.length(3);
  });

  it('lets a repeat be known for one', async () => {
    const transport = await openWith(kind.open);
    for (const mail of [...mails(), ...mails().slice(0, 2)]) await transport.deliver(mail);
    const identities = (await destination.arrived()).map(({ identity }) => identity);
    expect(new Set(identities).size).to.equal(3);
  });

  it('answers in one line, without a word of the mail', async () => {
    const transport = await openWith(kind.open);
    for (const mail of mails()) expectNothingPersonal((await transport.deliver(mail)).answer);
  });

  it('says where mail goes, and no secret', async () => {
    const { description } = await openWith(kind.open);
    expectNothingPersonal(description);
  });

  it('leaves no connection behind once it is closed, however often', async () => {
    const transport = await openWith(kind.open);
    await transport.deliver(firstMail());
    await transport.close();
    await transport.close();
    while (destination.openConnections() > 0) await new Promise(setImmediate);
  }).timeout(2_000);

  for (const { where, outcome, open } of kind.faults)
    it(`${outcome === 'retry' ? 'has a mail tried again' : 'gives a mail up'} where ${where}`, async () => {
      const transport = await openWith(open);
      const delivery = await transport.deliver(firstMail());
      expect(delivery.outcome).to.equal(outcome);
      expectNothingPersonal(delivery.answer);
      expect(await destination.arrived()).to.deep.equal([]);
    });
}

function firstMail(): Mail {
  const [mail] = mails();
  if (!mail) throw new Error('no mail was composed');
  return mail;
}

function expectNothingPersonal(line: string): void {
  expect(line).to.match(/^\S[^\n]{5,300}$/);
  for (const secret of SECRETS) expect(line).not.to.contain(secret);
}
