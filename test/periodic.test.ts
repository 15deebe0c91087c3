import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { every, type Periodic } from '../src/periodic.js';
import type { Log, LogFields } from '../src/log.js';
import { until } from './support/until.js';

describe('work that is done again and again', () => {
  const logged: { readonly event: string; readonly fields: LogFields }[] = [];
  const write = (event: string, fields: LogFields = {}): void => void logged.push({ event, fields });
  const log: Log = { debug: write, info: write, warn: write, error: write };
  let periodic: Periodic | undefined;
  beforeEach(() => void logged.splice(0));
  afterEach(() => periodic?.stop());

  it('is done at once, and then again', async () => {
    let runs = 0;
    periodic = every(1, log, 'fault', async () => void (runs += 1));
    expect(runs).to.equal(1);
    await until(() => runs >= 4, 'four runs');
  });

  it('is never done twice at the same time', async () => {
    let [running, most, runs] = [0, 0, 0];
    periodic = every(1, log, 'fault', async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      runs += 1;
    });
    await until(() => runs >= 5, 'five runs');
    expect(most).to.equal(1);
  });

  it('goes on after a fault, which is logged without what it says', async () => {
    let runs = 0;
    periodic = every(1, log, 'some-fault', async () => {
      runs += 1;
      if (runs === 1) throw Object.assign(new Error('values: Sarah Khan'), { code: 'ECONNREFUSED' });
    });
    await until(() => runs >= 2, 'a second run');
    expect(logged.map(({ event }) => event)).to.deep.equal(['some-fault']);
    expect(logged[0]?.fields).to.include({ code: 'ECONNREFUSED' });
    expect(JSON.stringify(logged)).not.to.contain('Sarah');
  });

  it('is finished when it stops, and not begun again', async () => {
    let finish = (): void => undefined;
    let runs = 0;
    periodic = every(0, log, 'fault', () => {
      runs += 1;
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    });
    let stopped = false;
    const stopping = periodic.stop().then(() => (stopped = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).to.equal(false);
    finish();
    await stopping;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(runs).to.equal(1);
  });

  it('does not keep the process alive', async () => {
    const module = JSON.stringify(new URL('../src/periodic.ts', import.meta.url).href);
    const script = `const { every } = await import(${module});
      every(60000, {}, 'fault', async () => console.log('done'));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', script],
      { timeout: 8_000 },
    );
    expect(stdout).to.equal('done\n');
  });
});
