import { expect } from 'chai';
import type { StepAnswer, StepContext } from '../../dialogs/requests/definition.js';
import { periodStep } from '../../dialogs/steps/period.js';

/** Monday. */
const NOW = new Date('2026-11-23T10:00:00.000Z');
const CONTEXT: StepContext = {
  answers: {},
  now: NOW,
  services: [],
  dpoMailbox: 'dpo@anywhere.example',
  danger: false,
  codesSent: 0,
};
const step = periodStep('Which dates?');

function answerOf(text: string): StepAnswer {
  const reading = step.read(text, CONTEXT);
  if ('problem' in reading) throw new Error(`“${text}” was refused: ${reading.problem}`);
  return reading.answer;
}

function problemOf(text: string): string {
  const reading = step.read(text, CONTEXT);
  if (!('problem' in reading)) throw new Error(`“${text}” was read as ${reading.answer.understood}`);
  return reading.problem;
}

describe('the dates', () => {
  const inWords: readonly (readonly [said: string, understood: string, from?: string, to?: string])[] = [
    ['05/03/2024', '5 March 2024', '2024-03-05', '2024-03-05'],
    ['2019 to 2021', '1 January 2019 to 31 December 2021', '2019-01-01', '2021-12-31'],
    ['jan-jun this yr', '1 January 2026 to 30 June 2026', '2026-01-01', '2026-06-30'],
    ['since I moved in, about 2018', '1 January 2018 onwards', '2018-01-01'],
    ['until March 2019', 'up to 31 March 2019', undefined, '2019-03-31'],
    ['up to last Friday', 'up to 20 November 2026', undefined, '2026-11-20'],
    ['this year so far', '1 January 2026 to 23 November 2026', '2026-01-01', '2026-11-23'],
  ];
  for (const [said, understood, from, to] of inWords) {
    it(`are played back as “${understood}” for “${said}”`, () => {
      const ends = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      expect(answerOf(said)).to.deep.equal({ words: said, understood, ...ends });
    });
  }

  const anyTime =
    'any time|Anytime|always|all of it|all dates|all years|the whole time|everything|whenever|from birth until now|from birth till now|since birth to the present day|since I was born|ever since I was born|since the year dot|from day one|all my life|start to finish|as far back as you can|as far back as it goes|not sure|I’m not sure, sorry|not really sure|Unsure|I don’t know|dont know exactly|can’t remember|I cannot recall|can’t remember the dates|no idea|no idea sorry|haven’t a clue|dunno|idk';
  for (const said of anyTime.split('|')) {
    it(`are any in “${said}”`, () =>
      void expect(answerOf(said)).to.deep.equal({ words: said, understood: 'Any time' }));
  }

  for (const said of 'not sure, maybe summer 2020|I can’t remember exactly, about 2015|all of 2019|everything since 2020'.split(
    '|',
  )) {
    it(`are those that are said in “${said}”`, () =>
      expect(answerOf(said)).to.have.property('from').that.matches(/^20/));
  }

  const ahead =
    'next year|2030|24/11/2026|tomorrow|since next year|from 2028 to 2030|next week|1/1/27|after 23 November 2026|next March';
  for (const said of ahead.split('|')) {
    it(`cannot begin in the future, as in “${said}”`, () => {
      expect(problemOf(said)).to.match(/still to come.*dates in the past.*any time/);
    });
  }

  for (const said of '31/02/2024|30 Feb|45/13/2020|99/99/9999|31st of June 2021|from 29 Feb 2023 to now|05/13/2020'.split(
    '|',
  )) {
    it(`cannot be what no calendar has, as in “${said}”`, () => {
      expect(problemOf(said)).to.match(/^I could not find .* in the calendar.*Which date do you mean\?.*any time/);
    });
  }

  it('name the day that no calendar has, and how dates are read', () => {
    expect(problemOf('from 1 May 2021 to the 31st of June 2021')).to.equal(
      'I could not find the 31st of June 2021 in the calendar. I read the day first, so 5/3/2024 is 5 March. Which date do you mean? Rough dates are fine, and you can also say “any time”.',
    );
  });

  // What cannot be read goes along as it is: somebody at the council can.
  const vague =
    'when I was a child|when I was 5|since covid|during lockdown|blah blah|two years|from age 5 to 10|since my 20s|in my early fifties|since 1066|year 7 to year 9|half term|a while back|the other day|since the twins were born|my whole childhood|when Mum was in hospital';
  for (const said of vague.split('|')) {
    it(`are left to the reader in “${said}”`, () => {
      expect(answerOf(said)).to.deep.equal({ words: said, understood: said });
    });
  }

  it('are not in signs, nor in a yes', () => {
    for (const said of ['?', '-', '', '/ /', 'yes', 'no thanks'])
      expect(problemOf(said), said).to.match(/did not find a date/);
  });

  it('are looked for in hostile text in no time', () => {
    const began = performance.now();
    for (const piece of ['1', '1/1/', '2019 to ', 'march ', 'xy - ', '31/12/9999 ', 'since ', 'last ', '2020/21 '])
      step.read(piece.repeat(2_000 / piece.length), CONTEXT);
    expect(performance.now() - began).to.be.lessThan(2_000);
  });

  it('are counted from the day it is in London', () => {
    const lateInJuly = new Date('2026-07-31T23:30:00.000Z');
    expect(step.read('yesterday', { ...CONTEXT, now: lateInJuly })).to.have.nested.property(
      'answer.from',
      '2026-07-31',
    );
  });
});
