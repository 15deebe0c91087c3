import { expect } from 'chai';
import type { StepAnswer, StepContext } from '../../dialogs/requests/definition.js';
import { periodStep } from '../../dialogs/steps/period.js';
import { COUNCIL, NOW, TODAY } from './a-talk.js';

const CONTEXT: StepContext = {
  answers: {},
  now: NOW,
  services: COUNCIL.services,
  dpoMailbox: COUNCIL.dpoMailbox,
  danger: false,
};
const step = periodStep('Which dates?');

function answerOf(text: string): StepAnswer {
  const reading = step.read(text, CONTEXT);
  if ('problem' in reading) throw new Error(`“${text}” was refused: ${reading.problem}`);
  return reading.answer;
}

/** Both ends are days of the period; '' is an open end. */
const PERIODS: readonly (readonly [said: string, from: string, to: string])[] = [
  // Years.
  ['2019', '2019-01-01', '2019-12-31'],
  ['in 2019', '2019-01-01', '2019-12-31'],
  ['around 2016', '2016-01-01', '2016-12-31'],
  ['all of 2019', '2019-01-01', '2019-12-31'],
  ['2019 to 2021', '2019-01-01', '2021-12-31'],
  ['2019-2021', '2019-01-01', '2021-12-31'],
  ['2019 – 2021', '2019-01-01', '2021-12-31'],
  ['between 2019 and 2021', '2019-01-01', '2021-12-31'],
  ['from 2001 till 2004', '2001-01-01', '2004-12-31'],
  ['1998 until about 2003', '1998-01-01', '2003-12-31'],
  ['2001 through 2004', '2001-01-01', '2004-12-31'],
  ['2021 to 2019', '2019-01-01', '2021-12-31'],
  ['2015, 2017', '2015-01-01', '2017-12-31'],
  ['2015 or 2016', '2015-01-01', '2016-12-31'],
  ['2016ish', '2016-01-01', '2016-12-31'],
  ['the 1990s', '1990-01-01', '1999-12-31'],
  ['the nineties', '1990-01-01', '1999-12-31'],
  ['2020/21', '2020-01-01', '2021-12-31'],
  ['financial year 2020/21', '2020-04-01', '2021-03-31'],
  ['tax year 2020-21', '2020-04-06', '2021-04-05'],
  ['school year 2020/21', '2020-09-01', '2021-08-31'],
  ['2019/20 to 2021/22', '2019-01-01', '2022-12-31'],
  ['when I lived at flat 12 in 2018', '2018-01-01', '2018-12-31'],
  // Days, day first.
  ['05/03/2024', '2024-03-05', '2024-03-05'],
  ['5/3/24', '2024-03-05', '2024-03-05'],
  ['5.3.2024', '2024-03-05', '2024-03-05'],
  ['05-03-2024', '2024-03-05', '2024-03-05'],
  ['2024-03-05', '2024-03-05', '2024-03-05'],
  ['the 5th of March 2024', '2024-03-05', '2024-03-05'],
  ['March 5 2024', '2024-03-05', '2024-03-05'],
  ['29 Feb 2020', '2020-02-29', '2020-02-29'],
  ['3 May', '2026-05-03', '2026-05-03'],
  ['23 November', '2026-11-23', '2026-11-23'],
  ['24 November', '2025-11-24', '2025-11-24'],
  ['yesterday', '2026-11-22', '2026-11-22'],
  ['Christmas 2019', '2019-12-25', '2019-12-25'],
  ['from 05/03/2024 to 09/04/2024', '2024-03-05', '2024-04-09'],
  ['5/3/24 - 9/4/24', '2024-03-05', '2024-04-09'],
  ['01/01/2020-31/12/2020', '2020-01-01', '2020-12-31'],
  ['1 Jan 2020 – 31 Dec 2020', '2020-01-01', '2020-12-31'],
  ['1 Jan - 5 Feb 2020', '2020-01-01', '2020-02-05'],
  ['1st to 5th May 2020', '2020-05-01', '2020-05-05'],
  ['1-5 May 2020', '2020-05-01', '2020-05-05'],
  // Months.
  ['March 2020', '2020-03-01', '2020-03-31'],
  ['sept 2020', '2020-09-01', '2020-09-30'],
  ['Feb 2024', '2024-02-01', '2024-02-29'],
  ['March', '2026-03-01', '2026-03-31'],
  ['December', '2025-12-01', '2025-12-31'],
  ['last March', '2026-03-01', '2026-03-31'],
  ['last November', '2025-11-01', '2025-11-30'],
  ['March last year', '2025-03-01', '2025-03-31'],
  ['between January 2020 and March 2021', '2020-01-01', '2021-03-31'],
  ['jan 2020 to mar 2021', '2020-01-01', '2021-03-31'],
  ['January to March 2021', '2021-01-01', '2021-03-31'],
  ['November to January 2021', '2020-11-01', '2021-01-31'],
  ['march-may 2020', '2020-03-01', '2020-05-31'],
  ['March 2020-April 2021', '2020-03-01', '2021-04-30'],
  ['March to May', '2026-03-01', '2026-05-31'],
  ['October to December', '2025-10-01', '2025-12-31'],
  ['Jan ’20 to Mar ’21', '2020-01-01', '2021-03-31'],
  ['Q1 2020', '2020-01-01', '2020-03-31'],
  ['I may have moved in 2019', '2019-01-01', '2019-12-31'],
  // Seasons.
  ['summer of 2019', '2019-06-01', '2019-08-31'],
  ['winter 2020', '2020-12-01', '2021-02-28'],
  ['the winter of 2020 to 2021', '2020-12-01', '2021-02-28'],
  ['spring 2018 to autumn 2019', '2018-03-01', '2019-11-30'],
  ['last summer', '2026-06-01', '2026-08-31'],
  ['summer last year', '2025-06-01', '2025-08-31'],
  ['last autumn', '2025-09-01', '2025-11-30'],
  ['last winter', '2025-12-01', '2026-02-28'],
  // Counted from today.
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
  // Open ends.
  ['since 2018', '2018-01-01', ''],
  ['since I moved in 2018', '2018-01-01', ''],
  ['since I moved here in March 2018', '2018-03-01', ''],
  ['since March last year', '2025-03-01', ''],
  ['since last March', '2026-03-01', ''],
  ['from April 2019', '2019-04-01', ''],
  ['2018 onwards', '2018-01-01', ''],
  ['since the nineties', '1990-01-01', ''],
  ['after June 2020', '2020-07-01', ''],
  ['2018 to now', '2018-01-01', TODAY],
  ['from January 2020 until today', '2020-01-01', TODAY],
  ['January 2020 to date', '2020-01-01', TODAY],
  ['2018 - present', '2018-01-01', TODAY],
  ['until March 2019', '', '2019-03-31'],
  ['up to 2015', '', '2015-12-31'],
  ['before 2015', '', '2014-12-31'],
  ['before March 2019', '', '2019-02-28'],
  ['from when I moved in to 2020', '', '2020-12-31'],
];

describe('the dates', () => {
  for (const [said, from, to] of PERIODS) {
    it(`are ${from || '…'} to ${to || '…'} in “${said}”`, () => {
      const answer = answerOf(said);
      expect([answer.from ?? '', answer.to ?? '']).to.deep.equal([from, to]);
      expect(answer.words).to.equal(said);
    });
  }

  const inWords: readonly (readonly [said: string, understood: string])[] = [
    ['05/03/2024', '5 March 2024'],
    ['2019 to 2021', '1 January 2019 to 31 December 2021'],
    ['since 2018', '1 January 2018 onwards'],
    ['until March 2019', 'up to 31 March 2019'],
    ['any time', 'Any time'],
  ];
  for (const [said, understood] of inWords) {
    it(`are played back as “${understood}” for “${said}”`, () => {
      expect(answerOf(said).understood).to.equal(understood);
    });
  }

  for (const said of 'any time|anytime|always|all of it|all dates|the whole time|everything|whenever|from birth until now|since I was born|since the year dot|as far back as you can|not sure|I don’t know|can’t remember|no idea'.split(
    '|',
  )) {
    it(`are any in “${said}”`, () =>
      void expect(answerOf(said)).to.deep.equal({ words: said, understood: 'Any time' }));
  }

  for (const said of 'next year|2030|24/11/2026|tomorrow|since next year|from 2028 to 2030|next week'.split('|')) {
    it(`cannot begin in the future, as in “${said}”`, () => {
      expect(step.read(said, CONTEXT))
        .to.have.property('problem')
        .that.matches(/still to come.*dates in the past/);
    });
  }

  // What cannot be read goes along as it is: somebody at the council can.
  for (const said of 'when I was a child|since covid|during lockdown|blah blah|99/99/9999|31/02/2020|two years|from age 5 to 10|since my 20s|since 1066|Easter 2020'.split(
    '|',
  )) {
    it(`are left to the reader in “${said}”`, () => {
      expect(answerOf(said)).to.deep.equal({ words: said, understood: said });
    });
  }

  it('are not in signs', () => {
    for (const said of ['?', '-', '', '/ /']) {
      expect(step.read(said, CONTEXT))
        .to.have.property('problem')
        .that.matches(/did not find a date/);
    }
  });

  it('are looked for in hostile text in no time, and never end before they begin', () => {
    const began = performance.now();
    for (const piece of ['1', '1/1/', '2019 to ', 'march ', 'xy - ', '31/12/9999 ', 'since ', 'last ', '2020/21 ']) {
      const { from = '', to = '9999' } = answerOf(piece.repeat(2_000 / piece.length));
      expect(from <= to).to.equal(true);
    }
    expect(performance.now() - began).to.be.lessThan(1_000);
  });

  it('are counted from the day it is in London', () => {
    const lateInJuly = new Date('2026-07-31T23:30:00.000Z');
    expect(step.read('yesterday', { ...CONTEXT, now: lateInJuly })).to.have.nested.property(
      'answer.from',
      '2026-07-31',
    );
  });
});
