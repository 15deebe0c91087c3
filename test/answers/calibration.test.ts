import { expect } from 'chai';
import { calibrate, isClose, type Trial } from '../../src/answers/calibration.js';

/** An ordinary question that was read rightly, and plainly. */
const PLAIN: Trial = {
  score: 0.9,
  second: 0.02,
  right: true,
  isRequest: false,
  takenForRequest: false,
  isDanger: false,
  danger: 0.01,
};
const some = (n: number, differing: Partial<Trial> = {}): Trial[] =>
  Array.from({ length: n }, () => ({ ...PLAIN, ...differing }));

describe('the share from which on a second is given', () => {
  const beside = (first: 'answer' | 'beyond', right: boolean, second: number): Partial<Trial> => ({
    score: 0.1,
    second,
    right: false,
    beside: { first, right },
  });
  const plain = some(200, { score: 0.9 });

  it('is the lowest at which enough of the seconds are right: one in five after an answer', () => {
    const { thresholds } = calibrate([
      ...plain,
      ...some(2, beside('answer', true, 0.08)),
      ...some(8, beside('answer', false, 0.05)),
      ...some(20, beside('answer', false, 0.02)),
    ]);
    expect(thresholds.alsoAnswer).to.equal(0.5);
  });

  it('is higher after a signpost: one in four', () => {
    const { thresholds } = calibrate([
      ...plain,
      ...some(2, beside('beyond', true, 0.08)),
      ...some(8, beside('beyond', false, 0.05)),
    ]);
    expect(thresholds.alsoSignpost).to.equal(0.5);
    expect(thresholds.alsoAnswer).to.equal(1);
  });

  it('is out of reach where none can be given', () => {
    expect(calibrate(plain).thresholds).to.include({ alsoAnswer: 1, alsoSignpost: 1 });
  });
});

describe('the thresholds', () => {
  it('have a curve of all scores, without gaps, in which every trial stands once', () => {
    const trials = [0, 0.03, 0.04, 0.5, 0.999, 1, 1.4].flatMap((score) => some(3, { score }));
    const { curve } = calibrate(trials);
    expect(curve[0]?.from).to.equal(0);
    expect(curve.at(-1)?.to).to.equal(1);
    curve.slice(1).forEach(({ from }, i) => {
      expect(from).to.equal(curve[i]?.to);
    });
    const within = curve.filter(({ n }) => n > 0).map(({ from, n }) => [from, n]);
    expect(within.slice(0, 3)).to.deep.equal([
      [0, 6],
      [0.04, 3],
      [0.48, 3],
    ]);
    expect(curve.find(({ from }) => from === 0)?.right).to.equal(1);
  });

  describe('for an answer', () => {
    it('stand where it begins to be worth saying, and higher where it is plainly meant', () => {
      const { thresholds, curve } = calibrate([
        ...some(20, { score: 0.1, right: false }),
        ...some(8, { score: 0.3 }),
        ...some(12, { score: 0.3, right: false }),
        ...some(19, { score: 0.7 }),
        ...some(1, { score: 0.7, right: false }),
      ]);
      expect(thresholds.answer).to.equal(0.28);
      expect(thresholds.sureAnswer).to.equal(0.68);
      expect(curve.find(({ from }) => from === 0.28)).to.include({ n: 20, right: 0.4 });
    });

    it('rise with a model that is wrong more often', () => {
      const wrongUpTo = (score: number): Trial[] =>
        [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((at) => some(10, { score: at, right: at > score }));
      expect(calibrate(wrongUpTo(0.6)).thresholds.answer).to.be.greaterThan(
        calibrate(wrongUpTo(0.2)).thresholds.answer,
      );
    });
  });

  describe('for beginning a request unasked', () => {
    const taken = (score: number, isRequest: boolean): Partial<Trial> => ({ score, takenForRequest: true, isRequest });

    it('stand where nine in ten of those begun were meant', () => {
      const { thresholds } = calibrate([
        ...some(30, taken(0.9, true)),
        ...some(1, taken(0.8, false)),
        ...some(10, taken(0.6, true)),
        ...some(20, taken(0.4, false)),
        ...some(5, taken(0.3, true)),
      ]);
      expect(thresholds.sureRequest).to.be.within(0.4, 0.6).and.not.equal(0.3);
    });

    it('let none begin where none was meant', () => {
      const { thresholds } = calibrate(some(10, taken(0.95, false)));
      expect(thresholds.sureRequest).to.equal(1);
    });
  });

  describe('for danger', () => {
    const trials = [
      ...Array.from({ length: 1_000 }, (_, i): Trial => ({ ...PLAIN, danger: i / 2_000 })),
      ...some(95, { isDanger: true, danger: 0.9 }),
      ...some(5, { isDanger: true, danger: 0.2 }),
    ];

    it('let no more than one ordinary message in five hundred be taken for it', () => {
      const { thresholds, falseAlarms } = calibrate(trials);
      expect(falseAlarms).to.be.at.most(1 / 500);
      expect(thresholds.danger).to.be.within(0.45, 0.51);
    });

    it('say how much is missed by them', () => {
      expect(calibrate(trials).dangerMissed).to.equal(0.05);
    });
  });

  describe('for a clarifying question', () => {
    it('let it be asked of the closest pairs, and of few', () => {
      const trials = Array.from({ length: 1_000 }, (_, i): Trial => ({ ...PLAIN, score: 1, second: i / 1_000 }));
      const { thresholds, clarified } = calibrate(trials);
      expect(clarified).to.be.within(0.005, 0.03);
      expect(thresholds.close).to.be.within(0.97, 0.995);
    });
  });

  it('are the same for the same trials, in whatever order', () => {
    const trials = Array.from({ length: 300 }, (_, i): Trial => ({
      ...PLAIN,
      score: ((i * 7) % 100) / 100,
      second: ((i * 3) % 50) / 100,
      right: i % 3 > 0,
      takenForRequest: i % 5 === 0,
      isRequest: i % 10 === 0,
      danger: (i % 11) / 20,
      isDanger: i % 40 === 0,
    }));
    expect(calibrate([...trials].reverse())).to.deep.equal(calibrate(trials));
  });

  it('can be had of no trials at all', () => {
    const { thresholds, clarified, falseAlarms, dangerMissed } = calibrate([]);
    for (const threshold of Object.values(thresholds)) expect(threshold).to.be.within(0, 1);
    expect([clarified, falseAlarms, dangerMissed]).to.deep.equal([0, 0, 0]);
  });
});

describe('two scores', () => {
  it('are close where the second has at least the given share of the first', () => {
    expect(isClose({ score: 0.5, second: 0.49 }, 0.95)).to.equal(true);
    expect(isClose({ score: 0.5, second: 0.475 }, 0.95)).to.equal(true);
    expect(isClose({ score: 0.5, second: 0.47 }, 0.95)).to.equal(false);
  });
});
