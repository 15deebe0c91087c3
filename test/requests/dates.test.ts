import { expect } from 'chai';
import { addDays, addMonths, longDate, shortDate, weekdayOf } from '../../src/requests/dates.js';

describe('Dates', () => {
  it('are written in full where there is room, and short where there is not', () => {
    expect([longDate('2026-12-23'), shortDate('2026-12-23')]).to.deep.equal(['23 December 2026', '23 Dec 2026']);
    expect([longDate('2027-05-01'), shortDate('2027-09-09')]).to.deep.equal(['1 May 2027', '9 Sep 2027']);
  });

  for (const [date, months, expected] of [
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-10-31', 4, '2027-02-28'],
    ['2027-03-31', -1, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-01-31', -14, '2025-11-30'],
  ] as const) {
    it(`${date} and ${months} months is ${expected}`, () => expect(addMonths(date, months)).to.equal(expected));
  }

  it('go over the ends of months and years', () => {
    expect(addDays('2026-12-31', 1)).to.equal('2027-01-01');
    expect(addDays('2028-03-01', -1)).to.equal('2028-02-29');
    expect(weekdayOf('2026-11-23')).to.equal('Monday');
  });

  for (const wrong of ['', '2026-2-3', '2026-02-30', '2027-02-29', '23 December 2026', '2026-12-23T10:00:00Z']) {
    it(`refuse "${wrong}"`, () => expect(() => longDate(wrong)).to.throw(RangeError, 'yyyy-mm-dd'));
  }
});
