import { expect } from 'chai';
import { createQueue } from '../src/queue.js';

/** A promise that the test settles when it likes. */
function pending<T = void>() {
  let settle = { resolve: (_value: T): void => undefined, reject: (_error: Error): void => undefined };
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle };
}
const soon = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the queue', () => {
  it('runs work of one key one after the other, in the order in which it came', async () => {
    const queue = createQueue();
    const done: string[] = [];
    const first = pending();
    const all = [
      queue('a', async () => {
        await first.promise;
        done.push('1');
      }),
      queue('a', async () => void done.push('2')),
      queue('a', async () => void done.push('3')),
    ];
    await soon();
    expect(done).to.deep.equal([]);
    first.resolve();
    await Promise.all(all);
    expect(done).to.deep.equal(['1', '2', '3']);
  });

  it('does not let one key wait for another', async () => {
    const queue = createQueue();
    const first = pending();
    const held = queue('a', () => first.promise);
    expect(await queue('b', async () => 'through')).to.equal('through');
    first.resolve();
    await held;
  });

  it('gives each piece of work its own result or fault, and goes on after a fault', async () => {
    const queue = createQueue();
    const ends = await Promise.allSettled([
      queue('a', async () => 1),
      queue('a', () => Promise.reject(new Error('broken'))),
      queue('a', async () => 3),
    ]);
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : String(end.reason)))).to.deep.equal([
      1,
      'Error: broken',
      3,
    ]);
  });

  it('takes work that is added by work of the same key, after what waits already', async () => {
    const queue = createQueue();
    const done: string[] = [];
    let added: Promise<void> | undefined;
    await Promise.all([
      queue('a', async () => {
        added = queue('a', async () => void done.push('added'));
      }),
      queue('a', async () => void done.push('waiting')),
    ]);
    await added;
    expect(done).to.deep.equal(['waiting', 'added']);
  });

  it('loses none of 1,000 updates that read before they write', async () => {
    const queue = createQueue();
    let count = 0;
    const add = async (): Promise<void> => {
      const before = count;
      await soon();
      count = before + 1;
    };
    await Promise.all(Array.from({ length: 1_000 }, () => queue('a', add)));
    expect(count).to.equal(1_000);
  });
});
