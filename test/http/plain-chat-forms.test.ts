import { expect } from 'chai';
import { messageFrom, NO_FIELDS, type Fields } from '../../src/http/plain-chat/form-fields.js';
import { readContact } from '../../dialogs/steps/contact.js';
import { readPeriod } from '../../src/requests/period.js';
import { NO_PERIOD, periodWords, type PeriodParts } from '../../widget/content/period-words.js';

const said = (fields: Partial<Fields>, choice?: string): unknown => {
  const read = messageFrom({
    form: '',
    fields: { ...NO_FIELDS, ...fields },
    ...(choice === undefined ? {} : { choice }),
  });
  return 'text' in read ? read.text : read.problem;
};

describe('what a plain form says', () => {
  for (const [title, fields, expected] of [
    ['a message', { message: ' Hello ' }, 'Hello'],
    ['an email address', { email: 'ann@example.org' }, 'ann@example.org'],
    ['two ways', { email: 'ann@example.org', phone: '07700 900123' }, 'ann@example.org, 07700 900123'],
    ['a way and words', { phone: '07700 900123', message: 'after six' }, '07700 900123\nafter six'],
    ['months', { fromMonth: '3', fromYear: '2019', toYear: '2021' }, 'from March 2019 to 2021'],
    ['a year and words', { fromYear: '2019', message: 'or so' }, 'since 2019\nor so'],
  ] as const) {
    it(`is ${title}`, () => {
      expect(said(fields)).to.equal(expected);
    });
  }

  it('is the button that was pressed, whatever stands in the fields', () => {
    expect(said({ message: 'not this' }, 'Skip')).to.equal('Skip');
  });

  it('is read by the assistant as it was filled in', () => {
    const text = said({ email: 'ann@example.org', phone: '07700 900123', post: '12 Long Lane\nLondon N3 2AB' });
    expect(readContact(String(text))).to.deep.include({
      email: 'ann@example.org',
      phone: '07700 900123',
      post: '12 Long Lane\nLondon N3 2AB',
    });
  });

  for (const [title, fields, field] of [
    ['nothing', {}, 'message'],
    ['spaces', { message: ' \n ' }, 'message'],
    ['a month that there is not', { fromMonth: '13', fromYear: '2019' }, 'fromMonth'],
    ['a month without a year', { toMonth: '5' }, 'toYear'],
    ['a year that is none', { fromYear: '19' }, 'fromYear'],
    ['too much', { message: 'x'.repeat(2_001) }, 'message'],
  ] as const) {
    it(`is a problem at ${field} where it is ${title}`, () => {
      expect(said(fields)).to.have.property('field', field);
    });
  }
});

describe('months and years in words', () => {
  const words = (parts: Partial<PeriodParts>): unknown => {
    const reading = periodWords({ ...NO_PERIOD, ...parts });
    return 'problem' in reading ? reading.field : reading.words;
  };
  for (const [parts, expected, from, to] of [
    [{ fromYear: '2019' }, 'since 2019', '2019-01-01', undefined],
    [{ fromMonth: '03', fromYear: '2019' }, 'since March 2019', '2019-03-01', undefined],
    [{ toMonth: 'feb', toYear: '2020' }, 'up to February 2020', undefined, '2020-02-29'],
    [{ fromYear: ' 2018 ', toMonth: '12', toYear: '2019' }, 'from 2018 to December 2019', '2018-01-01', '2019-12-31'],
    [
      { fromMonth: 'September', fromYear: '1999', toYear: '2001' },
      'from September 1999 to 2001',
      '1999-09-01',
      '2001-12-31',
    ],
  ] as const) {
    it(`are "${expected}", which the assistant reads as meant`, () => {
      expect(words(parts)).to.equal(expected);
      const period = readPeriod(expected, '2026-12-01');
      expect([period?.from, period?.to]).to.deep.equal([from, to]);
    });
  }

  for (const [parts, expected] of [
    [{}, undefined],
    [{ fromMonth: 'x', fromYear: '2019' }, 'fromMonth'],
    [{ fromMonth: 'ma', fromYear: '2019' }, 'fromMonth'],
    [{ fromMonth: '0', fromYear: '2019' }, 'fromMonth'],
    [{ toMonth: '-1', toYear: '2019' }, 'toMonth'],
    [{ toYear: '20190' }, 'toYear'],
    [{ toYear: 'last year' }, 'toYear'],
  ] as const) {
    it(`are ${expected === undefined ? 'nothing' : `a problem at ${expected}`} for ${JSON.stringify(parts)}`, () => {
      expect(words(parts)).to.equal(expected);
    });
  }
});
