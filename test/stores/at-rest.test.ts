/** People talk to the service that ships; nothing that they said rests readable anywhere but in the mail. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { startApp, type RunningApp } from '../support/app.js';
import { describeOnEach } from '../support/databases.js';
import { aResident, type Resident } from '../support/resident.js';

interface Persona {
  readonly opening: string;
  /** What they answer by the step that is asked; "skip" where nothing is given. */
  readonly answers: Readonly<Record<string, string>>;
  /** Of all this, no word may be found. */
  readonly secrets: readonly string[];
}

const PERSONAS: readonly Persona[] = [
  {
    opening: 'Please send me a copy of everything you hold about the mould in my Thistlewood flat',
    answers: {
      forWhom: 'me',
      fullName: 'Perpetua Nightingale',
      contact: 'perpetua.n@example.org',
      services: 'housing',
      period: '2019 to 2021',
      identifiers: 'the letters of Mr Grimshaw',
      format: 'by email',
    },
    secrets: ['Perpetua', 'Nightingale', 'perpetua.n@', 'Thistlewood', 'mould', 'Grimshaw'],
  },
  {
    opening: 'I object to you using my data',
    answers: {
      objectionUse: 'stop giving my Larkspur Crescent address to contractors',
      objectionReason: 'I moved away from Ferdinand, as case 10093847 says',
      forWhom: 'myself',
      fullName: 'Tarquin Oyelaran-Fitch',
      contact: '07700 900987',
      safeToContact: 'yes',
    },
    secrets: ['Larkspur', 'Ferdinand', 'Tarquin', 'Oyelaran', '900987', '10093847'],
  },
  {
    opening: 'why does Philomena polish her trombone on the moon',
    answers: {},
    secrets: ['Philomena', 'trombone'],
  },
];
const SECRETS = PERSONAS.flatMap(({ secrets }) => secrets);

/** Says the opening, answers what is asked, and sends. Resolves with the reference; without answers, after the first reply. */
async function talk(resident: Resident, { opening, answers }: Persona): Promise<string | undefined> {
  let reply = (await resident.says(opening)).at(-1);
  for (let turn = 0; turn < 25 && Object.keys(answers).length > 0; turn++) {
    if (reply?.step === 'sent') return reply.reference;
    const say = reply?.step === 'checkAnswers' ? 'yes, send it' : (answers[reply?.step ?? ''] ?? 'skip');
    reply = (await resident.says(reply?.step === 'start' ? 'yes' : say)).at(-1);
  }
  return reply?.reference;
}

describeOnEach('What residents say and who they are', (database) => {
  let app: RunningApp | undefined;
  afterEach(async () => {
    await app?.end();
    app = undefined;
  });

  /** Every file of the data folder but mail and secrets, and every row of every table. */
  async function allThatRests({ dataDir }: RunningApp): Promise<string> {
    const texts: string[] = [];
    for (const entry of await readdir(dataDir, { withFileTypes: true })) {
      if (entry.isFile() && entry.name !== 'secrets.json')
        texts.push(await readFile(join(dataDir, entry.name), 'latin1'));
    }
    if (database().location.databaseUrl === undefined) return texts.join('\n');
    const tables = await database().raw('select tablename from pg_tables where schemaname = current_schema()');
    expect(tables.length).to.be.above(8);
    for (const { tablename } of tables) {
      const rows = await database().raw(`select * from ${String(tablename)}`);
      for (const value of rows.flatMap((row) => Object.values(row)))
        texts.push(Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value));
    }
    return texts.join('\n');
  }

  it('is in no row, no file, no log of the database and no line of the service’s log', async () => {
    const { databaseUrl } = database().location;
    app = await startApp({ env: { LOG_LEVEL: 'trace', ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) } });
    const references: string[] = [];
    for (const persona of PERSONAS) {
      const resident = await aResident(app);
      const reference = await talk(resident, persona);
      if (reference !== undefined) references.push(reference);
      // It was there to be found.
      const log = JSON.stringify(await app.stores.conversations.activitiesAfter(resident.started.conversationId, 0));
      for (const secret of persona.secrets) expect(log).to.contain(secret);
    }
    expect(references).to.have.length(2);
    await app.deliverMail();
    const whileInUse = await allThatRests(app);
    await app.close();
    for (const text of [whileInUse, await allThatRests(app), app.logged()]) {
      for (const reference of references) expect(text).to.contain(reference);
      for (const secret of SECRETS) expect(text.toLowerCase(), secret).not.to.contain(secret.toLowerCase());
    }
  }).timeout(30_000);
});
