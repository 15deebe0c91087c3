/**
 * When a request must be answered once the council had to ask something first, or extended the time: for whoever keeps
 * the request's file. Nothing here says whether asking was justified.
 *
 * The law: UK GDPR Article 12A. The month starts when the last of these is there: the request, the proof of identity or
 * authority that was asked for, the fee. For an access request, the days from asking which information is meant to the
 * answer do not count, both days left out, as the twin wording for law enforcement puts it (Data Protection Act 2018,
 * section 54(3C)).
 */
import type { BankHolidays } from './bank-holidays.js';
import { countMonths, passOver, type Counted, type DaysOut, type Months } from './counting.js';
import { addDays, londonDate, longDate } from './dates.js';
import { byLaw, byLawAndNotice, type Deadline } from './deadline.js';
import type { Right } from './right.js';

interface Question<About extends string> {
  readonly about: About;
  /** The day on which the council asked, yyyy-mm-dd in the United Kingdom. */
  readonly asked: string;
  /** The day on which what it asked for arrived. An open question has none: until then, the deadline is not known. */
  readonly answered: string;
}

/** Without the answer the month does not start: proof of identity, proof of authority to act, a fee. */
export type StartQuestion = Question<'identity' | 'authority' | 'fee'>;
/** Which information or processing is meant: stops the clock. Not for a question about anything else, like the format. */
export type ScopeQuestion = Question<'scope'>;

/** Only an access request can be stopped by a question of scope; a complaint's 30 days by nothing at all. */
export type ClockedRequest = (
  | { readonly right: 'access'; readonly questions?: readonly (StartQuestion | ScopeQuestion)[] }
  | { readonly right: Exclude<Right, 'access' | 'complaint'>; readonly questions?: readonly StartQuestion[] }
) & {
  readonly receivedAt: Date;
  /** The day on which the person was told, with reasons, that it takes two months longer; yyyy-mm-dd. */
  readonly extensionToldOn?: string;
};

const PROOFS: Readonly<Record<StartQuestion['about'], string>> = {
  identity: 'the proof of identity that was asked for arrived',
  authority: 'the proof of authority to act that was asked for arrived',
  fee: 'the fee was paid',
};

/** How the clock stands after some questions. */
interface Clock {
  /** The day from which is counted. */
  readonly start: string;
  /** What put it off, where it is not the day of receipt. */
  readonly startedBy?: StartQuestion['about'];
  readonly pauses: readonly ScopeQuestion[];
}

/**
 * The deadline after questions and an extension, in any combination.
 * @param noticePromiseDays what the council's notice promises for access requests. They run as the law's month does: from
 *   the same start, without the same days. An extension ends the promise.
 * @throws {RangeError} where the dates cannot be right, or do not change the deadline as they claim to; it says which.
 */
export function clockDeadline(
  request: ClockedRequest & { readonly holidays: BankHolidays; readonly noticePromiseDays?: number },
): Deadline {
  const { right, questions = [], extensionToldOn, holidays, noticePromiseDays } = request;
  const received = londonDate(request.receivedAt);
  refuseOtherRights(right, questions);
  if (extensionToldOn !== undefined) checkExtension(extensionToldOn, received, questions, holidays);
  const months = extensionToldOn === undefined ? 1 : 3;
  const clock = clockAfter(questions, received, months, holidays);
  const counted = count(clock, months, holidays);
  const law = { last: counted.last, reason: `${beforehand(clock, received, extensionToldOn)}${counted.reason}` };
  if (right !== 'access' || noticePromiseDays === undefined || months === 3) return byLaw(received, law, holidays);
  const last = passOver(addDays(clock.start, noticePromiseDays), daysOutOf(clock)?.days ?? new Set());
  return byLawAndNotice(received, law, { days: noticePromiseDays, last }, holidays);
}

/** The types refuse this too; what is read from a file or a form may have escaped them. */
function refuseOtherRights(right: Right, questions: readonly (StartQuestion | ScopeQuestion)[]): void {
  if (right === 'complaint') {
    throw new RangeError(
      "A complaint's 30 days run from the day after it came in (Data Protection Act 2018, section 164A): no question stops them, and they cannot be extended.",
    );
  }
  if (right !== 'access' && questions.some(({ about }) => about === 'scope')) {
    throw new RangeError(
      'Only the clock of an access request stops while the council asks which information is meant (Article 12A): leave the question out, or correct the right.',
    );
  }
}

/** The person is to be told inside the first month, which questions may have put off or stopped. */
function checkExtension(
  told: string,
  received: string,
  questions: readonly (StartQuestion | ScopeQuestion)[],
  holidays: BankHolidays,
): void {
  const said = `The person was told of the extension on ${longDate(told)}`;
  if (told < received) {
    throw new RangeError(`${said}, before the request came in on ${longDate(received)}: check both dates.`);
  }
  const before = questions.filter(({ asked }) => asked <= told);
  const { last } = count(clockAfter(before, received, 1, holidays), 1, holidays);
  if (told > last) {
    throw new RangeError(`${said}, after the first month had ended on ${longDate(last)}: the time is not extended.`);
  }
}

/** Takes the questions in the order in which they were asked. Each has to fall into the time as it then stood. */
function clockAfter(
  questions: readonly (StartQuestion | ScopeQuestion)[],
  received: string,
  months: Months,
  holidays: BankHolidays,
): Clock {
  return questions
    .toSorted((one, other) => (one.asked < other.asked ? -1 : 1))
    .reduce<Clock>(
      (clock, question) => {
        checkQuestion(question, received, count(clock, months, holidays).last);
        if (question.about === 'scope') return { ...clock, pauses: [...clock.pauses, question] };
        if (question.answered <= clock.start) return clock;
        return { ...clock, start: question.answered, startedBy: question.about };
      },
      { start: received, pauses: [] },
    );
}

function checkQuestion(
  { about, asked, answered }: StartQuestion | ScopeQuestion,
  received: string,
  last: string,
): void {
  const wasAnswered = `The question about ${about} was answered on ${longDate(answered)}`;
  const wasAsked = `The question about ${about} was asked on ${longDate(asked)}`;
  if (answered < asked) {
    throw new RangeError(`${wasAnswered}, before it was asked on ${longDate(asked)}: check both dates.`);
  }
  if (asked < received) {
    throw new RangeError(`${wasAsked}, before the request came in on ${longDate(received)}: check both dates.`);
  }
  if (asked > last) {
    throw new RangeError(
      `${wasAsked}, after the time to respond had ended on ${longDate(last)}: it does not change the deadline. If the time had been extended by then, say when the person was told.`,
    );
  }
}

function count(clock: Clock, months: Months, holidays: BankHolidays): Counted {
  return countMonths({ start: clock.start, months, daysOut: daysOutOf(clock), holidays });
}

/**
 * From each asking to its answer, both included; a day of two questions once. The day from which is counted is none of
 * them, nor what was before it: a count from a date to the same date of the next month has that day as day 0.
 */
function daysOutOf({ start, pauses }: Clock): DaysOut | undefined {
  const days = new Set<string>();
  const spans: string[] = [];
  for (const { asked, answered } of pauses.filter((pause) => pause.answered > start)) {
    const from = asked > start ? asked : addDays(start, 1);
    for (let day = from; day <= answered; day = addDays(day, 1)) days.add(day);
    spans.push(from === answered ? longDate(from) : `${longDate(from)} to ${longDate(answered)}`);
  }
  if (days.size === 0) return undefined;
  const [many, verb] = days.size === 1 ? ['1 day', 'does'] : [`${days.size} days`, 'do'];
  const words = `${many} (${spans.join('; ')}) ${verb} not count`;
  return { days, words: `While the council waited to hear which information is meant, ${words}` };
}

/** What came before the counting, in words that end with a space. */
function beforehand({ start, startedBy }: Clock, received: string, toldOn: string | undefined): string {
  const began = startedBy
    ? `The request came in on ${longDate(received)}; its time starts on ${longDate(start)}, when ${PROOFS[startedBy]}. `
    : '';
  return toldOn === undefined
    ? began
    : `${began}On ${longDate(toldOn)} the person was told that it takes two months longer. `;
}
