import { expect } from 'chai';
import type { Stores } from '../../src/stores/store.js';
import { queueRequest } from '../handoff/queue.js';
import { aRequest } from '../handoff/requests.js';
import { describeOnEach } from '../support/databases.js';
import { AT } from '../support/fresh-database.js';
import { after } from './a-conversation.js';

const REFERENCE = aRequest().reference;
const DPO = `${REFERENCE}.dpo`;
const DAY = 86_400_000;

describeOnEach('Mail that was queued by a clock that was ahead', (database) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await database().open();
    const requester = { fullName: 'Zebedee Quillfeather', post: 'Barnet', emailConfirmed: false };
    await queueRequest(stores, aRequest({ requester }), after(30 * DAY));
  });
  const claimed = async (now: Date): Promise<string[]> =>
    (await stores.outbox.claim(now, new Date(now.getTime() + 300_000), 10)).map(({ id }) => id);

  it('is due at once, as it was never tried', async () => {
    expect(await claimed(AT)).to.deep.equal([DPO]);
    expect(await claimed(AT)).to.deep.equal([]);
  });

  it('and claimed by it is free again, as no lease is as long', async () => {
    expect(await claimed(after(30 * DAY))).to.deep.equal([DPO]);
    expect(await claimed(after(29 * DAY))).to.deep.equal([]);
    expect(await claimed(AT)).to.deep.equal([DPO]);
  });

  it('and tried by it is tried again, as no wait is as long', async () => {
    await stores.outbox.failed(DPO, '451 Later', after(30 * DAY), after(30 * DAY + 60_000));
    expect(await claimed(after(29 * DAY))).to.deep.equal([]);
    expect(await claimed(AT)).to.deep.equal([DPO]);
  });
});
