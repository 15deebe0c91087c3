import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { ZodError } from 'zod';
import {
  bankHolidaySourceSchema,
  bankHolidayWarnings,
  MONTHS_AHEAD,
  type BankHolidaySource,
} from '../../src/requests/bank-holiday-source.js';
import { readBankHolidays } from '../../src/requests/bank-holidays.js';
import { addMonths, weekdayOf } from '../../src/requests/dates.js';
import { GOV_UK_FILE } from './holidays.js';

const holidays = readBankHolidays(GOV_UK_FILE);
const fetchedOn = (fetched: string): BankHolidaySource => ({ source: 'www.gov.uk/bank-holidays.json', fetched });
const kinds = (fetched: string, today: string): string[] =>
  bankHolidayWarnings(holidays, fetchedOn(fetched), today).map(({ kind }) => kind);

describe('Warnings about bank holidays', () => {
  for (const [today, expected] of [
    ['2028-08-31', []],
    ['2028-09-01', ['running-out']],
    ['2028-12-31', ['running-out']],
    ['2029-01-01', ['run-out']],
  ] as const) {
    it(`known until 31 December 2028: on ${today} ${expected.join() || 'nothing'} is said`, () => {
      expect(kinds('2028-06-01', today)).to.deep.equal(expected);
    });
  }

  for (const [fetched, expected] of [
    ['2026-11-23', []],
    ['2025-11-23', []],
    ['2025-11-22', ['old']],
    ['2026-11-24', ['from-the-future']],
  ] as const) {
    it(`fetched on ${fetched}, a year or more ago or not: on 23 November 2026 ${expected.join() || 'nothing'} is said`, () => {
      expect(kinds(fetched, '2026-11-23')).to.deep.equal(expected);
    });
  }

  it('are both given where both hold, with what it does to deadlines, the file and the remedy', () => {
    const warnings = bankHolidayWarnings(holidays, fetchedOn('2026-02-25'), '2028-10-02');
    const remedy =
      'Replace knowledge/uk/bank-holidays.json by www.gov.uk/bank-holidays.json, put the day into knowledge/uk/bank-holidays.source.json, and start again.';
    expect(warnings).to.deep.equal([
      {
        kind: 'running-out',
        problem:
          'Bank holidays are known only until 31 December 2028, less than 4 months ahead: deadlines beyond may be wrong, those of extended requests first.',
        remedy,
      },
      {
        kind: 'old',
        problem:
          'The bank holidays are from 25 February 2026, more than 12 months ago: one-off holidays proclaimed since are missing.',
        remedy,
      },
    ]);
  });

  it('say so when nothing is known any more, and when a date cannot be true', () => {
    const [runOut] = bankHolidayWarnings(holidays, fetchedOn('2028-12-01'), '2029-02-01');
    expect(runOut?.problem).to.equal(
      'Bank holidays are known only until 31 December 2028: every deadline is counted as if there were none.',
    );
    const [future] = bankHolidayWarnings(holidays, fetchedOn('2027-02-25'), '2026-02-25');
    expect(future?.problem).to.contain('25 February 2027, which is still to come');
    expect(future?.remedy).to.equal('Correct "fetched" in knowledge/uk/bank-holidays.source.json, and start again.');
  });

  it('need a day that there is, and nothing misspelt', () => {
    const read = (source: unknown) => () => bankHolidaySourceSchema.parse(source);
    expect(read({ source: 'GOV.UK', fetched: '2026-02-30' })).to.throw(ZodError);
    expect(read({ source: 'GOV.UK', fetched: '25 February 2026' })).to.throw(ZodError);
    expect(read({ source: 'GOV.UK', feched: '2026-02-25' })).to.throw(ZodError);
    expect(read({ source: '', fetched: '2026-02-25' })).to.throw(ZodError);
  });
});

describe('The bank holidays that come with the assistant', () => {
  const json = (name: string): unknown => JSON.parse(readFileSync(`knowledge/uk/${name}`, 'utf8'));
  const shipped = readBankHolidays(json('bank-holidays.json'));
  const { fetched } = bankHolidaySourceSchema.parse(json('bank-holidays.source.json'));

  it('have at least eight days in each year, and none at a weekend', () => {
    for (let year = Number(shipped.from.slice(0, 4)); year <= Number(shipped.until.slice(0, 4)); year += 1) {
      const days = [...shipped.dates].filter((date) => date.startsWith(`${year}-`));
      expect(days.length, `${year}`).to.be.at.least(8);
      expect(days.map(weekdayOf), `${year}`).not.to.include.oneOf(['Saturday', 'Sunday']);
    }
  });

  it('reached far enough, with no warning, on the day of which they are', () => {
    expect(shipped.until >= addMonths(fetched, MONTHS_AHEAD)).to.equal(true);
    expect(bankHolidayWarnings(shipped, { source: 'x', fetched }, fetched)).to.deep.equal([]);
  });
});
