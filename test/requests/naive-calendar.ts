/**
 * The rules of deadlines once more, as naively as possible, for the real ones to be checked against: a calendar written
 * out day by day, without Date, time zones or text that compares, in which everything is found by stepping.
 */

interface Day {
  readonly date: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Monday. */
  readonly weekday: number;
}

/** Sunday 1 January 2023, so many days after 1 January 1970. */
const FIRST_DAY = 19_358;
const HOUR = 3_600_000;
const DAYS: readonly Day[] = writeOut();

function writeOut(): Day[] {
  const days: Day[] = [];
  let [year, month, day, weekday] = [2023, 1, 1, 6];
  while (year < 2032) {
    const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
    days.push({ date: `${year}-${two(month)}-${two(day)}`, year, month, day, weekday });
    weekday = weekday === 6 ? 0 : weekday + 1;
    const february = year % 4 === 0 ? 29 : 28;
    const length = month === 2 ? february : [4, 6, 9, 11].includes(month) ? 30 : 31;
    if (day < length) day += 1;
    else [year, month, day] = month === 12 ? [year + 1, 1, 1] : [year, month + 1, 1];
  }
  return days;
}

export const dayAt = (index: number): Day => {
  const day = DAYS[index];
  if (!day) throw new Error(`the naive calendar has no day ${index}`);
  return day;
};

/** Where a date stands in the calendar. */
export const indexOf = (year: number, month: number, day: number): number =>
  DAYS.findIndex((at) => at.year === year && at.month === month && at.day === day);

/** Midnight UTC of a day, in milliseconds since 1970. */
export const midnightOf = (index: number): number => (FIRST_DAY + index) * 24 * HOUR;

/** The day that it is in London: an hour ahead between one in the morning, UTC, of the last Sundays of March and October. */
export function londonIndex(ms: number): number {
  const utc = Math.floor(ms / (24 * HOUR)) - FIRST_DAY;
  const { year } = dayAt(utc);
  const change = (month: number): number => midnightOf(lastOf(year, month, 6)) + HOUR;
  const ahead = ms >= change(3) && ms < change(10) ? HOUR : 0;
  return Math.floor((ms + ahead) / (24 * HOUR)) - FIRST_DAY;
}

function firstOf(year: number, month: number, weekday: number): number {
  let index = indexOf(year, month, 1);
  while (dayAt(index).weekday !== weekday) index += 1;
  return index;
}

/** Of a month of 31 days. */
function lastOf(year: number, month: number, weekday: number): number {
  let index = indexOf(year, month, 31);
  while (dayAt(index).weekday !== weekday) index -= 1;
  return index;
}

/** Month and day. */
const EASTER_SUNDAYS: readonly (readonly [year: number, month: number, day: number])[] = [
  [2024, 3, 31],
  [2025, 4, 20],
  [2026, 4, 5],
  [2027, 3, 28],
  [2028, 4, 16],
];

/** England's bank holidays of 2024 to 2028, by the rules that make them. None of these years has a one-off holiday. */
export const HOLIDAYS: ReadonlySet<number> = new Set(
  EASTER_SUNDAYS.flatMap(([year, month, day]) => {
    const easter = indexOf(year, month, day);
    const moving = [firstOf(year, 5, 0), lastOf(year, 5, 0), lastOf(year, 8, 0)];
    const christmas = [indexOf(year, 12, 25), indexOf(year, 12, 26)];
    const [onTime, late] = [christmas.filter(onWeekday), christmas.filter((index) => !onWeekday(index))];
    for (const index of late) onTime.push(nextFree(index, onTime));
    return [nextFree(indexOf(year, 1, 1), []), easter - 2, easter + 1, ...moving, ...onTime];
  }),
);

function onWeekday(index: number): boolean {
  return dayAt(index).weekday < 5;
}

function nextFree(index: number, taken: readonly number[]): number {
  return onWeekday(index) && !taken.includes(index) ? index : nextFree(index + 1, taken);
}

export const works = (index: number): boolean => onWeekday(index) && !HOLIDAYS.has(index);

/** Through so many ends of months, then on to the same day or, failing that, to the last. */
export function monthsLater(index: number, months: number): number {
  const { day } = dayAt(index);
  let at = index;
  for (let passed = 0; passed < months; passed += 1) {
    const { month } = dayAt(at);
    while (dayAt(at).month === month) at += 1;
  }
  while (dayAt(at).day < day && dayAt(at + 1).day > dayAt(at).day) at += 1;
  return at;
}

/** So many days later, counting none of those that are out. */
export function daysLater(index: number, days: number, out: ReadonlySet<number> = new Set()): number {
  let at = index;
  for (let left = days; left > 0;) {
    at += 1;
    if (!out.has(at)) left -= 1;
  }
  return at;
}

export function nextWorking(index: number, out: ReadonlySet<number> = new Set()): number {
  return works(index) && !out.has(index) ? index : nextWorking(index + 1, out);
}

export function workingBefore(index: number): number {
  return works(index - 1) ? index - 1 : workingBefore(index - 1);
}

/** Numbers that look random and are the same for the same seed: 0 to below `below`. */
export function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}
