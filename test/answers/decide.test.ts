import { expect } from 'chai';
import type { Thresholds } from '../../src/answers/calibration.js';
import { danger, decide } from '../../src/answers/decide.js';
import type { Entry } from '../../src/answers/knowledge/schema.js';
import type { Outcome } from '../../src/answers/outcome.js';
import type { Reading } from '../../src/answers/reading.js';
import { answer, beyond, readingOf, request, talk } from './made-by-hand.js';

const THRESHOLDS: Thresholds = {
  answer: 0.2,
  sureAnswer: 0.5,
  sureRequest: 0.6,
  danger: 0.5,
  close: 0.9,
  alsoAnswer: 0.4,
  alsoSignpost: 0.8,
};
const [sells, sellsToo, cookies, police] = [
  answer('sells', [1]),
  answer('sells-too', [1]),
  answer('cookies', [5]),
  answer('police', [9]),
];
const [bins, noNames] = [beyond('bins'), beyond('no-names', 'unanswerable')];
const [access, erasure] = [request('access'), request('erasure')];
const thanks = talk('chat', 'thanks');
const help = talk('safety', 'help');

const families = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome) => [outcome.family, 'entry' in outcome ? outcome.entry?.id : undefined]);
const decided = (reading: Reading, mayClarify = true) => families(decide(reading, THRESHOLDS, mayClarify));

/** A clause that asks, unless told otherwise. */
const clause = (entry: Entry, score: number, asks = true): Reading['clauses'][number] => ({
  text: `About ${entry.id}`,
  asks,
  entry,
  score,
});

describe('what a reading comes to', () => {
  it('is what its likeliest entry is for', () => {
    for (const [entry, family] of [
      [sells, 'answer'],
      [bins, 'signpost'],
      [noNames, 'unanswerable'],
      [access, 'request'],
      [thanks, 'chat'],
    ] as const) {
      expect(decided(readingOf([[entry, 0.9]]))).to.deep.equal([[family, entry.id]]);
    }
  });

  it('is that nothing fits, below the threshold, far from everything known, or of nothing', () => {
    const nothing = [['unanswerable', undefined]];
    expect(decided(readingOf([[sells, 0.19]]))).to.deep.equal(nothing);
    expect(decided(readingOf([[sells, 0.2]]))).to.deep.equal([['answer', 'sells']]);
    expect(decided(readingOf([[sells, 0.21]], { nearest: 0.01 }))).to.deep.equal(nothing);
    expect(decided(readingOf([]))).to.deep.equal(nothing);
  });

  it('is an answer with a remark where it is not plainly meant', () => {
    const sure = (score: number): unknown => decide(readingOf([[sells, score]]), THRESHOLDS, true)[0];
    expect(sure(0.4)).to.include({ family: 'answer', sure: false });
    expect(sure(0.5)).to.include({ family: 'answer', sure: true });
  });

  it('is a request that begins at once only where it is sure', () => {
    const request = (score: number): unknown => decide(readingOf([[access, score]]), THRESHOLDS, true)[0];
    expect(request(0.59)).to.include({ family: 'request', sure: false });
    expect(request(0.6)).to.include({ family: 'request', sure: true });
  });
});

describe('a demand that sounds like small talk', () => {
  const read = (words: number): Reading => ({
    ...readingOf([
      [thanks, 0.78],
      [access, 0.17],
    ]),
    words,
  });

  it('is a demand where it is long, and small talk where it is short', () => {
    expect(decided(read(25))).to.deep.equal([['request', access.id]]);
    expect(decided(read(5))).to.deep.equal([['chat', 'thanks']]);
  });

  it('stays small talk where there is next to no demand in it', () => {
    const reading = {
      ...readingOf([
        [thanks, 0.78],
        [access, 0.05],
      ]),
      words: 25,
    };
    expect(decided(reading)).to.deep.equal([['chat', 'thanks']]);
  });
});

describe('an answer or signpost that is unsure', () => {
  const pair = (a: Entry, first: number, b: Entry, second: number) =>
    decided(
      readingOf([
        [a, first],
        [b, second],
      ]),
    );

  it('is followed by the next, from its share of the score on', () => {
    expect(pair(sells, 0.4, cookies, 0.17)).to.deep.equal([
      ['answer', 'sells'],
      ['answer', 'cookies'],
    ]);
    expect(pair(sells, 0.4, cookies, 0.15)).to.deep.equal([['answer', 'sells']]);
    expect(pair(bins, 0.4, cookies, 0.33)).to.deep.equal([
      ['signpost', 'bins'],
      ['answer', 'cookies'],
    ]);
    expect(pair(bins, 0.4, cookies, 0.31)).to.deep.equal([['signpost', 'bins']]);
  });

  it('stands alone where it is sure, or the next says the same or is no answer', () => {
    expect(pair(sells, 0.5, cookies, 0.4)).to.deep.equal([['answer', 'sells']]);
    expect(pair(sells, 0.4, sellsToo, 0.3)).to.deep.equal([['answer', 'sells']]);
    expect(pair(sells, 0.4, bins, 0.3)).to.deep.equal([['answer', 'sells']]);
  });

  it('says of the second that it may be meant instead', () => {
    const [, second] = decide(
      readingOf([
        [sells, 0.4],
        [cookies, 0.3],
      ]),
      THRESHOLDS,
      true,
    );
    expect(second).to.include({ sure: false, other: true });
  });
});

describe('two entries about as likely', () => {
  const close = (a: Entry, b: Entry): Reading =>
    readingOf([
      [a, 0.5],
      [b, 0.48],
      [police, 0.05],
    ]);

  it('are asked about, with those two and no others', () => {
    const [outcome] = decide(close(sells, cookies), THRESHOLDS, true);
    expect(outcome?.family === 'clarify' && outcome.entries).to.deep.equal([sells, cookies]);
  });

  it('are three at most', () => {
    const reading = readingOf([
      [sells, 0.3],
      [cookies, 0.3],
      [police, 0.3],
      [bins, 0.3],
    ]);
    const [outcome] = decide(reading, THRESHOLDS, true);
    expect(outcome?.family === 'clarify' && outcome.entries).to.deep.equal([sells, cookies, police]);
  });

  it('are not asked about straight after a clarifying question', () => {
    expect(decided(close(sells, cookies), false)).to.deep.equal([['answer', 'sells']]);
  });

  it('are not asked about where both say the same, where one is talk, or where one is clearly likelier', () => {
    expect(decided(close(sells, sellsToo))).to.deep.equal([['answer', 'sells']]);
    expect(decided(close(thanks, sells))).to.deep.equal([['chat', 'thanks']]);
    expect(decided(close(sells, thanks))).to.deep.equal([['answer', 'sells']]);
    expect(
      decided(
        readingOf([
          [sells, 0.5],
          [cookies, 0.44],
        ]),
      ),
    ).to.deep.equal([['answer', 'sells']]);
  });

  it('are each shown once, though several say the same', () => {
    const reading = readingOf([
      [sells, 0.5],
      [sellsToo, 0.49],
      [cookies, 0.48],
    ]);
    const [outcome] = decide(reading, THRESHOLDS, true);
    expect(outcome?.family === 'clarify' && outcome.entries).to.deep.equal([sells, cookies]);
  });
});

describe('a question and a request for the same', () => {
  it('are both replied to where they are close, the request last, and not begun unasked', () => {
    for (const reading of [
      readingOf([
        [sells, 0.5],
        [access, 0.45],
      ]),
      readingOf([
        [access, 0.5],
        [sells, 0.45],
      ]),
    ]) {
      const outcomes = decide(reading, THRESHOLDS, true);
      expect(families(outcomes)).to.deep.equal([
        ['answer', 'sells'],
        ['request', 'request-access'],
      ]);
      expect(outcomes[1]).to.include({ sure: false });
    }
  });

  it('are only the one that is clearly meant', () => {
    expect(
      decided(
        readingOf([
          [access, 0.8],
          [sells, 0.5],
        ]),
      ),
    ).to.deep.equal([['request', 'request-access']]);
    expect(
      decided(
        readingOf([
          [sells, 0.8],
          [access, 0.1],
        ]),
      ),
    ).to.deep.equal([['answer', 'sells']]);
  });
});

describe('a second thing, said in another clause,', () => {
  const both = (...clauses: Reading['clauses']): Reading =>
    readingOf(
      [
        [sells, 0.6],
        [cookies, 0.2],
      ],
      { clauses },
    );

  it('is replied to as well, in the order in which they were said', () => {
    expect(decided(both(clause(sells, 0.9), clause(cookies, 0.9)))).to.deep.equal([
      ['answer', 'sells'],
      ['answer', 'cookies'],
    ]);
    expect(decided(both(clause(cookies, 0.9), clause(sells, 0.9)))).to.deep.equal([
      ['answer', 'cookies'],
      ['answer', 'sells'],
    ]);
  });

  it('comes last where it is a request, though it was said first', () => {
    expect(decided(both(clause(erasure, 0.9, false), clause(sells, 0.9)))).to.deep.equal([
      ['answer', 'sells'],
      ['request', 'request-erasure'],
    ]);
  });

  it('may be a signpost', () => {
    expect(decided(both(clause(sells, 0.9), clause(bins, 0.9)))).to.deep.equal([
      ['answer', 'sells'],
      ['signpost', 'bins'],
    ]);
  });

  it('is left out where it is told and not asked, not plain, talk, or the same again', () => {
    for (const second of [
      clause(cookies, 0.9, false),
      clause(cookies, 0.3),
      clause(thanks, 0.9),
      clause(sellsToo, 0.9),
    ]) {
      expect(decided(both(clause(sells, 0.9), second)), second.text).to.deep.equal([['answer', 'sells']]);
    }
  });

  it('is one of at most two', () => {
    const clauses = [clause(sells, 0.9), clause(cookies, 0.8), clause(police, 0.9), clause(bins, 0.7)];
    expect(decided(both(...clauses))).to.deep.equal([
      ['answer', 'sells'],
      ['answer', 'police'],
    ]);
  });
});

describe('danger', () => {
  it('is met by the likeliest entry for it, even where another thing is likelier', () => {
    const reading = readingOf(
      [
        [access, 0.6],
        [help, 0.3],
      ],
      { danger: 0.5 },
    );
    expect(danger(reading, THRESHOLDS)).to.deep.include({ family: 'safety', entry: help });
  });

  it('is heard in a clause first', () => {
    const inClause = talk('safety', 'help-in-clause');
    const reading = readingOf([[help, 0.6]], { danger: 0.9, clauses: [clause(inClause, 0.9, false)] });
    expect(danger(reading, THRESHOLDS)).to.deep.include({ entry: inClause });
  });

  it('is none below its threshold, or where no entry for it is near', () => {
    expect(danger(readingOf([[help, 0.6]], { danger: 0.49 }), THRESHOLDS)).to.equal(undefined);
    expect(danger(readingOf([[access, 0.6]], { danger: 0.9 }), THRESHOLDS)).to.equal(undefined);
  });
});
