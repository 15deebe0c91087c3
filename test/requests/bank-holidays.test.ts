import { expect } from 'chai';
import { ZodError } from 'zod';
import {
  beyondKnownHolidays,
  dayOff,
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

  it('are known for whole years, and no further than a file that was cut short', () => {
    const known = (...dates: string[]): string => {
      const events = dates.map((date) => ({ title: '', date }));
      const { from, until } = readBankHolidays({ 'england-and-wales': { division: '', events } });
      return `${from} to ${until}`;
    };
    expect(known('2028-12-26', '2028-01-03')).to.equal('2028-01-01 to 2028-12-31');
    expect(known('2028-12-26', '2029-01-01')).to.equal('2028-12-26 to 2029-01-01');
    expect(known('2027-12-28', '2027-03-26')).to.equal('2027-03-26 to 2027-12-31');
  });

  it('say where they are not known', () => {
    const beyond = (date: string): string | undefined => beyondKnownHolidays(date, holidays);
    expect([beyond('2026-01-01'), beyond('2028-12-31')]).to.deep.equal([undefined, undefined]);
    expect(beyond('2029-01-01')).to.equal('after 31 December 2028');
    expect(beyond('2025-12-31')).to.equal('before 1 January 2026');
  });

  it('say what is missing from a file that cannot be used', () => {
    expect(() => readBankHolidays(GOV_UK_FILE, 'northern-ireland')).to.throw(
      'no "northern-ireland" (it has: england-and-wales, scotland); take it afresh',
    );
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
