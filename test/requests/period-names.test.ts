import { expect } from 'chai';
import { easter } from '../../src/requests/period/holidays.js';
import { eachIsRead, type Row } from './period-table.js';

const SEASONS: readonly Row[] = [
  ['summer of 2019', '2019-06-01', '2019-08-31'],
  ['winter 2020', '2020-12-01', '2021-02-28'],
  ['the winter of 2020 to 2021', '2020-12-01', '2021-02-28'],
  ['spring 2018 to autumn 2019', '2018-03-01', '2019-11-30'],
  ['last summer', '2026-06-01', '2026-08-31'],
  ['summer last year', '2025-06-01', '2025-08-31'],
  ['last autumn', '2025-09-01', '2025-11-30'],
  ['last winter', '2025-12-01', '2026-02-28'],
  ['summer 2019', '2019-06-01', '2019-08-31'],
  ['the summer', '2026-06-01', '2026-08-31'],
  ['this summer', '2026-06-01', '2026-08-31'],
  ['sumer 2019', '2019-06-01', '2019-08-31'],
  ['spring and summer 2021', '2021-03-01', '2021-08-31'],
  ['the winter of 2020/21', '2020-12-01', '2021-02-28'],
  ['since last summer', '2026-06-01', ''],
  ['the last two summers', '2025-06-01', '2026-08-31'],
  ['autumn 2018 till spring 2020', '2018-09-01', '2020-05-31'],
  ['summer holidays 2023', '2023-06-01', '2023-08-31'],
];

const YEARS_THAT_RUN_OVER: readonly Row[] = [
  ['school year 2019-20', '2019-09-01', '2020-08-31'],
  ['the 2019/2020 academic year', '2019-09-01', '2020-08-31'],
  ['school years 2018/19 to 2020/21', '2018-09-01', '2021-08-31'],
  ['last school year', '2025-09-01', '2026-08-31'],
  ['this school year', '2026-09-01', '2026-11-23'],
  ['the last two school years', '2024-09-01', ''],
  ['autumn term 2021', '2021-09-01', '2021-12-31'],
  ['spring term 2020/21', '2021-01-01', '2021-04-30'],
  ['summer term 2022', '2022-04-01', '2022-07-31'],
  ['last term', '', ''],
  ['tax year 2019', '2019-04-06', '2020-04-05'],
  ['tax year 19/20', '2019-04-06', '2020-04-05'],
  ['the 2022/23 tax year', '2022-04-06', '2023-04-05'],
  ['this tax year', '2026-04-06', '2026-11-23'],
  ['last tax year', '2025-04-06', '2026-04-05'],
  ['the last 3 tax years', '2023-04-06', ''],
  ['financial year 2021-22', '2021-04-01', '2022-03-31'],
  ['FY 20/21', '2020-04-01', '2021-03-31'],
  ['fy21/22', '2021-04-01', '2022-03-31'],
  ['financial year ending 2021', '2020-04-01', '2021-03-31'],
  ['the year ending March 2021', '2020-04-01', '2021-03-31'],
  ['the year to 31 March 2021', '2020-04-01', '2021-03-31'],
  ['the 12 months to March 2021', '2020-04-01', '2021-03-31'],
  ['council tax year 2023/24', '2023-04-01', '2024-03-31'],
  ['last financial year', '2025-04-01', '2026-03-31'],
  ['since the start of the tax year', '2026-04-06', ''],
  ['Q1 to Q3 2021', '2021-01-01', '2021-09-30'],
  ['the third quarter of 2021', '2021-07-01', '2021-09-30'],
  ['Q4 last year', '2025-10-01', '2025-12-31'],
  ['last quarter', '2026-07-01', '2026-09-30'],
  ['H1 2020', '2020-01-01', '2020-06-30'],
];

const HOLIDAYS: readonly Row[] = [
  ['Easter 2020', '2020-04-12', '2020-04-12'],
  ['since Easter', '2026-04-05', ''],
  ['over Easter 2019', '2019-04-19', '2019-04-22'],
  ['Good Friday 2018', '2018-03-30', '2018-03-30'],
  ['Easter last year', '2025-04-20', '2025-04-20'],
  ['since last Christmas', '2025-12-25', ''],
  ['xmas 2018', '2018-12-25', '2018-12-25'],
  ['over Christmas 2019', '2019-12-24', '2020-01-01'],
  ['Christmas and New Year 2019', '2019-12-24', '2020-01-01'],
  ['Boxing Day 2021', '2021-12-26', '2021-12-26'],
  ["New Year's Eve 2019", '2019-12-31', '2019-12-31'],
  ['from Easter to Christmas 2019', '2019-04-21', '2019-12-25'],
  ['August bank holiday 2019', '2019-08-26', '2019-08-26'],
  ['the early May bank holiday last year', '2025-05-05', '2025-05-05'],
  ['Halloween 2020', '2020-10-31', '2020-10-31'],
];

describe('names for times in a period', () => {
  describe('seasons', () => eachIsRead(SEASONS));
  describe('school, tax and financial years', () => eachIsRead(YEARS_THAT_RUN_OVER));
  describe('holidays', () => eachIsRead(HOLIDAYS));

  // As kept: the earliest and the latest there can be, and some between.
  const SUNDAYS =
    '1818-03-22 1943-04-25 1954-04-18 1981-04-19 2000-04-23 2008-03-23 2011-04-24 2019-04-21 2024-03-31 2026-04-05 2038-04-25 2049-04-18';
  for (const sunday of SUNDAYS.split(' '))
    it(`has Easter on ${sunday}`, () => expect(easter(Number(sunday.slice(0, 4)))).to.equal(sunday));
});
