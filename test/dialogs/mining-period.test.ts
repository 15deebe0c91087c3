import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'chai';
import { minePeriod } from '../../dialogs/mining/period.js';

/** Monday. */
const TODAY = '2026-11-23';

const MESSAGES = readFileSync(new URL('../fixtures/periods-in-first-messages.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => [...line.matchAll(/^(?:none|(\S{10}|-) +(\S{10}|-)) +(.+)$/g)])
  .map(([, from = '-', to = '-', message = '']) => ({ from, to, message }));

describe('the period of a first message', () => {
  it('has many to be found, and many that are none', () => {
    expect(MESSAGES.filter(({ from, to }) => from !== '-' || to !== '-')).to.have.length.above(100);
    expect(MESSAGES.filter(({ from, to }) => from === '-' && to === '-')).to.have.length.above(80);
  });

  for (const { from, to, message } of MESSAGES) {
    it(`is ${from} to ${to} in “${message}”`, () => {
      const answer = minePeriod(message, TODAY);
      expect([answer?.from ?? '-', answer?.to ?? '-']).to.deep.equal([from, to]);
      if (from === '-' && to === '-') expect(answer).to.equal(undefined);
      else expect(message).to.include(answer?.words.split(', ')[0]);
    });
  }

  it('comes with the words as typed, and is played back in words', () => {
    expect(minePeriod('Rent letters, from Febuary 2024 upto 3rd Jun 2025 please', TODAY)).to.deep.equal({
      words: 'from Febuary 2024 upto 3rd Jun 2025',
      understood: '1 February 2024 to 3 June 2025',
      from: '2024-02-01',
      to: '2025-06-03',
    });
    expect(minePeriod('All notes since her operation on 9 May.', TODAY)).to.deep.equal({
      words: 'since her operation on 9 May',
      understood: '9 May 2026 onwards',
      from: '2026-05-09',
    });
    expect(minePeriod('Everything written before 2012, thanks', TODAY)).to.deep.equal({
      words: 'before 2012',
      understood: 'up to 31 December 2011',
      to: '2011-12-31',
    });
  });

  it('is never one that no calendar has, nor one still to come', () => {
    for (const message of [
      'All my records from 31/02/2024 to 3/3/2024',
      'Send my data since 30 February',
      'Emails of 2031',
    ])
      expect(minePeriod(message, TODAY), message).to.equal(undefined);
  });

  it('is found in a long story', () => {
    const story = 'It has been a hard time for all of us, and nobody listens. '.repeat(25);
    expect(minePeriod(`${story}I want the notes from March 2023 to May 2024. ${story}`, TODAY)).to.include({
      from: '2023-03-01',
      to: '2024-05-31',
    });
  });

  it('is looked for in hostile text in no time', () => {
    const began = performance.now();
    for (const piece of [
      '1',
      '1/1/',
      '2019 to ',
      'march ',
      'since in ',
      'on monday ',
      'yesterday. ',
      'records 2019 what ',
    ])
      minePeriod(piece.repeat(2_000 / piece.length), TODAY);
    expect(performance.now() - began).to.be.lessThan(3_000);
  });

  it('does without the recogniser unless a day is named by its place in the week', () => {
    const { cache } = createRequire(import.meta.url);
    const loaded = (): string[] => Object.keys(cache).filter((file) => file.includes('recognizers-text-suite'));
    for (const file of loaded()) Reflect.deleteProperty(cache, file);
    for (const message of [
      'I want to see my file',
      'all of it, now',
      'my notes from March 2020 to May 2021',
      'letters since last year',
    ])
      minePeriod(message, '2026-11-20');
    expect(loaded()).to.deep.equal([]);
    minePeriod('the recording of my call last Tuesday', '2026-11-20');
    expect(loaded()).not.to.deep.equal([]);
  });
});
