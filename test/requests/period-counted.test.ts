import { expect } from 'chai';
import { readPeriod } from '../../src/requests/period.js';
import { eachIsRead, type Row } from './period-table.js';

const COUNTED: readonly Row[] = [
  ['last year', '2025-01-01', '2025-12-31'],
  ['the last year', '2025-11-23', ''],
  ['in the past year', '2025-11-23', ''],
  ['last month', '2026-10-01', '2026-10-31'],
  ['last week', '2026-11-16', '2026-11-22'],
  ['the last two years', '2024-11-23', ''],
  ['past 6 months', '2026-05-23', ''],
  ['over the last five years', '2021-11-23', ''],
  ['the last couple of years', '2024-11-23', ''],
  ['the last 2 or 3 years', '2023-11-23', ''],
  ['last fortnight', '2026-11-09', ''],
  ['two years ago', '2024-01-01', '2024-12-31'],
  ['five or six years ago', '2020-01-01', '2021-12-31'],
  ['between 2 and 3 years ago', '2023-01-01', '2024-12-31'],
  ['6 months ago', '2026-05-01', '2026-05-31'],
  ['today', '2026-11-23', '2026-11-23'],
  ['the day before yesterday', '2026-11-21', '2026-11-21'],
  ['last night', '2026-11-22', '2026-11-22'],
  ['this morning', '2026-11-23', '2026-11-23'],
  ['last Friday', '2026-11-20', '2026-11-20'],
  ['on Tuesday', '2026-11-17', '2026-11-17'],
  ['last monday', '2026-11-16', '2026-11-16'],
  ['the friday before last', '2026-11-13', '2026-11-13'],
  ['up to last Friday', '', '2026-11-20'],
  ['since last Tuesday', '2026-11-17', ''],
  ['last weekend', '2026-11-21', '2026-11-22'],
  ['this week', '2026-11-23', '2026-11-23'],
  ['the week before last', '2026-11-09', '2026-11-15'],
  ['week commencing 5/3/24', '2024-03-05', '2024-03-11'],
  ['w/c 4 March 2024', '2024-03-04', '2024-03-10'],
  ['the week of 6 March 2024', '2024-03-04', '2024-03-10'],
  ['week ending 8 March 2024', '2024-03-02', '2024-03-08'],
  ['this month', '2026-11-01', '2026-11-23'],
  ['the month before last', '2026-09-01', '2026-09-30'],
  ['this year', '2026-01-01', '2026-11-23'],
  ['this year so far', '2026-01-01', '2026-11-23'],
  ['so far this year', '2026-01-01', '2026-11-23'],
  ['earlier this year', '2026-01-01', '2026-06-30'],
  ['late last year', '2025-07-01', '2025-12-31'],
  ['last year and this year', '2025-01-01', '2026-11-23'],
  ['the year before last', '2024-01-01', '2024-12-31'],
  ['this time last year', '2025-11-01', '2025-11-30'],
  ['past fortnight', '2026-11-09', ''],
  ['the last month', '2026-10-23', ''],
  ['last few weeks', '2026-11-02', ''],
  ['last 2 yrs', '2024-11-23', ''],
  ['last 3 mths', '2026-08-23', ''],
  ['past 18 months', '2025-05-23', ''],
  ['the last year or two', '2024-11-23', ''],
  ['the last year and a half', '2025-05-23', ''],
  ['last twenty-five years', '2001-11-23', ''],
  ['in the last decade', '2016-11-23', ''],
  ['going back 5 years', '2021-11-23', ''],
  ['since 3 years', '2023-11-23', ''],
  ['a year ago', '2025-01-01', '2025-12-31'],
  ['about three months ago', '2026-08-01', '2026-08-31'],
  ['a couple of years ago', '2024-01-01', '2024-12-31'],
  ['a year or two ago', '2024-01-01', '2025-12-31'],
  ['over 2 years ago', '', '2024-12-31'],
  ['since two years ago', '2024-01-01', ''],
  ['two weeks ago', '2026-11-09', '2026-11-15'],
  ['10 days ago', '2026-11-13', '2026-11-13'],
  ['from 2 years ago to last month', '2024-01-01', '2026-10-31'],
];

describe('times counted from today in a period', () => {
  eachIsRead(COUNTED);

  it('depend on the day that it is', () => {
    expect(readPeriod('last Friday', '2026-11-28')).to.deep.equal(readPeriod('20 November 2026', '2026-11-28'));
    expect(readPeriod('yesterday', '2024-03-01')).to.deep.equal({ from: '2024-02-29', to: '2024-02-29' });
    expect(readPeriod('last month', '2025-01-31')).to.deep.equal({ from: '2024-12-01', to: '2024-12-31' });
    expect(readPeriod('last tax year', '2026-04-05')).to.deep.equal({ from: '2024-04-06', to: '2025-04-05' });
    expect(readPeriod('last tax year', '2026-04-06')).to.deep.equal({ from: '2025-04-06', to: '2026-04-05' });
    expect(readPeriod('March', '2026-02-28')).to.deep.equal({ from: '2025-03-01', to: '2025-03-31' });
  });
});
