import { expect } from 'chai';
import type { Bot } from '../../src/bot.js';
import { StaleStateError, type ConversationStore } from '../../src/stores/store.js';
import { startUnfinished } from '../../src/unfinished.js';
import { AT } from '../support/fresh-database.js';

describe('An unfinished request that two instances pass on at once', () => {
  const logged: string[] = [];
  const write = (event: string): void => void logged.push(event);
  const log = { debug: write, info: write, warn: write, error: write };
  const passOn = async (fault: Error): Promise<string[]> => {
    logged.splice(0);
    const conversations = { pending: async () => ['c1', 'c2'] } as unknown as ConversationStore;
    const bot = {
      passOn: (id: string) => (id === 'c1' ? Promise.reject(fault) : Promise.resolve(1)),
    } as unknown as Bot;
    await startUnfinished({ conversations, bot, log, now: () => AT, afterMs: 1, everyMs: 2 ** 30 }).stop();
    return [...logged];
  };

  it('is no fault of the one that came second, which goes on with the next', async () => {
    expect(await passOn(new StaleStateError('c1'))).to.deep.equal(['unfinished-passed-on']);
  });

  it('and any other fault is told', async () => {
    expect(await passOn(new Error('down'))).to.deep.equal(['unfinished-fault', 'unfinished-passed-on']);
  });
});
