import { expect } from 'chai';
import type { Stores } from '../../src/stores/store.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after, faultOf } from './a-conversation.js';
import { event, liveThrough } from './a-history.js';
import { anEarlierDatabase, OTHER, REFERENCE } from './earlier-schema.js';

describeOnEach('The history of requests', (database) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await database().open();
    await liveThrough(stores);
  });

  const faults = async (): Promise<readonly string[]> =>
    (await stores.audit.verify()).faults.map(({ reference, fault }) => `${reference}: ${fault}`);

  it('names what was done, in order, and who did it', async () => {
    const history = await stores.audit.history(REFERENCE);
    const told = history?.lines.map(({ sequence, event, detail, who }) => [sequence, event, detail, who]) ?? [];
    expect(told.filter(([, name]) => name !== 'resent')).to.deep.equal([
      [1, 'created', 'access, by web chat', undefined],
      [2, 'queued', 'dpo', undefined],
      [3, 'queued', 'acknowledgement', undefined],
      [4, 'failed', 'dpo: 451 Later', undefined],
      [5, 'accepted', 'dpo: 250 Ok', undefined],
      [6, 'viewed', '', 'j.bloggs'],
      [9, 'exported', '', 'j.bloggs'],
      [10, 'purged', 'request, acknowledgement, dpo', 'a.nother'],
    ]);
    const resent = told.slice(6, 8).map(([, name, detail, who]) => [name, detail, who]);
    expect(resent).to.have.deep.members([
      ['resent', 'dpo', 'a.nother'],
      ['resent', 'acknowledgement', 'a.nother'],
    ]);
    expect(history?.head).to.equal(history?.lines.at(-1)?.hash);
    expect(history).not.to.have.property('fault');
    const shown = (await stores.requests.find(REFERENCE))?.history.map(({ detail }) => detail);
    expect(shown?.slice(-2)).to.deep.equal(['j.bloggs', 'request, acknowledgement, dpo, by a.nother']);
    for (const unknown of ['PR-AA2A-A2A2', 'a\0b']) expect(await stores.audit.history(unknown)).to.equal(undefined);
  });

  it('fits where nobody touched it', async () => {
    expect(await stores.audit.verify()).to.deep.equal({ requests: 3, events: 16, faults: [] });
    expect(await stores.audit.verify(REFERENCE)).to.deep.equal({ requests: 1, events: 10, faults: [] });
    expect(await stores.audit.verify('PR-AA2A-A2A2')).to.deep.equal({ requests: 0, events: 0, faults: [] });
  });

  it('has no two hashes alike, though the same was done to two requests', async () => {
    const rows = await database().raw('select distinct hash from request_events');
    expect(rows).to.have.length(16);
  });

  it('is only added to: the database itself refuses to change or delete an event', async () => {
    const refusal = 'the history of requests is only added to';
    const { raw, location } = database();
    const attempts = [
      `update request_events set detail = 'dpo: 250 Yes' where ${event(5)}`,
      `delete from request_events where ${event(10)}`,
      'delete from request_events',
      ...(location.databaseUrl === undefined ? [] : ['truncate request_events']),
    ];
    for (const attempt of attempts) expect(await faultOf(raw(attempt)), attempt).to.contain(refusal);
    expect(await faults()).to.deep.equal([]);
  });

  it('goes with its request as a whole', async () => {
    expect(await stores.requests.deletePurged(after(1))).to.equal(1);
    expect(await database().raw(`select 1 from request_events where reference = '${REFERENCE}'`)).to.deep.equal([]);
    expect(await stores.audit.verify()).to.deep.equal({ requests: 2, events: 6, faults: [] });
  });

  it('keeps its order where several instances record at once', async () => {
    const others = await Promise.all([database().open(), database().open(), database().open()]);
    const all = [stores, ...others];
    await Promise.all(
      Array.from({ length: 60 }, async (_, i) => {
        const { outbox, requests } = all[i % all.length] ?? stores;
        if (i % 3 === 0) await requests.viewed(OTHER, `account-${i}`, after(i));
        else if (i % 3 === 1) await outbox.failed(`${OTHER}.dpo`, `451 Later ${i}`, after(i), after(i + 1));
        else await outbox.resend(OTHER, after(i), `account-${i}`);
      }),
    );
    const { events, faults: found } = await stores.audit.verify(OTHER);
    expect(found).to.deep.equal([]);
    // Each resending is of two mails.
    expect(events).to.equal(3 + 20 + 20 + 2 * 20);
  });
});

describeOnEach('The history of an earlier version', (database) => {
  it('is chained as it was found, with who looked told apart from what was done', async () => {
    await anEarlierDatabase(database(), '002');
    for (const [i, [reference, name, detail]] of [
      [REFERENCE, 'queued', 'dpo'],
      [OTHER, 'queued', 'dpo'],
      [REFERENCE, 'viewed', 'j.bloggs'],
      [OTHER, 'failed', 'dpo: 451 It’s late'],
      [REFERENCE, 'accepted', 'dpo: 250 Ok'],
    ].entries()) {
      const said = detail?.replaceAll("'", "''") ?? '';
      await database().raw(
        `insert into request_events (reference, at, event, detail) values ('${reference}', ${AT.getTime() + i}, '${name}', '${said}')`,
      );
    }
    const stores = await database().open();
    expect(await stores.audit.verify()).to.deep.equal({ requests: 2, events: 7, faults: [] });
    const lines = (await stores.audit.history(REFERENCE))?.lines ?? [];
    expect(lines.map(({ sequence, event, detail, who }) => [sequence, event, detail, who])).to.deep.equal([
      [1, 'created', 'access, by web chat', undefined],
      [2, 'queued', 'dpo', undefined],
      [3, 'viewed', '', 'j.bloggs'],
      [4, 'accepted', 'dpo: 250 Ok', undefined],
    ]);
    expect((await stores.requests.find(REFERENCE))?.history[2]?.detail).to.equal('j.bloggs');
    await stores.requests.viewed(REFERENCE, 'a.nother', after(9));
    expect((await stores.audit.verify(REFERENCE)).faults).to.deep.equal([]);
  });

  it('is chained though it is longer than what is read at once', async () => {
    await anEarlierDatabase(database(), '001');
    const values = Array.from({ length: 1_203 }, (_, i) => `('${REFERENCE}', ${i}, 'failed', 'dpo: 451 no. ${i}')`);
    await database().raw(`insert into request_events (reference, at, event, detail) values ${values.join(', ')}`);
    const stores = await database().open();
    expect(await stores.audit.verify(REFERENCE)).to.deep.equal({ requests: 1, events: 1_204, faults: [] });
    const lines = (await stores.audit.history(REFERENCE))?.lines;
    expect(lines?.at(-1)).to.include({ sequence: 1_204, detail: 'dpo: 451 no. 1202' });
  });
});
