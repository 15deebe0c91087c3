import { expect } from 'chai';
import { readBankHolidays } from '../../src/requests/bank-holidays.js';
import { clockDeadline, type ScopeQuestion, type StartQuestion } from '../../src/requests/clock.js';
import { GOV_UK_FILE } from './holidays.js';

const holidays = readBankHolidays(GOV_UK_FILE);
const receivedAt = new Date('2026-12-01T12:00:00Z');
const scope = (asked: string, answered: string): ScopeQuestion => ({ about: 'scope', asked, answered });
const identity = (asked: string, answered: string): StartQuestion => ({ about: 'identity', asked, answered });

describe('Clock of a request, where the dates cannot be right', () => {
  for (const [what, request, message] of [
    [
      'an answer before its question',
      { questions: [scope('2026-12-15', '2026-12-10')] },
      'The question about scope was answered on 10 December 2026, before it was asked on 15 December 2026: check both dates.',
    ],
    [
      'a question before the request',
      { questions: [identity('2026-11-30', '2026-12-04')] },
      'The question about identity was asked on 30 November 2026, before the request came in on 1 December 2026: check both dates.',
    ],
    [
      'a question after the time had ended, weekend and holiday counted in',
      { questions: [scope('2027-01-05', '2027-01-06')] },
      'The question about scope was asked on 5 January 2027, after the time to respond had ended on 4 January 2027: it does not change the deadline. If the time had been extended by then, say when the person was told.',
    ],
    [
      'a proof asked for after the time had ended',
      { questions: [identity('2027-01-05', '2027-01-06')] },
      'The question about identity was asked on 5 January 2027, after the time to respond had ended on 4 January 2027',
    ],
    [
      'a question after a time that a pause had moved',
      { questions: [scope('2027-01-08', '2027-01-09'), scope('2026-12-10', '2026-12-15')] },
      'asked on 8 January 2027, after the time to respond had ended on 7 January 2027',
    ],
    [
      'an extension before the request',
      { extensionToldOn: '2026-11-30' },
      'The person was told of the extension on 30 November 2026, before the request came in on 1 December 2026: check both dates.',
    ],
    [
      'an extension after the first month',
      { extensionToldOn: '2027-01-05' },
      'The person was told of the extension on 5 January 2027, after the first month had ended on 4 January 2027: the time is not extended.',
    ],
    [
      'an extension after the first month as a pause had moved it',
      { questions: [scope('2026-12-10', '2026-12-15')], extensionToldOn: '2027-01-08' },
      'after the first month had ended on 7 January 2027',
    ],
    [
      'an extension that a later pause is to save',
      { questions: [scope('2027-01-05', '2027-01-12')], extensionToldOn: '2027-01-06' },
      'asked on 5 January 2027, after the time to respond had ended on 4 January 2027',
    ],
    ['a day that is none', { questions: [scope('2026-12-10', '2026-12-32')] }, 'not a date as yyyy-mm-dd: 2026-12-32'],
    [
      'a date of another form',
      { questions: [identity('3/12/2026', '2026-12-04')] },
      'not a date as yyyy-mm-dd: 3/12/2026',
    ],
    ['an extension without a date', { extensionToldOn: 'soon' }, 'not a date as yyyy-mm-dd: soon'],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(() => clockDeadline({ right: 'access', receivedAt, holidays, ...request })).to.throw(RangeError, message);
    });
  }

  it('allows the last days: to ask, to tell, and to tell after a pause', () => {
    const due = (request: { questions?: readonly ScopeQuestion[]; extensionToldOn?: string }): string =>
      clockDeadline({ right: 'access', receivedAt, holidays, ...request }).due;
    expect(due({ questions: [scope('2027-01-04', '2027-01-04')] })).to.equal('2027-01-05');
    expect(due({ extensionToldOn: '2027-01-04' })).to.equal('2027-03-01');
    expect(due({ questions: [scope('2026-12-10', '2026-12-15')], extensionToldOn: '2027-01-07' })).to.equal(
      '2027-03-08',
    );
  });

  it('refuses a pause for any right but access', () => {
    for (const right of ['objection', 'erasure', 'portability'] as const) {
      const asked = [scope('2026-12-10', '2026-12-15')];
      // @ts-expect-error the types refuse it as well
      expect(() => clockDeadline({ right, receivedAt, holidays, questions: asked })).to.throw(
        RangeError,
        'Only the clock of an access request stops',
      );
    }
  });

  it('refuses a complaint, whose days nothing stops', () => {
    // @ts-expect-error the types refuse it as well
    expect(() => clockDeadline({ right: 'complaint', receivedAt, holidays, extensionToldOn: '2026-12-05' })).to.throw(
      RangeError,
      "A complaint's 30 days run from the day after it came in",
    );
  });
});
