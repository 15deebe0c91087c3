import { expect } from 'chai';
import type { Alert, AlertStore, Stores, StuckMail } from '../../src/stores/store.js';
import { composeAlert } from '../../src/handoff/alert-mail.js';
import { newReference } from '../../src/requests/reference.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after, begin, ID } from './a-conversation.js';

const REFERENCE = aRequest().reference;
const DPO = `${REFERENCE}.dpo`;
const HOUR = 3_600_000;
const RECEIVER = { name: 'the mail server', remedy: 'the server in SMTP_URL' };
const ADDRESSES = { from: 'chat@council.example', to: 'on-call@council.example', receiver: RECEIVER };

describeOnEach('Stuck mail', (database) => {
  let stores: Stores;
  let alerts: AlertStore;
  beforeEach(async () => {
    stores = await database().open();
    alerts = stores.alerts;
  });

  const requester = { fullName: 'Zebedee Quillfeather', post: 'Barnet', emailConfirmed: false };
  const queued = (reference = REFERENCE, at = AT): Promise<void> =>
    queueRequest(stores, aRequest({ reference, requester }), at);
  const refuse = (id = DPO): Promise<void> => stores.outbox.failed(id, '550 No', AT, undefined);
  const stuck = async (lateBefore = AT): Promise<string[]> =>
    (await alerts.stuck(lateBefore)).map(
      ({ reference, purpose, why, told }) => `${reference}.${purpose} ${why}${told ? ', told' : ''}`,
    );
  const alertOf = async (at: Date, change: Partial<Alert> = {}): Promise<Alert> => {
    const about = (await alerts.stuck(AT)).filter(({ why }) => why === 'refused');
    const mail = composeAlert('refused', about, ADDRESSES);
    const noneSince = new Date(at.getTime() - HOUR);
    return { kind: 'refused', mail, about, noneSince, expiresAt: new Date(at.getTime() + 24 * HOUR), at, ...change };
  };
  const history = async (): Promise<string[]> =>
    (await stores.requests.find(REFERENCE))?.history.map(({ event, detail }) => `${event} ${detail}`) ?? [];

  it('is what was refused, and what has waited since before a time, oldest first', async () => {
    const [old, young] = [newReference(), newReference()];
    await queued(REFERENCE, after(5));
    await queued(old, after(-2));
    await queued(young, after(10));
    await refuse();
    await stores.outbox.failed(`${old}.dpo`, '451 Later', AT, after(60_000));
    expect(await stuck()).to.deep.equal([`${old}.dpo late`, `${REFERENCE}.dpo refused`]);
    await stores.outbox.accepted(`${old}.dpo`, '250 Ok', AT);
    expect(await stuck()).to.deep.equal([`${REFERENCE}.dpo refused`]);
  });

  it('is also what nobody has tried for as long', async () => {
    await queued(REFERENCE, after(-1));
    expect(await stuck()).to.deep.equal([`${REFERENCE}.dpo late`]);
  });

  it('is no mail that an operator sends again after months, before that was tried', async () => {
    await queued(REFERENCE, after(-1));
    await stores.outbox.accepted(DPO, '250 Ok', AT);
    await stores.outbox.resend(REFERENCE, after(1));
    expect(await stuck()).to.deep.equal([]);
    await stores.outbox.failed(DPO, '451 Later', after(2), after(60_000));
    expect(await stuck()).to.deep.equal([`${REFERENCE}.dpo late`]);
  });

  it('is no code, whatever became of it, and nothing that was purged', async () => {
    await begin(stores.conversations);
    const mail = { ...composeAlert('late', [], ADDRESSES), to: 'resident@example.org' };
    await stores.conversations.commitTurn({
      conversationId: ID,
      expectedVersion: 0,
      state: {},
      replies: [],
      handedOver: [],
      passing: [{ mail, expiresAt: after(600_000) }],
      at: after(-1),
    });
    const [code] = await stores.outbox.claim(AT, after(1), 10);
    expect(code?.purpose).to.equal('code');
    expect(await stuck()).to.deep.equal([]);
    await refuse(code?.id ?? '');
    await queued();
    await refuse();
    await stores.requests.purge(REFERENCE, AT);
    expect(await stuck()).to.deep.equal([]);
  });

  it('is told of once, which stands in its history, and again after it was sent again', async () => {
    await queued();
    await refuse();
    expect(await alerts.queue(await alertOf(AT))).to.equal(true);
    expect(await stuck()).to.deep.equal([`${REFERENCE}.dpo refused, told`]);
    expect((await history()).at(-1)).to.equal('alerted dpo: refused for good');
    await stores.outbox.resend(REFERENCE, AT);
    expect(await stuck()).to.deep.equal([]);
    await refuse();
    expect(await stuck()).to.deep.equal([`${REFERENCE}.dpo refused`]);
  });

  it('that was told of as late is told of anew once it is refused', async () => {
    await queued(REFERENCE, after(-1));
    const about: StuckMail[] = [{ reference: REFERENCE, purpose: 'dpo', why: 'late', told: false }];
    await alerts.queue(await alertOf(AT, { kind: 'late', about }));
    expect(await stuck()).to.deep.equal([`${REFERENCE}.dpo late, told`]);
    await refuse();
    expect(await stuck()).to.deep.equal([`${REFERENCE}.dpo refused`]);
  });

  it('brings one alert of a kind an hour, of however many instances', async () => {
    await queued();
    await refuse();
    const other = (await database().open()).alerts;
    const alert = await alertOf(AT);
    const told = await Promise.all([alerts.queue(alert), other.queue(alert), alerts.queue(alert), other.queue(alert)]);
    expect(told.filter(Boolean)).to.have.length(1);
    expect(await alerts.queue(await alertOf(after(HOUR - 1)))).to.equal(false);
    expect(await alerts.queue(await alertOf(after(HOUR - 1), { kind: 'late' }))).to.equal(true);
    expect(await alerts.queue(await alertOf(after(HOUR)))).to.equal(true);
    expect((await history()).filter((line) => line.startsWith('alerted'))).to.have.length(3);
  });

  it('brings an alert although a clock that was days ahead had queued one', async () => {
    await queued();
    await refuse();
    const ahead = after(72 * HOUR);
    await alerts.queue(await alertOf(ahead));
    await stores.outbox.claim(ahead, after(73 * HOUR), 10);
    expect(await alerts.queue(await alertOf(AT))).to.equal(true);
    expect(await alerts.queue(await alertOf(after(1)))).to.equal(false);
  });

  it('leaves an alert alone while it is being sent, and sends it for a day and no longer', async () => {
    await queued();
    await refuse();
    await alerts.queue(await alertOf(AT));
    const later = after(2 * HOUR);
    const [claimed] = await stores.outbox.claim(later, after(2 * HOUR + 1), 10);
    expect(claimed).to.include({ id: 'alert.refused', purpose: 'alert' });
    expect(await alerts.queue(await alertOf(later))).to.equal(false);
    expect(await stores.outbox.backlog()).to.deep.equal({ waiting: 0, refused: 1 });
    expect(await stores.outbox.claim(after(24 * HOUR), after(25 * HOUR), 10)).to.deep.equal([]);
    expect(await stores.outbox.deleteExpired(after(24 * HOUR))).to.equal(1);
  });
});
