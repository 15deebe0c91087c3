import { expect } from 'chai';
import { clientIdOf, stamp } from '../../src/http/direct-line/incoming.js';
import { startBalancer, type Balancer } from '../../tools/crash/balancer.js';
import { hasPostgres } from '../support/databases.js';
import { poll, post, startConversation, type Activity, type Started } from '../support/direct-line-calls.js';
import { startTwo, type TwoApps } from './two-apps.js';

/** Each of these moves a request on by one step; said all at once, in whatever order they come. */
const ALL_AT_ONCE = [
  'do you sell my details?',
  'my own',
  'help',
  'Alwyn Marchbanks',
  'how long do you keep things?',
  '07700 900456',
];

(hasPostgres ? describe : describe.skip)('the turns of one conversation, over two instances', function () {
  this.timeout(30_000);
  let apps: TwoApps;
  let balancer: Balancer;
  let started: Started;
  beforeEach(async () => {
    apps = await startTwo();
    balancer = await startBalancer([apps.one, apps.other].map(({ url }) => Number(new URL(url).port)));
    started = await startConversation(balancer);
  });
  afterEach(async () => {
    await balancer.close();
    await apps.end();
  });

  const log = async (): Promise<readonly Activity[]> => (await poll(balancer, started)).activities;
  const isReply = ({ replyToId }: Activity): boolean => replyToId !== undefined;

  it('are answered by whichever has them, each once, and none between the replies of another', async () => {
    await post(balancer, started, 'please stop sending me your newsletter');
    await Promise.all(ALL_AT_ONCE.map((text) => post(balancer, started, text)));
    const said = await log();
    const incoming = said.filter((one) => !isReply(one)).map(({ id }) => id);
    expect(incoming).to.have.length(ALL_AT_ONCE.length + 1);
    const answered = said.filter(isReply).map(({ replyToId }) => String(replyToId));
    const runs = answered.filter((id, i) => id !== answered[i - 1]);
    expect(runs.slice().sort()).to.deep.equal(incoming.slice().sort());
    const { version } = await apps.one.stores.conversations.loadState(started.conversationId);
    expect(version).to.equal(incoming.length);
  });

  it('are spread over both', async () => {
    for (const text of ['hello', 'do you sell my details?', 'who is the DPO?', 'thanks'])
      await post(balancer, started, text);
    const turns = async ({ url }: { readonly url: string }): Promise<number> => {
      const metrics = await fetch(`${url}/metrics`).then((answer) => answer.text());
      return Number(/^assistant_turn_duration_seconds_count (\d+)/m.exec(metrics)?.[1]);
    };
    expect(await turns(apps.one)).to.be.greaterThan(0);
    expect(await turns(apps.other)).to.be.greaterThan(0);
  });

  it('that one instance took before it died are answered by the other at once, when the client sends them again', async () => {
    const { conversationId, userId } = started;
    const sent = { type: 'message', text: 'do you sell my details?', channelData: { clientActivityID: 'the same' } };
    const at = apps.clock.now();
    const activity = stamp(sent, { conversationId, userId, fallbackUserId: userId, serviceUrl: apps.one.url, at });
    const taken = { id: 'taken', clientId: clientIdOf(activity), activity, at };
    await apps.one.stores.conversations.accept(conversationId, taken);
    const { body } = await post(apps.other, started, sent);
    const said = await log();
    expect(said).to.have.length(2);
    expect(said[0]?.id).to.equal(body['id']);
    expect(said[1]?.replyToId).to.equal(body['id']);
    await post(apps.one, started, sent);
    expect(await log()).to.deep.equal(said);
  });
});
