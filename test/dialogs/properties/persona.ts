/** Somebody who makes a request, with an answer for each step that may be asked. */
import type { Right } from '../../../src/requests/right.js';
import type { Step } from '../../../src/requests/step.js';
import type { Random } from './random.js';

export interface Persona {
  readonly right: Right;
  /** How they begin: in so few words that nothing is answered by it. */
  readonly opening: string;
  readonly inDanger: boolean;
  /** What they say at a step; another time they may say something else. */
  answerTo(step: Step): string;
}

const OPENINGS: Readonly<Record<Right, readonly string[]>> = {
  access: ['Please send me my records', 'subject access request please', 'I want a copy of my file'],
  objection: ['I object to you using my data', 'I want to object'],
  rectification: ['please correct my record', 'I want my record corrected'],
  erasure: ['delete my data please', 'please erase my information', 'I want my data deleted'],
  restriction: ['please restrict my data', 'I want to restrict processing'],
  portability: ['I want data portability', 'data portability request'],
  automated_decision: ['human review please', 'challenge an automated decision'],
  consent_withdrawal: ['I withdraw my consent', 'I take back my consent'],
  complaint: ['I want to make a data protection complaint', 'data protection complaint'],
};

const NAMES = [
  'Sarah Khan',
  'Will May',
  'Nia Ó Briain',
  "O'Neil, Pat",
  'Zoë van der Berg',
  '王小明',
  'Can Yilmaz',
  'Joe Bloggs-Smith',
];

/** In words, with numbers, a yes or a "stop" in them, that must be taken for nothing but an answer. */
const WORDS = [
  'the letters about flat 3 at 12 High Street',
  'what the officer wrote after the visit on 5 May, all 2 pages',
  'yes I told them twice but nobody would stop it',
  'everything from the noise team; I rang 4 times',
  'they say I owe £300 and I paid it',
  'the form that I filled in with my old name',
  'skip hire permit and the photos of my drive',
  'no contact with my ex, he must not see it',
  'it was back in the winter when we changed school',
  '<b>bold</b> & "quoted" words, *starred*',
];

const SERVICES = ['housing', 'council tax', 'parking and libraries', 'not sure', 'planning'];
const PERIODS = ['2019 to 2021', 'any time', 'since March 2020', 'last year', '5/3/2024', 'when my son was small'];
const CONTACTS = [
  'sarah@example.org',
  '07700 900123',
  '12 High Street, Barnet EN5 5XX',
  'pat@example.com or 020 7946 0958',
];

/** @param code reads the code that was sent last. */
export function aPersona(right: Right, random: Random, code: () => string): Persona {
  return {
    right,
    opening: random.oneOf(OPENINGS[right]),
    inDanger: random.chance(0.1),
    answerTo: (step) => answerTo(step, right, random, code),
  };
}

const OPTIONAL: readonly Step[] = ['services', 'period', 'identifiers', 'format', 'adjustments', 'emailCode'];

function answerTo(step: Step, right: Right, random: Random, code: () => string): string {
  if (OPTIONAL.includes(step) && random.chance(0.3)) return 'skip';
  switch (step) {
    case 'forWhom':
      return random.oneOf(['my own', 'Someone else’s', 'my mum', 'me']);
    case 'fullName':
    case 'subjectName':
      return random.oneOf(NAMES);
    case 'relationship':
      return random.oneOf(['my daughter, she is 9', 'my client', 'my late father', 'I look after him']);
    case 'authority':
      return random.oneOf(['I have parental responsibility', 'power of attorney since 2020', 'she gave me a letter']);
    case 'contact':
      return random.oneOf(CONTACTS);
    case 'emailCode':
      return code();
    case 'safeToContact':
      return random.oneOf(['Yes, it is safe', 'No, somebody could see it', 'only ring me before 3pm']);
    case 'services':
      return random.oneOf(SERVICES);
    case 'period':
      return random.oneOf(PERIODS);
    case 'format':
      return random.oneOf(['by email', 'on paper in large print']);
    case 'adjustments':
      return random.oneOf(['a Somali interpreter', 'please ring, I cannot read letters']);
    case 'identifiers':
      return random.oneOf(['account 445 1234', 'my old name was Jones']);
    case 'objectionUse':
      return random.chance(0.3) ? 'Adverts, newsletters or other marketing' : random.oneOf(WORDS);
    case 'objectionReason':
      return right === 'restriction' && random.chance(0.5)
        ? random.oneOf(['The information may be wrong', 'not sure', 'I need it for a legal claim'])
        : random.oneOf(WORDS);
    default:
      return random.oneOf(WORDS);
  }
}
