import { expect } from 'chai';
import { readBankHolidays } from '../../src/requests/bank-holidays.js';
import { addDays, addMonths } from '../../src/requests/dates.js';
import { deadlineFor, extendedDeadline, type Deadline } from '../../src/requests/deadline.js';
import { RIGHTS, type Right } from '../../src/requests/right.js';
import { ENGLAND_BEFORE } from './holidays-before.js';
import { ENGLAND, GOV_UK_FILE } from './holidays.js';

const holidays = readBankHolidays(GOV_UK_FILE);
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
const due = (date: string, right: Right = 'access', noticePromiseDays?: number): Deadline =>
  deadlineFor({ right, receivedAt: noon(date), holidays, noticePromiseDays });

describe('Deadline', () => {
  describe('of an access request, where the notice promises 30 days', () => {
    const cases = [
      // received, lawful, promised, due, target
      ['2026-11-23', '2026-12-23', '2026-12-23', '2026-12-23', '2026-12-22'],
      ['2026-11-25', '2026-12-29', '2026-12-25', '2026-12-25', '2026-12-24'],
      ['2026-11-28', '2026-12-29', '2026-12-28', '2026-12-28', '2026-12-24'],
      ['2026-12-01', '2027-01-04', '2026-12-31', '2026-12-31', '2026-12-30'],
      ['2027-01-31', '2027-03-01', '2027-03-02', '2027-03-01', '2027-02-26'],
      ['2027-02-10', '2027-03-10', '2027-03-12', '2027-03-10', '2027-03-09'],
      ['2027-02-26', '2027-03-30', '2027-03-28', '2027-03-28', '2027-03-25'],
      ['2027-03-31', '2027-04-30', '2027-04-30', '2027-04-30', '2027-04-29'],
      ['2027-11-27', '2027-12-29', '2027-12-27', '2027-12-27', '2027-12-24'],
      ['2027-12-01', '2028-01-04', '2027-12-31', '2027-12-31', '2027-12-30'],
      ['2028-01-31', '2028-02-29', '2028-03-01', '2028-02-29', '2028-02-28'],
      ['2028-03-14', '2028-04-18', '2028-04-13', '2028-04-13', '2028-04-12'],
    ] as const;
    for (const [received, lawful, promised, date, target] of cases) {
      it(`received ${received}: law ${lawful}, notice ${promised}, so due ${date}`, () => {
        const { reason, ...dates } = due(received, 'access', 30);
        expect(dates).to.deep.equal({ received, lawful, promised, due: date, target });
        expect(reason).to.match(/^One calendar month from .*\. The council's notice promises 30 days, which .*\.$/);
      });
    }
  });

  describe('extended to three months', () => {
    for (const [received, lawful] of [
      ['2027-01-31', '2027-04-30'],
      ['2026-11-28', '2027-03-01'],
      ['2028-01-31', '2028-05-02'],
    ] as const) {
      it(`received ${received}: due ${lawful}`, () => {
        const deadline = extendedDeadline({ receivedAt: noon(received), holidays });
        expect(deadline).to.include({ received, lawful, due: lawful });
        expect(deadline.reason).to.match(/^Three calendar months from /);
      });
    }
  });

  describe('of a complaint: 30 days counted from the day after receipt', () => {
    for (const [received, lawful, why] of [
      ['2026-11-23', '2026-12-23', 'a Wednesday'],
      ['2026-11-25', '2026-12-29', 'not Christmas, a weekend or the substitute for Boxing Day'],
      ['2027-01-31', '2027-03-02', 'although February is short'],
      ['2027-02-26', '2027-03-30', 'not Easter Sunday or Monday'],
    ] as const) {
      it(`received ${received}: ${lawful}, ${why}`, () => {
        const deadline = due(received, 'complaint', 30);
        expect(deadline).to.include({ received, lawful, due: lawful });
        expect(deadline).not.to.have.property('promised');
      });
    }
  });

  it('counts the same month for every other right, and leaves the promise about access aside', () => {
    for (const right of RIGHTS.filter((name) => name !== 'access' && name !== 'complaint')) {
      expect(due('2026-11-25', right, 30)).to.include({ due: '2026-12-29', target: '2026-12-24' });
      expect(due('2026-11-25', right, 30)).not.to.have.property('promised');
    }
  });

  describe('counts from the day that it is in London', () => {
    for (const [at, received, lawful] of [
      ['2026-06-30T22:59:59Z', '2026-06-30', '2026-07-30'],
      ['2026-06-30T23:30:00Z', '2026-07-01', '2026-08-03'],
      ['2026-11-30T23:30:00Z', '2026-11-30', '2026-12-30'],
      ['2026-12-01T00:00:00Z', '2026-12-01', '2027-01-04'],
      ['2026-10-24T23:30:00Z', '2026-10-25', '2026-11-25'],
      ['2026-10-25T23:30:00Z', '2026-10-25', '2026-11-25'],
      ['2027-03-28T00:30:00Z', '2027-03-28', '2027-04-28'],
      ['2026-07-01T01:30:00+02:00', '2026-07-01', '2026-08-03'],
    ] as const) {
      it(`${at} is ${received}, wherever the server stands`, () => {
        const before = process.env['TZ'];
        try {
          for (const zone of ['Europe/London', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
            process.env['TZ'] = zone;
            expect(deadlineFor({ right: 'access', receivedAt: new Date(at), holidays })).to.include({
              received,
              lawful,
            });
          }
        } finally {
          if (before === undefined) delete process.env['TZ'];
          else process.env['TZ'] = before;
        }
      });
    }
  });

  for (const [date, name] of ENGLAND) {
    it(`never falls on ${date}, ${name}`, () => {
      for (const { lawful, target } of [due(addMonths(date, -1)), due(addDays(date, -30), 'complaint')]) {
        expect(lawful > date).to.equal(true);
        expect(target < date).to.equal(true);
      }
    });
  }

  it('is that of the examples in the regulator’s guidance', () => {
    const older = readBankHolidays({
      'england-and-wales': { division: 'x', events: ENGLAND_BEFORE.map((date) => ({ title: 'x', date })) },
    });
    const lawful = (date: string): string =>
      deadlineFor({ right: 'access', receivedAt: noon(date), holidays: older }).lawful;
    expect(lawful('2024-11-25')).to.equal('2024-12-27');
    expect(lawful('2024-01-01')).to.equal('2024-02-01');
    expect(lawful('2024-01-31')).to.equal('2024-02-29');
  });

  describe('says how it was counted', () => {
    for (const [deadline, reason] of [
      [due('2026-11-23'), 'One calendar month from 23 November 2026 is 23 December 2026.'],
      [
        due('2026-11-25', 'access', 30),
        "One calendar month from 25 November 2026 is 25 December 2026, a bank holiday, so the next working day: 29 December 2026. The council's notice promises 30 days, which is earlier: 25 December 2026. That is a bank holiday, and the date stays.",
      ],
      [
        due('2027-01-31', 'access', 30),
        "One calendar month from 31 January 2027 is 28 February 2027 (February has no 31st), a Sunday, so the next working day: 1 March 2027. The council's notice promises 30 days, which is later: 2 March 2027. The date of the law counts.",
      ],
      [
        due('2027-03-31', 'access', 30),
        "One calendar month from 31 March 2027 is 30 April 2027 (April has no 31st). The council's notice promises 30 days, which ends on the same date.",
      ],
      [
        due('2027-01-30'),
        'One calendar month from 30 January 2027 is 28 February 2027 (February has no 30th), a Sunday, so the next working day: 1 March 2027.',
      ],
      [
        due('2026-11-26', 'complaint'),
        'A complaint must be acknowledged within 30 days. It came in on 26 November 2026; counted from the day after, they end on 26 December 2026, a Saturday, so the next working day: 29 December 2026.',
      ],
      [
        due('2028-12-01'),
        'One calendar month from 1 December 2028 is 1 January 2029. Bank holidays after 31 December 2028 were not known when this was counted: check the date.',
      ],
      [
        due('2025-10-02'),
        'One calendar month from 2 October 2025 is 2 November 2025, a Sunday, so the next working day: 3 November 2025. Bank holidays before 1 January 2026 were not known when this was counted: check the date.',
      ],
    ] as const) {
      it(reason, () => expect(deadline.reason).to.equal(reason));
    }
  });
});
