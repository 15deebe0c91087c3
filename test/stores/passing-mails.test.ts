import { expect } from 'chai';
import type { PassingMail, Stores } from '../../src/stores/store.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { aPassingMail } from './a-passing-mail.js';
import { after, aTurn, begin, faultOf, ID, say } from './a-conversation.js';

const MINUTE = 60_000;

describeOnEach('A mail that belongs to no request', (database) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await database().open();
    await begin(stores.conversations);
  });

  const queue = async (id: string, ...passing: PassingMail[]): Promise<void> => {
    await say(stores.conversations, id);
    const { version } = await stores.conversations.loadState(ID);
    await stores.conversations.commitTurn(aTurn({ answered: id, expectedVersion: version, replies: [], passing }));
  };
  const claimed = (ms: number) => stores.outbox.claim(after(ms), after(ms + 1), 10);

  it('is due at once, whole, and has no reference', async () => {
    const mail = aPassingMail();
    await queue('m1', mail);
    const [item, ...others] = await claimed(0);
    expect(others).to.deep.equal([]);
    expect(item).to.deep.include({ purpose: 'code', attempts: 0, createdAt: AT, mail: mail.mail });
    expect(item).not.to.have.property('reference');
    expect(item?.id).to.match(/^code\.[\w-]{36}$/);
  });

  it('is not given out once its time is over, to the millisecond, nor tried again', async () => {
    await queue('m1', aPassingMail());
    const [item] = await claimed(0);
    await stores.outbox.failed(item?.id ?? '', '451 Later', AT, after(MINUTE));
    expect(await claimed(10 * MINUTE - 1)).to.have.length(1);
    expect(await claimed(10 * MINUTE)).to.deep.equal([]);
    expect(await claimed(10 ** 9)).to.deep.equal([]);
  });

  it('is forgotten once its time is over, whatever became of it, and no other mail is', async () => {
    await queue('m1', aPassingMail(10), aPassingMail(20));
    await queue('m2', aPassingMail(10));
    await queueRequest(stores, aRequest(), AT);
    for (const { id, purpose } of await claimed(0))
      if (purpose === 'code') await stores.outbox.accepted(id, '250 Ok', AT);
    expect(await stores.outbox.deleteExpired(after(10 * MINUTE - 1))).to.equal(0);
    expect(await stores.outbox.deleteExpired(after(10 * MINUTE))).to.equal(2);
    expect((await stores.outbox.recent(10)).map(({ purpose }) => purpose).sort()).to.deep.equal([
      'acknowledgement',
      'code',
      'dpo',
    ]);
    expect(await stores.outbox.deleteExpired(after(10 ** 12))).to.equal(1);
    expect(await stores.requests.list(10)).to.have.length(1);
  });

  it('counts neither as waiting nor as refused', async () => {
    await queue('m1', aPassingMail(), aPassingMail());
    const [item] = await claimed(0);
    await stores.outbox.failed(item?.id ?? '', '550 No', AT, undefined);
    expect(await stores.outbox.backlog()).to.deep.equal({ waiting: 0, refused: 0 });
    await queueRequest(stores, aRequest(), AT);
    expect(await stores.outbox.backlog()).to.deep.equal({ waiting: 2, refused: 0, oldest: AT });
  });

  it('is in no request’s history, and is not sent again with a request', async () => {
    await queueRequest(stores, aRequest(), AT);
    await queue('m1', aPassingMail());
    const code = (await claimed(0)).find(({ purpose }) => purpose === 'code');
    await stores.outbox.accepted(code?.id ?? '', '250 Ok: queued as 77', AT);
    const found = await stores.requests.find(aRequest().reference);
    expect(JSON.stringify(found?.history)).not.to.contain('code').and.not.to.contain('queued as 77');
    expect(await stores.outbox.resend(aRequest().reference, after(2))).to.equal(2);
    expect((await claimed(2)).map(({ purpose }) => purpose).sort()).to.deep.equal(['acknowledgement', 'dpo']);
  });

  it('rests encrypted, and stays when its conversation is deleted', async () => {
    await queue('m1', aPassingMail());
    await stores.conversations.delete(ID);
    const [row] = await database().raw('select * from outbox');
    expect(JSON.stringify(row)).not.to.contain('zq@example').and.not.to.contain('042917');
    expect(Buffer.from(row?.['body'] as Buffer).toString('latin1'))
      .not.to.contain('042917')
      .and.not.to.contain('zq@');
    expect(await claimed(0)).to.have.length(1);
  });

  it('is not queued by a turn that is not committed', async () => {
    await say(stores.conversations, 'm1');
    const stale = stores.conversations.commitTurn(aTurn({ expectedVersion: 7, passing: [aPassingMail()] }));
    expect(await faultOf(stale)).to.match(/^StaleStateError/);
    expect(await stores.outbox.recent(10)).to.deep.equal([]);
  });
});
