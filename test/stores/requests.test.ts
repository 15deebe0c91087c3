import { expect } from 'chai';
import type { Stores } from '../../src/stores/store.js';
import { newReference } from '../../src/requests/reference.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after, faultOf } from './a-conversation.js';

const REFERENCE = aRequest().reference;
const DPO = `${REFERENCE}.dpo`;
const ACKNOWLEDGEMENT = `${REFERENCE}.acknowledgement`;

describeOnEach('Requests', (database) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await database().open();
    await queueRequest(stores, aRequest(), AT);
  });

  const delivery = async (): Promise<string | undefined> => (await stores.requests.find(REFERENCE))?.summary.delivery;

  it('are found by their reference, with history', async () => {
    const { reference, right, dueDate, channel, receivedAt } = aRequest();
    const found = await stores.requests.find(REFERENCE);
    const summary = { reference, right, dueDate, channel, receivedAt: new Date(receivedAt), delivery: 'waiting' };
    expect(found?.summary).to.deep.equal(summary);
    expect(found?.request).to.deep.equal(aRequest());
    expect(found?.history).to.have.length(3);
    expect(await stores.requests.list(10)).to.deep.equal([summary]);
    for (const unknown of ['PR-AA2A-A2AA', '', 'a\0b']) expect(await stores.requests.find(unknown)).to.equal(undefined);
  });

  it('are listed newest first, no more than asked for, each with its own delivery', async () => {
    const references = Array.from({ length: 3 }, () => newReference());
    for (const [i, reference] of references.entries())
      await queueRequest(stores, aRequest({ reference }), after(i + 1));
    await stores.outbox.failed(`${references[1] ?? ''}.dpo`, '550 No', AT, undefined);
    const listed = await stores.requests.list(2);
    expect(listed.map(({ reference, delivery }) => [reference, delivery])).to.deep.equal([
      [references[2], 'waiting'],
      [references[1], 'refused'],
    ]);
  });

  it('count as delivered when every mail is, and as refused when one is', async () => {
    await stores.outbox.accepted(DPO, '250 Ok', AT);
    expect(await delivery()).to.equal('waiting');
    await stores.outbox.accepted(ACKNOWLEDGEMENT, '250 Ok', AT);
    expect(await delivery()).to.equal('accepted');
    await stores.outbox.resend(REFERENCE, AT);
    await stores.outbox.failed(ACKNOWLEDGEMENT, '550 No', AT, undefined);
    expect(await delivery()).to.equal('refused');
  });

  it('remember who looked at them', async () => {
    await stores.requests.viewed(REFERENCE, 'j.bloggs', after(7));
    const history = (await stores.requests.find(REFERENCE))?.history;
    expect(history?.at(-1)).to.deep.equal({ at: after(7), event: 'viewed', detail: 'j.bloggs' });
    const fault = await faultOf(stores.requests.viewed('PR-AA2A-A2AA', 'j.bloggs', AT));
    expect(fault).to.contain('there is no request PR-AA2A-A2AA');
  });

  describe('when purged', () => {
    beforeEach(async () => {
      await stores.outbox.accepted(DPO, '250 Ok', AT);
    });

    it('forget what they said, and their mails, sent or not; the rest stays', async () => {
      expect(await stores.requests.purge(REFERENCE, after(9))).to.equal(true);
      const found = await stores.requests.find(REFERENCE);
      expect(found).not.to.have.property('request');
      expect(found?.summary).to.deep.include({ reference: REFERENCE, right: 'access', dueDate: '2026-12-23' });
      const purged = { at: after(9), event: 'purged', detail: 'request, acknowledgement, dpo' };
      expect(found?.history.at(-1)).to.deep.equal(purged);
      expect(await stores.outbox.recent(10)).to.deep.equal([]);
      for (const table of ['requests', 'outbox']) {
        const rows = await database().raw(`select key_id, body from ${table}`);
        expect(rows.map(({ key_id, body }) => [key_id, body]).flat()).to.satisfy((all: unknown[]) =>
          all.every((value) => value === null),
        );
      }
    });

    it('are not sent, neither on their own nor by an operator, and worry nobody', async () => {
      await stores.requests.purge(REFERENCE, AT);
      expect(await stores.outbox.claim(AT, after(1), 10)).to.deep.equal([]);
      expect(await stores.outbox.resend(REFERENCE, AT)).to.equal(0);
      expect(await stores.outbox.backlog()).to.deep.equal({ waiting: 0, refused: 0 });
      expect(await delivery()).to.equal('refused');
    });

    it('take what a worker still has to say of a mail under way', async () => {
      await stores.outbox.claim(AT, after(1), 10);
      await stores.requests.purge(REFERENCE, AT);
      await stores.outbox.failed(ACKNOWLEDGEMENT, '451 Later', AT, AT);
      expect(await stores.outbox.claim(after(1), after(2), 10)).to.deep.equal([]);
      await stores.outbox.accepted(ACKNOWLEDGEMENT, '250 Ok', AT);
      expect(await delivery()).to.equal('accepted');
    });

    it('are purged once; and what never was is not', async () => {
      await stores.requests.purge(REFERENCE, AT);
      expect(await stores.requests.purge(REFERENCE, AT)).to.equal(true);
      const purges = (await stores.requests.find(REFERENCE))?.history.filter(({ event }) => event === 'purged');
      expect(purges).to.have.length(1);
      expect(await stores.requests.purge('PR-AA2A-A2AA', AT)).to.equal(false);
    });
  });
});
