/**
 * Thresholds from what was measured, not from taste: on phrasings that the model had not seen, how often is it right at
 * each score? DESIGN.md explains what each threshold trades. Pure.
 */

/** What became of one held-out phrasing. */
export interface Trial {
  /** Of the likeliest entry. */
  readonly score: number;
  /** Of the next that would be answered differently. */
  readonly second: number;
  /** Whether the likeliest says what the phrasing's own entry says. */
  readonly right: boolean;
  /** Where the next could be given beside the first: what the first is, and whether the next says what the phrasing's own entry says. */
  readonly beside?: { readonly first: 'answer' | 'beyond'; readonly right: boolean };
  readonly isRequest: boolean;
  readonly takenForRequest: boolean;
  readonly isDanger: boolean;
  readonly danger: number;
}

export interface Thresholds {
  /** Least score of an entry that is given. */
  readonly answer: number;
  /** Least score of an entry that is given without the remark that it may not be what was meant. */
  readonly sureAnswer: number;
  /** Least score for beginning a request without asking first. */
  readonly sureRequest: number;
  /** Least danger for saying first where help is. */
  readonly danger: number;
  /** Two entries are truly close when the second scores at least this share of the first. */
  readonly close: number;
  /** Where the first is an unsure answer, the second is given as well from this share of its score on. */
  readonly alsoAnswer: number;
  /** The same where the first is a signpost, which says that the notice does not say. */
  readonly alsoSignpost: number;
}

export interface Calibration {
  readonly thresholds: Thresholds;
  /** How often the likeliest entry was right, by its score: from, to, how many, share right. */
  readonly curve: readonly { readonly from: number; readonly to: number; readonly n: number; readonly right: number }[];
  /** With these thresholds, on the same phrasings. */
  readonly falseAlarms: number;
  readonly dangerMissed: number;
  readonly clarified: number;
}

const STEP = 0.04;
/**
 * From this chance of being right on, an entry is given, at first with the remark that it may not be what was meant: a
 * reader sees from its title and quote whether it is, and "I am not sure" helps nobody.
 */
const WORTH_SAYING = 1 / 4;
/** From this chance on, without the remark. */
const PLAINLY = 2 / 3;
/** A second answer is worth its room where so many of those shown are what was meant. */
const WORTH_ADDING = 1 / 5;
/** Beside "the notice does not say", an answer that was not meant confuses more. */
const WORTH_ADDING_TO_SIGNPOST = 1 / 3;
/** One in so many ordinary messages may be taken for danger. */
const MESSAGES_A_FALSE_ALARM = 500;
/** Where a request is begun unasked, so many should have wanted one. */
const SURE = 0.9;
/** Share of messages that may be answered with a question: more is a nuisance. */
const MOST_CLARIFIED = 0.015;

export function calibrate(trials: readonly Trial[]): Calibration {
  const curve = curveOf(trials);
  const sureAnswer = lowestRightAt(curve, PLAINLY);
  const unsure = trials.filter(({ score }) => score < sureAnswer);
  const thresholds: Thresholds = {
    answer: lowestRightAt(curve, WORTH_SAYING),
    sureAnswer,
    sureRequest: sureRequestOf(trials),
    danger: dangerOf(trials),
    close: closeOf(trials),
    alsoAnswer: alsoOf(unsure, 'answer', WORTH_ADDING),
    alsoSignpost: alsoOf(unsure, 'beyond', WORTH_ADDING_TO_SIGNPOST),
  };
  const ordinary = trials.filter(({ isDanger }) => !isDanger);
  const dangerous = trials.filter(({ isDanger }) => isDanger);
  return {
    thresholds,
    curve,
    falseAlarms: share(ordinary, ({ danger }) => danger >= thresholds.danger),
    dangerMissed: share(dangerous, ({ danger }) => danger < thresholds.danger),
    clarified: share(ordinary, (trial) => isClose(trial, thresholds.close)),
  };
}

function curveOf(trials: readonly Trial[]): Calibration['curve'] {
  return Array.from({ length: Math.round(1 / STEP) }, (_, i) => {
    const [from, to] = [i * STEP, (i + 1) * STEP];
    const within = trials.filter(({ score }) => score >= from && (score < to || i === Math.round(1 / STEP) - 1));
    return {
      from: rounded(from),
      to: rounded(to),
      n: within.length,
      right: rounded(share(within, ({ right }) => right)),
    };
  });
}

function lowestRightAt(curve: Calibration['curve'], chance: number): number {
  return curve.find(({ right, n }) => n > 0 && right >= chance)?.from ?? 0;
}

/** The lowest score from which on enough of those that were taken for requests were some. */
function sureRequestOf(trials: readonly Trial[]): number {
  const taken = trials.filter(({ takenForRequest }) => takenForRequest).sort((a, b) => b.score - a.score);
  let requests = 0;
  let lowest = 1;
  taken.forEach(({ isRequest, score }, i) => {
    if (isRequest) requests += 1;
    if (requests / (i + 1) >= SURE) lowest = score;
  });
  return rounded(lowest);
}

/** Just above what all but the few allowed ordinary messages reach. */
function dangerOf(trials: readonly Trial[]): number {
  const ordinary = trials
    .filter(({ isDanger }) => !isDanger)
    .map(({ danger }) => danger)
    .sort((a, b) => b - a);
  return rounded((ordinary[Math.floor(ordinary.length / MESSAGES_A_FALSE_ALARM)] ?? 0) + 0.005);
}

/** The closest pairs, as many as may be asked about. */
function closeOf(trials: readonly Trial[]): number {
  const ratios = trials.map(({ score, second }) => second / (score || 1)).sort((a, b) => b - a);
  return rounded(ratios[Math.floor(ratios.length * MOST_CLARIFIED)] ?? 1);
}

/** The lowest share from which on enough of the seconds to an unsure first were right. */
function alsoOf(unsure: readonly Trial[], first: 'answer' | 'beyond', worth: number): number {
  const shares = unsure
    .filter(({ beside }) => beside?.first === first)
    .map(({ score, second, beside }) => ({ ratio: second / (score || 1), isRight: beside?.right ?? false }))
    .sort((a, b) => b.ratio - a.ratio);
  let right = 0;
  let lowest = 1;
  shares.forEach(({ ratio, isRight }, i) => {
    if (isRight) right += 1;
    if (right / (i + 1) >= worth) lowest = ratio;
  });
  return rounded(lowest);
}

/** Whether the second entry is nearly as likely as the first. */
export function isClose({ score, second }: Pick<Trial, 'score' | 'second'>, close: number): boolean {
  return second >= close * score;
}

function share<T>(of: readonly T[], which: (one: T) => boolean): number {
  return of.length === 0 ? 0 : of.filter(which).length / of.length;
}

const rounded = (value: number): number => Math.round(value * 1_000) / 1_000;
