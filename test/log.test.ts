import { expect } from 'chai';
import { createLog, describeError, type Log } from '../src/log.js';

/** A log, and what it has written. */
function logAt(level: string): { log: Log; lines: () => Record<string, unknown>[] } {
  const written: string[] = [];
  const log = createLog(level, { write: (text: string) => void written.push(text) });
  const parse = (line: string): Record<string, unknown> => JSON.parse(line) as Record<string, unknown>;
  return { log, lines: () => written.join('').trim().split('\n').filter(Boolean).map(parse) };
}

describe('the log', () => {
  it('writes a JSON line an event, with its level and time', () => {
    const { log, lines } = logAt('info');
    log.info('turn-answered', { conversation: 'c1', kind: 'answer', ms: 12 });
    const [line, ...others] = lines();
    expect(others).to.deep.equal([]);
    expect(line).to.include({ event: 'turn-answered', conversation: 'c1', kind: 'answer', ms: 12, level: 30 });
    expect(Date.parse(String(line?.['time'])))
      .to.be.a('number')
      .and.satisfy(Number.isFinite);
  });

  it('drops every field that is not on its list, wherever it comes from', () => {
    const { log, lines } = logAt('info');
    const fields = {
      conversation: 'c1',
      text: 'I am Jo Bloggs',
      fullName: 'Jo Bloggs',
      email: 'jo@example.com',
      body: {},
    };
    log.error('turn-failed', fields);
    expect(Object.keys(lines()[0] ?? {})).to.have.members(['level', 'time', 'event', 'conversation']);
    expect(JSON.stringify(lines())).not.to.contain('Jo').and.not.to.contain('jo@');
  });

  it('names no machine and no process', () => {
    const { log, lines } = logAt('info');
    log.info('started');
    expect(lines()[0]).not.to.have.any.keys('pid', 'hostname');
  });

  it('leaves out a field that is undefined', () => {
    const { log, lines } = logAt('info');
    log.info('started', { port: undefined });
    expect(lines()[0]).not.to.have.property('port');
  });

  it('keeps the name of the event, whatever the fields say', () => {
    const { log, lines } = logAt('info');
    log.info('started', { event: 'another' });
    expect(lines()[0]).to.have.property('event', 'started');
  });

  for (const [level, expected] of [
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['error', ['error']],
    ['silent', []],
  ] as const)
    it(`at ${level} writes ${expected.join(', ') || 'nothing'}`, () => {
      const { log, lines } = logAt(level);
      for (const as of ['debug', 'info', 'warn', 'error'] as const) log[as](as);
      expect(lines().map((line) => line['event'])).to.deep.equal([...expected]);
    });
});

describe('the description of a fault', () => {
  const fault = (make: () => unknown): unknown => {
    try {
      return make();
    } catch (error) {
      return error;
    }
  };
  class RowError extends Error {
    override readonly name = 'RowError';
    readonly code = '23505';
  }

  it('has its name, its code and the place that threw it', () => {
    const { error, code } = describeError(new RowError('Key (email)=(jo@example.com) already exists'));
    expect(error).to.match(/^RowError at log\.test\.ts:\d+:\d+$/);
    expect(code).to.equal('23505');
  });

  it('names the place in our own code, not in the library that gave up', () => {
    const thrown = fault(() => JSON.parse('{"name": Jo}'));
    expect(describeError(thrown))
      .to.have.property('error')
      .that.matches(/^SyntaxError at log\.test\.ts:\d+:\d+$/);
  });

  for (const [what, make] of Object.entries<() => unknown>({
    'of one line': () => new Error('Jo Bloggs'),
    'of many lines': () => new Error('Dear council\nI am Jo Bloggs\nThank you'),
    'that looks like a place': () => new Error('I live\n    at 12 Jo Street, NW9'),
    'that looks like a place in code': () => new Error('I live\n    at Jo (/house/Jo-Street:12:9)\n'),
    'that was changed afterwards': () =>
      Object.assign(new Error('I live\n    at Jo-Road:1:1'), { message: 'Mr Bloggs' }),
    'that was taken away': () => Object.assign(new Error('I live\nhere\n    at Jo-Road:1:1'), { message: '' }),
    'with a cause': () => new Error('Jo Bloggs', { cause: new Error('Jo Bloggs') }),
    'that the library quotes': () => fault(() => JSON.parse('Jo Bloggs')),
    'that is no Error': () => 'Jo Bloggs',
    'without a stack': () => Object.assign(new Error('Jo Bloggs'), { stack: undefined }),
    'with a stack of its message alone': () => Object.assign(new Error('Jo Bloggs'), { stack: 'Error: Jo Bloggs' }),
  }))
    it(`never holds a message ${what}`, () => {
      expect(JSON.stringify(describeError(make()))).not.to.match(/Jo|Bloggs|live|council/);
    });

  it('has the place of a fault without a message too', () => {
    expect(describeError(new Error()))
      .to.have.property('error')
      .that.matches(/^Error at log\.test\.ts:\d+:\d+$/);
  });

  it('says what was thrown that is no Error', () => {
    expect(describeError('a string')).to.deep.equal({ error: 'string' });
    expect(describeError(undefined)).to.deep.equal({ error: 'undefined' });
  });

  it('names no place where there is none', () => {
    expect(describeError(Object.assign(new Error('x'), { stack: undefined }))).to.deep.equal({ error: 'Error' });
  });
});
