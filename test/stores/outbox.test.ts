import { expect } from 'chai';
import type { OutboxStore, Stores } from '../../src/stores/store.js';
import { newReference } from '../../src/requests/reference.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after, faultOf } from './a-conversation.js';

const REFERENCE = aRequest().reference;
const DPO = `${REFERENCE}.dpo`;
const LEASE = after(300_000);

/** With one mail, as the person gave no email address. */
const withoutEmail = (reference: string) =>
  aRequest({ reference, requester: { fullName: 'Zebedee Quillfeather', post: 'Barnet', emailConfirmed: false } });

describeOnEach('Outbox', (database) => {
  let stores: Stores;
  let outbox: OutboxStore;
  beforeEach(async () => {
    stores = await database().open();
    outbox = stores.outbox;
  });

  const claimed = async (now: Date, limit = 10, store = outbox): Promise<string[]> =>
    (await store.claim(now, new Date(now.getTime() + 300_000), limit)).map(({ id }) => id);
  const history = async (): Promise<string[]> =>
    (await stores.requests.find(REFERENCE))?.history.map(({ event, detail }) => `${event} ${detail}`) ?? [];

  it('is empty at first', async () => {
    expect(await outbox.backlog()).to.deep.equal({ waiting: 0, refused: 0 });
    expect([await claimed(AT), await outbox.recent(10)]).to.deep.equal([[], []]);
  });

  it('gives a worker what is due, whole, and nobody else until the lease is over', async () => {
    await queueRequest(stores, aRequest(), AT);
    const [dpo] = (await outbox.claim(AT, LEASE, 10)).filter(({ purpose }) => purpose === 'dpo');
    expect(dpo).to.deep.include({ id: DPO, reference: REFERENCE, attempts: 0, createdAt: AT });
    expect(dpo).not.to.have.property('status');
    expect(dpo?.mail.text).to.contain('Zebedee Quillfeather');
    expect(await claimed(AT)).to.deep.equal([]);
    expect(await claimed(after(299_999))).to.deep.equal([]);
    expect(await claimed(LEASE)).to.have.members([DPO, `${REFERENCE}.acknowledgement`]);
  });

  it('gives no more than asked for, the longest due first', async () => {
    const references = Array.from({ length: 5 }, () => newReference());
    for (const [i, reference] of references.entries()) await queueRequest(stores, withoutEmail(reference), after(-i));
    const ids = references.map((reference) => `${reference}.dpo`).reverse();
    expect(await claimed(AT, 2)).to.deep.equal(ids.slice(0, 2));
    expect(await claimed(AT, 2)).to.deep.equal(ids.slice(2, 4));
    expect(await claimed(AT, 2)).to.deep.equal(ids.slice(4));
  });

  it('never gives two workers the same mail', async () => {
    const references = Array.from({ length: 30 }, () => newReference());
    for (const reference of references) await queueRequest(stores, withoutEmail(reference), AT);
    const { outbox: other } = await database().open();
    const claims = Array.from({ length: 12 }, (_, i) => claimed(AT, 3, i % 2 === 0 ? outbox : other));
    const ids = (await Promise.all(claims)).flat();
    expect(ids.sort()).to.deep.equal(references.map((reference) => `${reference}.dpo`).sort());
  });

  it('is done with a mail that was accepted, and keeps the server’s answer', async () => {
    await queueRequest(stores, aRequest(), AT);
    await outbox.claim(AT, LEASE, 10);
    await outbox.accepted(DPO, '250 Ok: queued as 4F2B1', after(5));
    expect(await claimed(LEASE)).to.deep.equal([`${REFERENCE}.acknowledgement`]);
    expect((await history()).at(-1)).to.equal('accepted dpo: 250 Ok: queued as 4F2B1');
    const kept = (await outbox.recent(10)).find(({ id }) => id === DPO);
    expect(kept).to.deep.include({ status: 'accepted', attempts: 1 });
  });

  it('gives a mail that failed again when it is time, with its attempts counted', async () => {
    await queueRequest(stores, withoutEmail(REFERENCE), AT);
    for (let attempt = 1; attempt <= 3; attempt++) {
      const now = after(attempt * 60_000);
      expect(await claimed(now)).to.deep.equal([DPO]);
      const retryAt = after((attempt + 1) * 60_000);
      await outbox.failed(DPO, '451 Later', now, retryAt);
      expect(await claimed(new Date(retryAt.getTime() - 1))).to.deep.equal([]);
      expect((await outbox.recent(1))[0]).to.include({ attempts: attempt, status: 'waiting' });
    }
    expect((await history()).slice(-3)).to.deep.equal(Array(3).fill('failed dpo: 451 Later'));
    expect(await outbox.backlog()).to.deep.equal({ waiting: 1, refused: 0, oldest: AT });
  });

  it('keeps a mail that was refused, for an operator', async () => {
    await queueRequest(stores, aRequest(), AT);
    await outbox.failed(DPO, '550 No such user', AT, undefined);
    expect(await claimed(after(10 ** 10))).to.deep.equal([`${REFERENCE}.acknowledgement`]);
    expect(await outbox.backlog()).to.deep.equal({ waiting: 1, refused: 1, oldest: AT });
    expect((await stores.requests.find(REFERENCE))?.summary.delivery).to.equal('refused');
  });

  it('does not send what was accepted again, where a worker that is late says that it failed', async () => {
    await queueRequest(stores, withoutEmail(REFERENCE), AT);
    await outbox.claim(AT, LEASE, 10);
    expect(await claimed(LEASE)).to.deep.equal([DPO]);
    await outbox.accepted(DPO, '250 Ok', LEASE);
    await outbox.failed(DPO, 'no answer in time', LEASE, LEASE);
    expect(await claimed(after(10 ** 10))).to.deep.equal([]);
    expect((await history()).slice(-2)).to.deep.equal(['accepted dpo: 250 Ok', 'failed dpo: no answer in time']);
  });

  for (const [status, finish] of [
    ['waiting', async () => outbox.failed(DPO, '451 Later', AT, after(10 ** 9))],
    ['accepted', async () => outbox.accepted(DPO, '250 Ok', AT)],
    ['refused', async () => outbox.failed(DPO, '550 No', AT, undefined)],
    ['leased', async () => void (await outbox.claim(AT, LEASE, 1))],
  ] as const) {
    it(`sends a mail again that is ${status}, at once, as an operator asks`, async () => {
      await queueRequest(stores, withoutEmail(REFERENCE), AT);
      await finish();
      expect(await outbox.resend(REFERENCE, after(1))).to.equal(1);
      expect((await history()).at(-1)).to.equal('resent dpo');
      expect(await claimed(after(1))).to.deep.equal([DPO]);
      expect((await outbox.recent(1))[0]).to.deep.include({ attempts: 0, status: 'waiting' });
    });
  }

  it('sends all mails of one request again, and of no other', async () => {
    const other = newReference();
    await queueRequest(stores, aRequest(), AT);
    await queueRequest(stores, withoutEmail(other), AT);
    for (const { id } of await outbox.claim(AT, LEASE, 10)) await outbox.accepted(id, '250 Ok', AT);
    expect(await outbox.resend(REFERENCE, AT)).to.equal(2);
    expect(await claimed(AT)).to.have.members([DPO, `${REFERENCE}.acknowledgement`]);
    expect(await outbox.resend('PR-AA2A-A2AA', AT)).to.equal(0);
  });

  it('records nothing of a mail that it does not have', async () => {
    expect(await faultOf(outbox.accepted('PR-AA2A-A2AA.dpo', '250 Ok', AT))).to.contain('has no mail PR-AA2A-A2AA.dpo');
    expect(await faultOf(outbox.failed('PR-AA2A-A2AA.dpo', 'no', AT, AT))).to.contain('has no mail PR-AA2A-A2AA.dpo');
  });

  it('shows the newest mails, sent or not', async () => {
    const references = Array.from({ length: 3 }, () => newReference());
    for (const [i, reference] of references.entries()) await queueRequest(stores, withoutEmail(reference), after(i));
    await outbox.accepted(`${references[2] ?? ''}.dpo`, '250 Ok', AT);
    const shown = (await outbox.recent(2)).map(({ reference, status }) => [reference, status]);
    expect(shown).to.deep.equal([
      [references[2], 'accepted'],
      [references[1], 'waiting'],
    ]);
  });
});
