/** Words of a message, as the model sees them. */
import { stemmer } from 'stemmer';

/** How people shorten words when they type on a phone, and how staff do in notes; read as the word they stand for. */
const SHORTHAND: Readonly<Record<string, string>> = {
  u: 'you',
  ur: 'your',
  urs: 'yours',
  r: 'are',
  y: 'why',
  n: 'and',
  b: 'be',
  c: 'see',
  '2': 'to',
  '4': 'for',
  k: 'ok',
  pls: 'please',
  plz: 'please',
  plse: 'please',
  thx: 'thanks',
  ta: 'thanks',
  wat: 'what',
  wot: 'what',
  wots: 'whats',
  wats: 'whats',
  wen: 'when',
  wer: 'where',
  hu: 'who',
  hows: 'how',
  ppl: 'people',
  info: 'information',
  infos: 'information',
  infomation: 'information',
  informations: 'information',
  gov: 'government',
  govt: 'government',
  dept: 'department',
  dob: 'birth',
  tel: 'phone',
  ph: 'phone',
  addr: 'address',
  cos: 'because',
  coz: 'because',
  cuz: 'because',
  bc: 'because',
  gonna: 'going',
  wanna: 'want',
  gimme: 'give',
  lemme: 'let',
  dunno: 'know',
  bout: 'about',
  abt: 'about',
  wiv: 'with',
  w: 'with',
  wo: 'without',
  tho: 'though',
  thru: 'through',
  msg: 'message',
  yr: 'year',
  yrs: 'years',
  mth: 'month',
  mths: 'months',
  wk: 'week',
  wks: 'weeks',
  hr: 'hr',
  cust: 'caller',
  customer: 'caller',
  res: 'resident',
  re: 'about',
  doc: 'document',
  docs: 'documents',
  sm1: 'someone',
  any1: 'anyone',
  every1: 'everyone',
  gdpr: 'gdpr',
  im: 'i',
  ive: 'i',
  id: 'id',
  dat: 'that',
  dis: 'this',
  da: 'the',
  dem: 'them',
  den: 'then',
  aint: 'not',
  innit: '',
  lol: '',
  pic: 'photo',
  pics: 'photos',
};

/** Longest message that is looked at, in characters: all later steps are linear in it. */
export const MOST_CHARACTERS = 2_000;

/** Text in one form: compatible characters, straight quotes, no marks over letters, lower case. */
export function normalise(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[‘’`´]/g, "'");
}

/** Lower-case words, shorthand written out, apostrophes dropped: "Who's got ur file?" → whos, got, your, file. */
export function wordsOf(text: string): string[] {
  const found =
    normalise(text)
      .replace(/'/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.map((word) => (Object.hasOwn(SHORTHAND, word) ? SHORTHAND[word]! : word)).filter(Boolean);
}

const stems = new Map<string, string>();

/** A word's stem (Porter); remembered, as the same few thousand words come again and again. */
export function stemOf(word: string): string {
  let stem = stems.get(word);
  if (stem === undefined) {
    if (stems.size > 50_000) stems.clear();
    stem = stemmer(word);
    stems.set(word, stem);
  }
  return stem;
}
