/** Words of dates as they are typed in a hurry, and what they stand for. */

/** Short forms, and slips that are more than one letter away. */
const WRITTEN: Readonly<Record<string, string>> = {
  yr: 'year',
  yrs: 'years',
  mth: 'month',
  mths: 'months',
  mnth: 'month',
  mnths: 'months',
  wk: 'week',
  wks: 'weeks',
  wkend: 'weekend',
  til: 'till',
  untill: 'until',
  untl: 'until',
  untii: 'until',
  upto: 'up to',
  thru: 'through',
  btw: 'between',
  betwen: 'between',
  beetween: 'between',
  b4: 'before',
  befor: 'before',
  sinse: 'since',
  sinc: 'since',
  scince: 'since',
  frm: 'from',
  lst: 'last',
  xmas: 'christmas',
  crimbo: 'christmas',
  christmass: 'christmas',
  chrismas: 'christmas',
  cristmas: 'christmas',
  yesturday: 'yesterday',
  yestarday: 'yesterday',
  yday: 'yesterday',
  '2day': 'today',
  tday: 'today',
  approx: 'about',
  approximately: 'about',
  roughly: 'about',
  circa: 'about',
  abt: 'about',
  around: 'about',
  sumer: 'summer',
  summmer: 'summer',
  autum: 'autumn',
  autmn: 'autumn',
  begining: 'beginning',
  onward: 'onwards',
  tues: 'tuesday',
  weds: 'wednesday',
  thur: 'thursday',
  thurs: 'thursday',
  fri: 'friday',
  apirl: 'april',
  aprl: 'april',
  arpil: 'april',
  aprill: 'april',
  marhc: 'march',
  mrach: 'march',
  juen: 'june',
  jully: 'july',
  juli: 'july',
  juky: 'july',
  febuery: 'february',
  febury: 'february',
  feberary: 'february',
  janry: 'january',
  novemember: 'november',
};

/** Long enough that one wrong letter makes no other word. */
const LONG_MONTHS = ['january', 'february', 'august', 'september', 'october', 'november', 'december'];

/** @param word in small letters. */
export function corrected(word: string): string {
  const written = WRITTEN[word];
  if (written !== undefined) return written;
  return LONG_MONTHS.find((month) => month.charAt(0) === word.charAt(0) && isOneSlipFrom(month, word)) ?? word;
}

/** One letter more, less or other, or two letters swapped. */
function isOneSlipFrom(meant: string, typed: string): boolean {
  if (Math.abs(meant.length - typed.length) > 1) return false;
  let same = 0;
  while (same < meant.length && meant.charAt(same) === typed.charAt(same)) same++;
  const [a, b] = [meant.slice(same), typed.slice(same)];
  const swapped = a.charAt(1) + a.charAt(0) + a.slice(2);
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || swapped === b;
}
