/**
 * Takes out of a message what may say who somebody is, before a word of it is kept to be read by an editor. It knows
 * forms, not meanings, and so takes out too much rather than too little; a first name alone in the middle of a sentence,
 * or a name in small letters that nothing leads up to, has no form and stays. Pure. Every pattern is bounded: time grows
 * with the length of the text and no faster.
 */

/** Characters of what is kept. */
export const MOST_KEPT = 300;
/** No more of a message is ever read. */
const MOST_READ = 2_000;

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Never part of a name, whatever leads up to them and however they are written. */
const COMMON = wordSet(`
  a about above after again against all already also always am an and another any anyone anything are as ask asked asking at away back be because
  been before being but by call called can cannot cant changed come could council data delete did didnt do does doesnt doing done dont dear during
  each either email even ever every everything few file for from full get gets getting give given gives go goes going got had has hasnt have havent
  he hello help her here hi his hold how however i id if im in incorrect information into is isnt it its ive just keep know known last let letter
  like listed look looked make many may me might missing more most much must my name need never new next no none not nothing now of off often old on
  once one only or other our out over own people please put read record records refuse refused refuses really right said same saw say says see seen
  send sent shall share shared she should shown since so some someone something sorry spelled spelt still stop such sure tell thank thanks than that
  the their them then there these they thing think this those though time to today told too twice under until up us use used using very wait want
  wants was wasnt we well went were what when where whether which while who whos whose why will with without wont work would wouldnt wrong yes
  yesterday yet you your yours`);

/** Parts of the names of services and places, which an editor has to see. In lower case. */
const KNOWN = wordSet(`
  access act adult adults advice anti assistant automated badge bank barnet benefit benefits bin bins blue borough bus business care cctv centre
  chat children christmas city civil commission commissioner commissioners complaint complaints controller cookies copy council councils county
  court credit crown customer data department disability disabled discount duty easter education election electoral enforcement england english
  environmental environment equality estate facebook family families foi finance food fraud freedom friday gdpr general gmail google gov government
  health high highways home homelessness homes hospital house housing human hub identity information initiative insurance internet job justice
  kingdom land legal library libraries licence licensing local london madam magistrates manager mash metropolitan microsoft monday national nhs
  notice notify number office officer ombudsman online open parent parking pass payment payments pension pensions permit personal planning police
  policy portal prime minister privacy property protection public rates records recycling reduction register regulation rent request
  requests resident residents resources revenue revenues right rights road roll safeguarding saturday school schools scheme security service
  services sirs sms social state street subject sunday support supreme tax team teams thursday ticket transparency transport trust tuesday twitter
  uk united universal vote waste website wednesday welfare whatsapp worker working works youtube youth`);

const TITLES = wordSet('mr mrs ms miss mx dr doctor prof professor cllr councillor sir');
/** "My dr" and "the prof" are no titles; nor need one be that is written out, as in "councillor casework". */
const DETERMINERS = wordSet('my the a your our his her their any which another that this every');
/** Who may be named next: "my neighbour Dave", "a man called dave". */
const PEOPLE = wordSet(`
  aunt aunty baby bloke boss boy boyfriend brother carer child colleague cousin dad daughter father fiance friend gentleman girl girlfriend gran
  grandad grandmother grandson guy husband kid lady landlord man manager mother mum nan neighbour nephew niece officer parent partner
  person sister social solicitor somebody someone son stepson teacher tenant uncle wife woman worker ex`);
const GREETINGS = wordSet('dear hi hello hiya');
const SIGNING = wordSet('regards sincerely faithfully thanks cheers wishes');
/** Small words inside a name. */
const PARTICLES = wordSet('de del della di da dos van von der den bin binti ibn al el ul st');

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEARS = /^(?:19|20)\d\d ?[-–/] ?(?:(?:19|20)\d\d|\d\d)$/;
const STREET =
  '(?:street|st|road|rd|avenue|ave|lane|ln|close|drive|way|court|crescent|cres|gardens|gdns|grove|place|terrace|hill|square|mews|walk|row|rise|view|parade|green|house|lodge|park)';
/** "30 days by the way" and "2 bed house" are no addresses. */
const NO_STREET = wordSet(`
  by in on to for of from at and or with my your our this that is are was it has have had i we you they he she if when days day weeks week
  months month years year hours minutes times people persons children kids bed bedroom bedrooms council pounds quid percent parking`);

type Rule = readonly [pattern: RegExp, replacement: string | ((...match: string[]) => string)];

/** In this order: what is looked for first may hold what is looked for later. */
const RULES: readonly Rule[] = [
  [/\S+/gu, (token) => (token.includes('@') ? hideAccount(token) : isLink(token) ? '[link]' : token)],
  [/\S{1,64} [([]?at[)\]]? \S{1,64} [([]?dot[)\]]? [a-z]{2,10}(?: [([]?dot[)\]]? [a-z]{2,6})?/giu, '[email]'],
  // Dates.
  [/(?<!\d)\d{1,4}([/.-])\d{1,2}\1\d{1,4}(?!\d)/g, '[date]'],
  [
    new RegExp(
      `(?<!\\d)\\d{1,2}(?: ?(?:st|nd|rd|th))?(?: day)?(?: of)? (?!may (?:i|be|not|have|apply|also|we|you|they)(?![a-z]))${MONTH}(?![a-z])(?:,? ?['’]?\\d{2,4}(?!\\d))?`,
      'gi',
    ),
    '[date]',
  ],
  [new RegExp(`(?<![a-z])${MONTH} \\d{1,2}(?:(?:st|nd|rd|th)(?:,? \\d{4})?|,? \\d{4})(?!\\d)`, 'gi'), '[date]'],
  [new RegExp(`(?<![a-z])${MONTH},? (?:19|20)\\d\\d(?!\\d)`, 'gi'), '[date]'],
  [
    /(?<![a-z])(born|dob|d\.o\.b|birth|birthday|birthdate)(\.?:?(?: in| on| is| was| year)?:? )(?:the )?\d{1,4}(?: \d{1,2} \d{2,4}|st|nd|rd|th)?(?!\d)/gi,
    '$1$2[date]',
  ],
  // National Insurance numbers, registration plates, postcodes, addresses.
  [/(?<![a-z\d])[a-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}(?:[ -]?[a-d])?(?![a-z\d])/gi, '[number]'],
  [/(?<![a-z\d])[a-z]{2}\d{2} ?[a-z]{3}(?![a-z\d])/gi, '[number]'],
  [/(?<![a-z\d])[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}(?![a-z\d])/gi, '[address]'],
  [/(?<!\p{L})(?:flat|apartment|apt|unit|room|plot) (?:no\.? |number )?\d{1,4}\p{L}?(?![\p{L}\d])/giu, '[address]'],
  [
    new RegExp(`(?<![\\p{L}\\d])\\d{1,4}\\p{L}?,? ((?:[\\p{L}'’-]{2,20} ){1,4})${STREET}(?!\\p{L})`, 'giu'),
    (match, names = '') => (someOf(names, NO_STREET) ? match : '[address]'),
  ],
  [
    /(?<!\p{L})((?:live|lives|lived|living|moved) (?:at|to) )(?:number |no\.? )?\d{1,4}\p{L}?(?![\p{L}\d])/giu,
    '$1[address]',
  ],
  [
    /(?<!\p{L})((?:\p{Lu}[\p{L}'’-]{1,20} ){1,3})(?:[Ss]treet|[Rr]oad|Rd|[Aa]venue|Ave|[Ll]ane|Close|Drive|[Cc]rescent|[Gg]ardens|Grove|Terrace|Mews|Court|Way|Hill|Square)(?!\p{L})/gu,
    (match, names = '') => (everyOf(names, KNOWN) && match.endsWith('ourt') ? match : '[address]'),
  ],
  // Telephone, NHS, card, account and reference numbers.
  [
    /(?:(?<![\p{L}\d])\p{L}{1,6}[-/]?)?\+?\(?\d(?:[ ()./–-]{0,3}\d){4,}\p{L}{0,4}/gu,
    (run) => (YEARS.test(run) ? run : '[number]'),
  ],
  [
    /(?<!\p{L})(?:(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple)[ -]?){5,30}(?!\p{L})/giu,
    '[number] ',
  ],
  [/[\p{L}\d][\p{L}\d/-]*/gu, (token) => (isReference(token) ? '[number]' : token)],
];

/**
 * @returns the message without what may identify anybody, each such part a word in brackets: [name], [address], [date],
 *   [number], [email], [link]. At most {@link MOST_KEPT} characters, on one line.
 */
export function redact(text: string): string {
  // Compatible forms are one, and what is invisible cannot part a number in two.
  const plain = text
    .slice(0, MOST_READ)
    .normalize('NFKC')
    .slice(0, MOST_READ)
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  const without = RULES.reduce(
    (sofar, [pattern, by]) => (typeof by === 'string' ? sofar.replace(pattern, by) : sofar.replace(pattern, by)),
    plain.replace(/ ?@ | @(?=[^\s@]{1,64}\.)/g, '@'),
  );
  return shortened(
    withoutNames(without)
      .replace(/(\[[a-z]+\])(?:[ ,]{1,3}\1)+/g, '$1')
      .replace(/ {2,}/g, ' ')
      .trim(),
  );
}

const plainWord = (word: string): string => word.toLowerCase().replace(/['’]/g, '');
const wordsIn = (text: string): string[] => text.trim().split(' ').map(plainWord);
const someOf = (text: string, set: ReadonlySet<string>): boolean => wordsIn(text).some((word) => set.has(word));
const everyOf = (text: string, set: ReadonlySet<string>): boolean => wordsIn(text).every((word) => set.has(word));

/** An email address, or a name on a social network. */
function hideAccount(token: string): string {
  if (token.startsWith('@')) return token.length > 2 ? '[name]' : token;
  return '[email]';
}

const isLink = (token: string): boolean =>
  /^\W{0,3}(?:[a-z]{2,10}:\/\/|www\.)|^[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}\/./i.test(token);

/** Letters and digits mixed, as in "HB1234567" and "PR-7K3M-2QX9"; not "covid-19", "2020s" or "s164A". */
function isReference(token: string): boolean {
  if (!/\p{L}/u.test(token) || /^(?:19|20)\d\ds?$/.test(token)) return false;
  const digits = token.replace(/\D/g, '').length;
  return digits >= 4 || (digits === 3 && /[-/]/.test(token));
}

interface Word {
  readonly text: string;
  readonly plain: string;
  readonly start: number;
  /** What stands between it and the word before. */
  readonly gap: string;
  /** Written as names are, and no word that everybody uses. */
  readonly isNameLike: boolean;
}

function withoutNames(text: string): string {
  const words: Word[] = [];
  const isShouted = countOf(text, /\p{Lu}/gu) > countOf(text, /\p{Ll}/gu);
  for (const { 0: word, index: start } of text.matchAll(/[\p{L}\d][\p{L}\p{M}\d'’-]*/gu)) {
    const before = words.at(-1);
    const gap = text.slice(before ? before.start + before.text.length : 0, start);
    const isInitial = /^\p{Lu}$/u.test(word) && text[start + 1] === '.';
    words.push({
      text: word,
      plain: plainWord(word),
      start,
      gap,
      isNameLike: isInitial || isNameLike(word, isShouted),
    });
  }
  let kept = '';
  let end = 0;
  for (let i = 0; i < words.length;) {
    const count = namesAt(words, i);
    const [first, last] = [words[i], words[i + count - 1]];
    if (count > 0 && first && last) {
      kept += `${text.slice(end, first.start)}[name]`;
      end = last.start + last.text.length;
    }
    i += Math.max(1, count);
  }
  return kept + text.slice(end);
}

/** How many words from this one on are a name. */
function namesAt(words: readonly Word[], i: number): number {
  if (words[i]?.gap.endsWith('[')) return 0;
  const [before, cue] = [words[i - 2]?.plain ?? '', words[i - 1]?.plain ?? ''];
  const parted = /[.!?]/.test(words[i]?.gap ?? '');
  const capitals = countFrom(words, i, 6, (word) => word.isNameLike || PARTICLES.has(word.plain));
  const any = (most: number): number =>
    Math.max(
      capitals,
      countFrom(words, i, most, (word) => word.isNameLike || !COMMON.has(word.plain)),
    );
  if (
    (cue === 'names' && before === 'my') ||
    (cue === 'is' && before === 'name') ||
    (cue === 'name' && words[i]?.gap.includes(':'))
  )
    return any(3);
  if (TITLES.has(cue) && !/[!?]/.test(words[i]?.gap ?? ''))
    return DETERMINERS.has(before) || cue.length > 4 ? capitals : any(2);
  if (!parted && (cue === 'called' || cue === 'named'))
    return PEOPLE.has(before) || isSaying(before) ? any(2) : capitals;
  if (!words[i]?.isNameLike) return 0;
  if (capitals >= 2) return capitals;
  const leads =
    !parted && (PEOPLE.has(cue) || GREETINGS.has(cue) || isSaying(cue) || (cue === 'is' && before === 'this'));
  return leads || (SIGNING.has(cue) && i >= words.length - 2) ? 1 : 0;
}

/** "I'm", "I am", "it's". */
const isSaying = (word: string): boolean => ['im', 'am', 'its', 'was'].includes(word);

/** How many words in a row, nothing but a space or the point of an initial between them. */
function countFrom(words: readonly Word[], from: number, most: number, fits: (word: Word) => boolean): number {
  let count = 0;
  for (let word = words[from]; word && count < most && fits(word); word = words[from + count]) {
    if (count > 0 && word.gap !== ' ' && !(word.gap === '. ' && words[from + count - 1]?.text.length === 1)) break;
    count += 1;
  }
  return count;
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** With a capital; or all in capitals, unless everything is shouted: then that says nothing. Short ones are abbreviations. */
function isNameLike(word: string, isShouted: boolean): boolean {
  const plain = plainWord(word);
  if (COMMON.has(plain) || KNOWN.has(plain) || TITLES.has(plain)) return false;
  return /^\p{Lu}(?:\p{L}*\p{Ll}|$)/u.test(word.replace(/['’-]/g, '')) || (!isShouted && /^\p{Lu}{4,}$/u.test(word));
}

/** Cut at a word, never within brackets. */
function shortened(text: string): string {
  return text.length <= MOST_KEPT ? text : `${text.slice(0, MOST_KEPT - 1).replace(/\s?\S*$/, '')}…`;
}
