import { expect } from 'chai';
import { createPump, PAGE, type Pump } from '../../src/http/direct-line/pump.js';
import type { LoggedActivity } from '../../src/stores/store.js';
import { until } from '../support/until.js';

const entry = (sequence: number): LoggedActivity => ({ sequence, id: String(sequence), activity: {} });

describe('the pump between log and client', () => {
  let log: LoggedActivity[];
  let sent: number[];
  let faults: unknown[];
  /** Runs while the pump reads. */
  let whileReading: () => void;
  let readings: number;

  beforeEach(() => {
    [log, sent, faults, readings] = [[], [], [], 0];
    whileReading = () => undefined;
  });

  const pumpAfter = (after: number): Pump =>
    createPump({
      after,
      read: async (watermark, limit) => {
        readings += 1;
        const found = log.filter(({ sequence }) => sequence > watermark).slice(0, limit);
        whileReading();
        return found;
      },
      send: async (batch) => void sent.push(...batch.map(({ sequence }) => sequence)),
      failed: (error) => faults.push(error),
    });
  const append = (count: number): void => {
    for (let index = 0; index < count; index += 1) log.push(entry(log.length + 1));
  };

  it('sends only what is after the watermark', async () => {
    append(5);
    pumpAfter(3).wake();
    await until(() => sent.length === 2, 'two');
    expect(sent).to.deep.equal([4, 5]);
  });

  it('sends what is appended while it reads, although it had already looked', async () => {
    append(1);
    const pump = pumpAfter(0);
    whileReading = () => {
      whileReading = () => undefined;
      append(1);
      pump.wake();
    };
    pump.wake();
    await until(() => sent.length === 2, 'both');
    expect(sent).to.deep.equal([1, 2]);
  });

  it('sends each entry once, however often it is woken', async () => {
    const pump = pumpAfter(0);
    for (let index = 0; index < 30; index += 1) {
      append(1);
      pump.wake();
      pump.wake();
      if (index % 3 === 0) await Promise.resolve();
    }
    await until(() => sent.length >= 30, 'all');
    expect(sent).to.deep.equal(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it('reads page after page without being woken again', async () => {
    append(PAGE * 2 + 1);
    pumpAfter(0).wake();
    await until(() => sent.length === PAGE * 2 + 1, 'all pages');
    expect(readings).to.equal(3);
  });

  it('wakes again after it found nothing', async () => {
    const pump = pumpAfter(0);
    pump.wake();
    await until(() => readings === 1, 'the first look');
    append(1);
    pump.wake();
    await until(() => sent.length === 1, 'the entry');
  });

  it('stops at a fault and says so once', async () => {
    append(1);
    const pump = pumpAfter(0);
    whileReading = () => {
      throw new Error('the database is gone');
    };
    pump.wake();
    await until(() => faults.length === 1, 'the fault');
    pump.wake();
    expect([readings, sent]).to.deep.equal([1, []]);
  });

  it('sends nothing once it was stopped, not even what it was reading', async () => {
    append(1);
    const pump = pumpAfter(0);
    whileReading = () => pump.stop();
    pump.wake();
    await until(() => readings === 1, 'the look');
    await new Promise((resolve) => setImmediate(resolve));
    expect(sent).to.deep.equal([]);
  });
});
