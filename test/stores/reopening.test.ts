import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { expect } from 'chai';
import { composeMails } from '../../src/handoff/email.js';
import { aRequest, CONTEXT } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT, KEYS, type FreshDatabase } from '../support/fresh-database.js';
import { after, aTurn, begin, faultOf, ID, lines, say } from './a-conversation.js';

const handedOver = [{ request: aRequest(), mails: composeMails(aRequest(), CONTEXT) }];

describeOnEach('A store that is opened again', (database) => {
  it('has everything that was in it', async () => {
    const before = await database().open();
    await begin(before.conversations);
    await say(before.conversations, 'm1', { clientId: 'c1' });
    await before.conversations.commitTurn(aTurn({ handedOver }));
    await say(before.conversations, 'm2');
    await before.outbox.claim(AT, after(10), 1);
    await before.close();

    const { conversations, outbox, requests } = await database().open();
    expect(lines(await conversations.activitiesAfter(ID, 0))).to.deep.equal(['1 m1', '2 r1', '3 m2']);
    expect(await conversations.loadState(ID)).to.deep.equal({ state: { step: 'contact' }, version: 1 });
    expect((await conversations.unanswered()).map(({ activity }) => activity.id)).to.deep.equal(['m2']);
    expect(await say(conversations, 'm3', { clientId: 'c1' })).to.include({ sequence: 1, repeated: true });
    expect(await outbox.claim(AT, after(10), 10)).to.have.length(1);
    expect(await outbox.claim(after(10), after(20), 10)).to.have.length(2);
    expect((await requests.find(aRequest().reference))?.request).to.deep.equal(aRequest());
  });

  it('has what was accepted and committed by a process that was killed the moment after', async () => {
    await runAndKill(database());
    const { conversations, requests } = await database().open();
    expect(lines(await conversations.activitiesAfter(ID, 0))).to.deep.equal(['1 m1', '2 r1', '3 m2']);
    expect((await conversations.unanswered()).map(({ activity }) => activity.id)).to.deep.equal(['m2']);
    expect(await requests.list(10)).to.have.length(1);
  });

  it('is set up once, where several instances open it for the first time at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => database().open()));
    for (const [i, { conversations }] of all.entries()) await begin(conversations, `conversation-${i}`);
    for (const { conversations } of all) expect((await conversations.find('conversation-3'))?.id).to.be.a('string');
    const migrations = await database().raw('select name from kysely_migration order by name');
    const files = await readdir(new URL('../../src/stores/sql/migrations', import.meta.url));
    expect(migrations.map(({ name }) => `${String(name)}.ts`)).to.deep.equal(files.sort());
  });

  it('is set up whole or not at all', async () => {
    await database().raw('create table outbox (id text)');
    expect(await faultOf(database().open())).to.contain('already exists');
    await database().raw('drop table outbox');
    const { conversations } = await database().open();
    await begin(conversations);
    expect((await conversations.find(ID))?.id).to.equal(ID);
  });

  it('is refused where a later version has been there', async () => {
    await (await database().open()).close();
    await database().raw(
      `insert into kysely_migration (name, timestamp) values ('999-later', '2030-01-01T00:00:00.000Z')`,
    );
    const fault = await faultOf(database().open());
    expect(fault).to.match(
      /^StoreUnavailableError: The database was written by a later version.*Run that version again/,
    );
  });

  it('finishes what is under way before it closes, and takes nothing after', async () => {
    const stores = await database().open();
    await begin(stores.conversations);
    const under = Promise.all(['m1', 'm2', 'm3'].map((id) => say(stores.conversations, id)));
    const closing = [stores.close(), stores.close()];
    expect(await faultOf(say(stores.conversations, 'm4'))).to.match(/^StoreUnavailableError: The database is closed/);
    expect(await faultOf(stores.check())).to.match(/^StoreUnavailableError: The database is closed/);
    await Promise.all([under, ...closing]);
    const again = await database().open();
    expect(await again.conversations.activitiesAfter(ID, 0)).to.have.length(3);
  });
});

/** Accepts, commits and accepts in a process of its own, which is killed as soon as it says that it has. */
async function runAndKill({ location }: FreshDatabase): Promise<void> {
  const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href);
  const script = `
    const { openStores } = await import(${url('../../src/stores/open.ts')});
    const { aTurn, begin, say } = await import(${url('./a-conversation.ts')});
    const encryptionKeys = [{ id: 'k1', key: Buffer.from('${KEYS[0]?.key.toString('hex') ?? ''}', 'hex') }];
    const options = { ...${JSON.stringify(location)}, encryptionKeys, now: () => new Date() };
    const { conversations } = await openStores(options);
    await begin(conversations);
    await say(conversations, 'm1');
    const handedOver = ${JSON.stringify(handedOver)};
    await conversations.commitTurn(aTurn({ handedOver }));
    await say(conversations, 'm2');
    process.stdout.write('done');
    setInterval(() => undefined, 1_000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited]);
  child.kill('SIGKILL');
  await exited;
  expect(child.signalCode).to.equal('SIGKILL');
}
