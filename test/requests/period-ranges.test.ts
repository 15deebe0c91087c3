import { expect } from 'chai';
import { readPeriod } from '../../src/requests/period.js';
import { eachIsRead, TODAY, type Row } from './period-table.js';

const RANGES: readonly Row[] = [
  ['since 2018', '2018-01-01', ''],
  ['since I moved in 2018', '2018-01-01', ''],
  ['since I moved here in March 2018', '2018-03-01', ''],
  ['since March last year', '2025-03-01', ''],
  ['since last March', '2026-03-01', ''],
  ['from April 2019', '2019-04-01', ''],
  ['2018 onwards', '2018-01-01', ''],
  ['since the nineties', '1990-01-01', ''],
  ['after June 2020', '2020-07-01', ''],
  ['2018 to now', '2018-01-01', '2026-11-23'],
  ['from January 2020 until today', '2020-01-01', '2026-11-23'],
  ['January 2020 to date', '2020-01-01', '2026-11-23'],
  ['2018 - present', '2018-01-01', '2026-11-23'],
  ['until March 2019', '', '2019-03-31'],
  ['up to 2015', '', '2015-12-31'],
  ['before 2015', '', '2014-12-31'],
  ['before March 2019', '', '2019-02-28'],
  ['from when I moved in to 2020', '', '2020-12-31'],
  ['since I moved in, about 2018', '2018-01-01', ''],
  ['since I moved in (about 2018)', '2018-01-01', ''],
  ['ever since 2012', '2012-01-01', ''],
  ['sinse 2012', '2012-01-01', ''],
  ['from 2012 on', '2012-01-01', ''],
  ['2012+', '2012-01-01', ''],
  ['2018 and later', '2018-01-01', ''],
  ['2018 or before', '', '2018-12-31'],
  ['starting 5 March 2020', '2020-03-05', ''],
  ['as of 1 April 2021', '2021-04-01', ''],
  ['going back to 2015', '2015-01-01', ''],
  ['no earlier than March 2020', '2020-03-01', ''],
  ['not later than 2019', '', '2019-12-31'],
  ['until 5/3/2020', '', '2020-03-05'],
  ['up until June 2021', '', '2021-06-30'],
  ['up to and including 2019', '', '2019-12-31'],
  ['before the end of 2021', '', '2021-12-31'],
  ['pre-2015', '', '2014-12-31'],
  ['post 2015', '2016-01-01', ''],
  ['after 5 March 2020', '2020-03-06', ''],
  ['after I moved in 2018', '2018-01-01', ''],
  ['before I moved in March 2019', '', '2019-03-31'],
  ['since I moved from Leeds to Barnet in 2018', '2018-01-01', ''],
  ['from birth to 2003', '', '2003-12-31'],
  ['2019 until I left', '2019-01-01', ''],
  ['from 2019 to whenever', '2019-01-01', ''],
  ['between 2018 and when I moved out', '2018-01-01', ''],
  ['from 2001 until I left in 2009', '2001-01-01', '2009-12-31'],
  ['from when I was placed in 2001 till I left in 2009', '2001-01-01', '2009-12-31'],
  ['starting in March 2018 and ending in June 2020', '2018-03-01', '2020-06-30'],
  ['01/02/2020 03/04/2021', '2020-02-01', '2021-04-03'],
  ['from: 1/2/20 to: 3/4/21', '2020-02-01', '2021-04-03'],
  ['1/2/20 → 3/4/21', '2020-02-01', '2021-04-03'],
  ['5 March 2024 up to today', '2024-03-05', '2026-11-23'],
  ['from Jan 22 to present', '2022-01-01', '2026-11-23'],
  ['2015–present', '2015-01-01', '2026-11-23'],
  ['two years from March 2019', '2019-03-01', '2021-02-28'],
  ['the six months before June 2020', '2019-12-01', '2020-05-31'],
  ['the two years up to March 2025', '2023-04-01', '2025-03-31'],
  ['2019 for two years', '2019-01-01', '2020-12-31'],
  ['3 months after 5 June 2021', '2021-06-06', '2021-09-05'],
  ['I think it was about 2016 or maybe 2017, sorry', '2016-01-01', '2017-12-31'],
  ['probably 2018 to 2019 ish', '2018-01-01', '2019-12-31'],
  ['not sure, maybe summer 2020', '2020-06-01', '2020-08-31'],
  ['when I lived at 12 High Road, 2015 to 2018', '2015-01-01', '2018-12-31'],
];

/** The person's own words say it better. */
const VAGUE: readonly Row[] = [
  ['when I was 5', '', ''],
  ['from age 5 to 10', '', ''],
  ['since covid', '', ''],
  ['during lockdown', '', ''],
  ['in my fifties', '', ''],
  ['in my early 20s', '', ''],
  ['two years', '', ''],
  ['a long time ago', '', ''],
  ['year 7 to year 9', '', ''],
  ['when I was 5 until I was 10', '', ''],
  ['the other day', '', ''],
  ['a while back', '', ''],
  ['my whole childhood', '', ''],
  ['since the twins were born', '', ''],
  ['24/7', '', ''],
  ['last time', '', ''],
  ['I may have lived there', '', ''],
  ['recently', '', ''],
  ['since 1066', '', ''],
];

describe('ranges and open ends in a period', () => {
  eachIsRead(RANGES);
  describe('that is vague', () => eachIsRead(VAGUE));

  const OUT_OF_ORDER: readonly Row[] = [
    ['2021 to 2019', '2019-01-01', '2021-12-31'],
    ['9/4/24 - 5/3/24', '2024-03-05', '2024-04-09'],
    ['between March 2021 and January 2020', '2020-01-01', '2021-03-31'],
  ];
  describe('said in the wrong order', () => eachIsRead(OUT_OF_ORDER));

  const REACHING_AHEAD: readonly Row[] = [
    ['2025 to 2028', '2025-01-01', TODAY],
    ['until 31 December 2026', '', TODAY],
    ['from June 2026 to next June', '2026-06-01', TODAY],
    ['this year', '2026-01-01', TODAY],
  ];
  describe('that reaches beyond today is cut there', () => eachIsRead(REACHING_AHEAD));

  const AHEAD: readonly Row[] = [
    ['next year', '2027-01-01', '2027-12-31'],
    ['tomorrow', '2026-11-24', '2026-11-24'],
    ['from 2028 to 2030', '2028-01-01', '2030-12-31'],
    ['1/1/27', '2027-01-01', '2027-01-01'],
  ];
  describe('that lies wholly ahead is as said', () => eachIsRead(AHEAD));

  it('never ends before it begins, and never fails, whatever is strung together', () => {
    const words =
      '5 31 2019 2020/21 ’98 1/2/20 31/2/2020 march feb may last this next year month weeks decades two a couple of first early mid end before after since until to from and - , or ago for school tax winter term easter bank holiday quarter q1 friday yesterday now the in ending w/c 3rd 30 twenty nineteen 80s past 99 2099 1900 İ 🙂 + ( )'.split(
        ' ',
      );
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let i = 0; i < 1_000; i++) {
      const said = Array.from({ length: 1 + random(9) }, () => words[random(words.length)]).join(' ');
      const { from, to } = readPeriod(said, TODAY) ?? {};
      for (const end of [from, to]) if (end !== undefined) expect(end, said).to.match(/^\d{4}-\d\d-\d\d$/);
      if (from !== undefined && to !== undefined) expect(from <= to, said).to.equal(true);
    }
  });
});
