import { expect } from 'chai';
import { ZodError } from 'zod';
import {
  dayOff,
  isPastKnownHolidays,
  readBankHolidays,
  workingDayBefore,
  workingDayFrom,
} from '../../src/requests/bank-holidays.js';
import { ENGLAND, GOV_UK_FILE } from './holidays.js';

describe('Bank holidays', () => {
  const holidays = readBankHolidays(GOV_UK_FILE);

  it('are read from GOV.UK’s file, for the nation of the council', () => {
    expect([...holidays.dates]).to.deep.equal(ENGLAND.map(([date]) => date));
    expect([...readBankHolidays(GOV_UK_FILE, 'scotland').dates]).to.deep.equal(['2026-01-02']);
  });

  it('are known to the end of a year whose Christmas is in the file, and no further than a file that breaks off', () => {
    const until = (...dates: string[]): string =>
      readBankHolidays({ 'england-and-wales': { division: '', events: dates.map((date) => ({ title: '', date })) } })
        .until;
    expect(until('2028-12-26', '2028-01-03')).to.equal('2028-12-31');
    expect(until('2028-12-26', '2029-01-01')).to.equal('2029-01-01');
    expect(isPastKnownHolidays('2028-12-31', holidays)).to.equal(false);
    expect(isPastKnownHolidays('2029-01-01', holidays)).to.equal(true);
  });

  it('say what is missing from a file that cannot be used', () => {
    expect(() => readBankHolidays(GOV_UK_FILE, 'northern-ireland')).to.throw('no "northern-ireland"; take it afresh');
    expect(() => readBankHolidays({ 'england-and-wales': { division: 'x', events: [] } })).to.throw(ZodError);
    expect(() => readBankHolidays({ 'england-and-wales': { events: [{ title: 'x', date: '25/12/2026' }] } })).to.throw(
      ZodError,
    );
  });

  it('and weekends are passed over in both directions', () => {
    expect(
      ['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29'].map((date) => dayOff(date, holidays)),
    ).to.deep.equal(['a bank holiday', 'a Saturday', 'a Sunday', 'a bank holiday', undefined]);
    expect(workingDayFrom('2026-12-25', holidays)).to.equal('2026-12-29');
    expect(workingDayFrom('2026-12-29', holidays)).to.equal('2026-12-29');
    expect(workingDayBefore('2026-12-29', holidays)).to.equal('2026-12-24');
  });
});
