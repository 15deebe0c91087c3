import { expect } from 'chai';
import { readBankHolidays } from '../../src/requests/bank-holidays.js';
import {
  clockDeadline,
  type ClockedRequest,
  type ScopeQuestion,
  type StartQuestion,
} from '../../src/requests/clock.js';
import { deadlineFor, extendedDeadline, type Deadline } from '../../src/requests/deadline.js';
import { GOV_UK_FILE } from './holidays.js';

const holidays = readBankHolidays(GOV_UK_FILE);
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);
const scope = (asked: string, answered: string): ScopeQuestion => ({ about: 'scope', asked, answered });
const proof = (about: StartQuestion['about'], asked: string, answered: string): StartQuestion => ({
  about,
  asked,
  answered,
});
type Questions = readonly (ScopeQuestion | StartQuestion)[];
const access = (received: string, questions: Questions = [], extensionToldOn?: string): Deadline =>
  clockDeadline({ right: 'access', receivedAt: noon(received), questions, extensionToldOn, holidays });
const promised = (received: string, questions: Questions, extensionToldOn?: string): Deadline =>
  clockDeadline({
    right: 'access',
    receivedAt: noon(received),
    questions,
    extensionToldOn,
    holidays,
    noticePromiseDays: 30,
  });

describe('Clock of a request', () => {
  it('runs as at receipt where nothing was asked, and as extended where the person was told', () => {
    const receivedAt = noon('2026-11-25');
    for (const noticePromiseDays of [undefined, 30]) {
      const asReceived = deadlineFor({ right: 'access', receivedAt, holidays, noticePromiseDays });
      expect(clockDeadline({ right: 'access', receivedAt, holidays, noticePromiseDays })).to.deep.equal(asReceived);
    }
    const { reason, ...dates } = extendedDeadline({ receivedAt, holidays });
    expect(access('2026-11-25', [], '2026-12-02')).to.deep.equal({
      ...dates,
      reason: `On 2 December 2026 the person was told that it takes two months longer. ${reason}`,
    });
  });

  describe('stands still while the council asks which information is meant', () => {
    for (const [what, received, questions, lawful] of [
      ['both days left out, 6 in all', '2026-12-01', [scope('2026-12-10', '2026-12-15')], '2027-01-07'],
      ['one day, if answered the same day', '2026-12-01', [scope('2026-12-10', '2026-12-10')], '2027-01-04'],
      ['and no weekend or holiday is moved twice', '2026-11-25', [scope('2026-12-01', '2026-12-04')], '2026-12-29'],
      ['twice', '2026-12-01', [scope('2026-12-04', '2026-12-05'), scope('2026-12-10', '2026-12-15')], '2027-01-11'],
      [
        'twice, told in any order',
        '2026-12-01',
        [scope('2026-12-10', '2026-12-15'), scope('2026-12-04', '2026-12-05')],
        '2027-01-11',
      ],
      [
        'a day of two open questions once',
        '2026-12-01',
        [scope('2026-12-10', '2026-12-13'), scope('2026-12-12', '2026-12-15')],
        '2027-01-07',
      ],
      [
        'a question inside another changes nothing',
        '2026-12-01',
        [scope('2026-12-10', '2026-12-15'), scope('2026-12-11', '2026-12-12')],
        '2027-01-07',
      ],
      ['past the last day, if the answer is late', '2027-02-10', [scope('2027-03-09', '2027-04-20')], '2027-04-22'],
      ['into a short month', '2027-01-31', [scope('2027-02-10', '2027-02-11')], '2027-03-02'],
      ['not for the day of receipt, which is day 0', '2027-02-10', [scope('2027-02-10', '2027-02-10')], '2027-03-10'],
      ['but for the day after it', '2027-02-10', [scope('2027-02-10', '2027-02-11')], '2027-03-11'],
      ['on the last day, which a weekend had put off', '2026-12-01', [scope('2027-01-04', '2027-01-06')], '2027-01-07'],
    ] as const) {
      it(`${what}: ${lawful}`, () => expect(access(received, questions)).to.include({ received, lawful, due: lawful }));
    }

    it('also with an extension, which is counted from the same start', () => {
      expect(access('2026-12-01', [], '2026-12-31').lawful).to.equal('2027-03-01');
      expect(access('2026-12-01', [scope('2026-12-10', '2026-12-15')], '2026-12-31').lawful).to.equal('2027-03-08');
      expect(access('2026-12-01', [scope('2027-02-03', '2027-02-04')], '2026-12-31').lawful).to.equal('2027-03-03');
    });

    it('and so do the 30 days of the notice, which an extension ends', () => {
      const questions = [scope('2026-12-10', '2026-12-15')];
      const dates = { promised: '2027-01-06', lawful: '2027-01-07', due: '2027-01-06', target: '2027-01-05' };
      expect(promised('2026-12-01', questions)).to.include(dates);
      expect(promised('2026-12-01', [scope('2026-12-31', '2026-12-31')]).promised).to.equal('2027-01-01');
      expect(promised('2026-12-01', questions, '2026-12-20')).not.to.have.property('promised');
      expect(promised('2026-12-01', questions, '2026-12-20').due).to.equal('2027-03-08');
    });
  });

  describe('starts when the last that is needed has arrived', () => {
    for (const [what, received, questions, lawful] of [
      ['proof of identity', '2026-12-01', [proof('identity', '2026-12-03', '2026-12-14')], '2027-01-14'],
      ['proof of authority', '2027-01-20', [proof('authority', '2027-01-21', '2027-01-31')], '2027-03-01'],
      ['a fee', '2026-12-01', [proof('fee', '2026-12-02', '2026-12-28')], '2027-01-28'],
      ['on the day of receipt', '2027-02-10', [proof('identity', '2027-02-10', '2027-02-10')], '2027-03-10'],
      [
        'the later of two',
        '2026-12-01',
        [proof('authority', '2026-12-02', '2026-12-16'), proof('identity', '2026-12-03', '2026-12-09')],
        '2027-01-18',
      ],
      [
        'after the time was put off once',
        '2026-12-01',
        [proof('authority', '2026-12-02', '2026-12-20'), proof('identity', '2027-01-15', '2027-01-22')],
        '2027-02-22',
      ],
      [
        'a pause before it, which changes nothing',
        '2026-12-01',
        [scope('2026-12-02', '2026-12-05'), proof('identity', '2026-12-02', '2026-12-14')],
        '2027-01-14',
      ],
      [
        'both in one letter',
        '2026-12-01',
        [scope('2026-12-02', '2026-12-14'), proof('identity', '2026-12-02', '2026-12-14')],
        '2027-01-14',
      ],
      [
        'a pause that outlasts it: only the days after it',
        '2026-12-01',
        [scope('2026-12-02', '2026-12-16'), proof('identity', '2026-12-02', '2026-12-14')],
        '2027-01-18',
      ],
    ] as const) {
      it(`${what}: ${lawful}`, () => expect(access(received, questions)).to.include({ received, lawful, due: lawful }));
    }

    it('for every right but a complaint, and three months run from there too', () => {
      const request: ClockedRequest = {
        right: 'erasure',
        receivedAt: noon('2026-12-01'),
        questions: [proof('identity', '2026-12-03', '2026-12-14')],
      };
      expect(clockDeadline({ ...request, holidays, noticePromiseDays: 30 })).to.include({ due: '2027-01-14' });
      expect(clockDeadline({ ...request, extensionToldOn: '2027-01-14', holidays }).due).to.equal('2027-03-15');
    });

    it('and the 30 days of the notice start there', () => {
      const dates = { promised: '2027-01-13', lawful: '2027-01-14', due: '2027-01-13' };
      expect(promised('2026-12-01', [proof('identity', '2026-12-03', '2026-12-14')])).to.include(dates);
    });
  });

  it('takes the day that the request came in from London', () => {
    const at = (moment: string): string =>
      clockDeadline({ right: 'access', receivedAt: new Date(moment), holidays }).due;
    expect([at('2027-06-14T22:59:59Z'), at('2027-06-14T23:00:00Z')]).to.deep.equal(['2027-07-14', '2027-07-15']);
  });

  describe('says how it was counted', () => {
    for (const [deadline, reason] of [
      [
        access('2026-12-01', [scope('2026-12-10', '2026-12-15')]),
        'One calendar month from 1 December 2026 is 1 January 2027. While the council waited to hear which information is meant, 6 days (10 December 2026 to 15 December 2026) do not count, so the time ends on 7 January 2027.',
      ],
      [
        access('2026-12-01', [scope('2026-12-10', '2026-12-10')]),
        'One calendar month from 1 December 2026 is 1 January 2027. While the council waited to hear which information is meant, 1 day (10 December 2026) does not count, so the time ends on 2 January 2027, a Saturday, so the next working day: 4 January 2027.',
      ],
      [
        access('2026-12-01', [
          scope('2026-12-03', '2026-12-16'),
          scope('2026-12-21', '2026-12-22'),
          proof('authority', '2026-12-02', '2026-12-14'),
        ]),
        'The request came in on 1 December 2026; its time starts on 14 December 2026, when the proof of authority to act that was asked for arrived. One calendar month from 14 December 2026 is 14 January 2027. While the council waited to hear which information is meant, 4 days (15 December 2026 to 16 December 2026; 21 December 2026 to 22 December 2026) do not count, so the time ends on 18 January 2027.',
      ],
      [
        access('2028-11-20', [proof('fee', '2028-11-20', '2028-11-30')], '2028-12-01'),
        'The request came in on 20 November 2028; its time starts on 30 November 2028, when the fee was paid. On 1 December 2028 the person was told that it takes two months longer. Three calendar months from 30 November 2028 is 28 February 2029 (February has no 30th). Bank holidays after 31 December 2028 were not known when this was counted: check the date.',
      ],
    ] as const) {
      it(reason, () => expect(deadline.reason).to.equal(reason));
    }
  });
});
