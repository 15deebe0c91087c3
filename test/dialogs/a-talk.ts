/** A conversation without a model or a channel: the dialogs, a small answerer made by hand, and a clock that stands. */
import {
  NEW_CONVERSATION,
  type ConversationState,
  type Finished,
  type Surroundings,
  type Turn,
} from '../../dialogs/conversation.js';
import type { Reply } from '../../dialogs/reply.js';
import type { SentCode } from '../../dialogs/requests/definition.js';
import { route } from '../../dialogs/route.js';
import type { Answerer, Outcome } from '../../src/answers/answer.js';
import { councilSchema, type Entry } from '../../src/answers/knowledge/schema.js';
import { outcomeOf } from '../../src/answers/outcome.js';
import { readBankHolidays } from '../../src/requests/bank-holidays.js';
import type { Addition } from '../../src/requests/addition.js';
import type { PrivacyRequest } from '../../src/requests/request.js';
import type { Right } from '../../src/requests/right.js';
import { GOV_UK_FILE } from '../requests/holidays.js';

/** Monday. */
export const TODAY = '2026-11-23';
export const NOW = new Date(`${TODAY}T10:00:00.000Z`);
export const REFERENCE = 'PR-7K3M-Q2X9';
export const CODE = '042917';

export const COUNCIL = councilSchema.parse({
  name: 'London Borough of Anywhere',
  shortName: 'Anywhere',
  controller: 'London Borough of Anywhere',
  dpoMailbox: 'dpo@anywhere.example',
  website: { title: 'Anywhere Council', url: 'https://anywhere.example' },
  noticeUrl: 'https://anywhere.example/privacy',
  noticeVersion: '2026-11',
  noticePromiseDays: 30,
  nation: 'england-and-wales',
  services: [
    { id: 'adult-social-care', name: 'Adult social care', also: ['carer', 'care package', 'adult social services'] },
    { id: 'social-services', name: 'Social services', also: ['social worker', 'social care'] },
    { id: 'send', name: 'Special educational needs (SEND)', also: ['sen', 'send team', 'ehcp'] },
    { id: 'housing', name: 'Housing and homelessness', also: ['housing', 'council flat', 'repairs', 'rent arrears'] },
    { id: 'benefits', name: 'Housing benefit', also: ['housing benefit', 'benefits', 'crisis fund'] },
    { id: 'council-tax', name: 'Council tax', also: ['ctax', 'counciltax', 'bailiffs'] },
    { id: 'parking', name: 'Parking', also: ['parking ticket', 'pcn'] },
    { id: 'waste', name: 'Bins, waste and recycling', also: ['bins', 'recycling', 'the tip', 'rubbish'] },
    { id: 'libraries', name: 'Libraries', also: ['library', 'library card'] },
    { id: 'highways', name: 'Roads and pavements', also: ['roads', 'potholes', 'pavement', 'skip licence'] },
    { id: 'jobs', name: 'Jobs and staff records (HR)', also: ['hr', 'apprenticeships', 'worked for the council'] },
    { id: 'fraud', name: 'Anti-fraud', also: ['fraud', 'data matching', 'national fraud initiative'] },
  ],
});

interface Known {
  readonly entry: Entry;
  readonly says: RegExp;
  readonly score?: number;
}

const about = (id: string, title: string) => ({ id, title, phrasings: [title], followUps: [] as string[] });

const answered = (id: string, title: string, says: RegExp, followUps: string[] = []): Known => ({
  entry: {
    ...about(id, title),
    act: 'answer',
    followUps,
    answer: `About ${id}.`,
    quotes: [{ section: 'The notice', text: `The notice on ${id}.`, lines: [1] }],
  },
  says,
});
const talked = (act: 'safety' | 'chat', id: string, says: RegExp): Known => ({
  entry: { ...about(id, id), act, answer: `Said of ${id}.` },
  says,
});
const beyond = (kind: 'signpost' | 'unanswerable', id: string, says: RegExp): Known => ({
  entry: { ...about(id, id), act: 'beyond', kind, answer: `Beyond: ${id}.` },
  says,
});
const asks = (right: Right, says: RegExp, score: number): Known => ({
  entry: { id: `request-${right}`, act: 'request', right, title: `Ask for ${right}`, phrasings: ['…'] },
  says,
  score,
});

const KNOWN: readonly Known[] = [
  talked('safety', 'danger', /\bhits me\b|\bkill me\b/i),
  asks('access', /\b(?:send|want) (?:me )?(?:a copy of )?.*\b(?:records?|file)\b/i, 0.9),
  asks('access', /\bsee what you (?:hold|have)\b/i, 0.4),
  asks('objection', /\bobject to\b|\bstop using my\b/i, 0.9),
  asks('erasure', /\b(?:delete|erase) my\b/i, 0.9),
  asks('rectification', /\bplease correct\b/i, 0.9),
  asks('restriction', /\bon hold\b/i, 0.9),
  asks('portability', /\bportab/i, 0.9),
  asks('automated_decision', /\bcomputer decided\b/i, 0.9),
  asks('consent_withdrawal', /\btake back my (?:yes|consent)\b/i, 0.9),
  asks('complaint', /\bcomplain about\b/i, 0.9),
  answered('portability-rarely', 'Does moving my data apply?', /\bmoving my data\b/i),
  answered('no-selling', 'Do you sell my information?', /\bsell\b/i, ['how-long', 'nowhere']),
  answered('how-long', 'How long do you keep it?', /\bhow long\b/i),
  answered('what-happens', 'What happens to my data?', /\bwhat happens to my (?:data|information)\b/i),
  beyond('signpost', 'bins', /\bbin was not\b/i),
  beyond('unanswerable', 'which-officer', /\bwhich officer\b/i),
  talked('chat', 'chat-what-can-you-do', /\bwhat can you do\b/i),
  talked('chat', 'chat-human', /\bare you human\b/i),
  talked('chat', 'chat-thanks', /^thanks$/i),
];

const outcome = ({ entry, score = 0.9 }: Known): Outcome =>
  outcomeOf(entry, score, { sureAnswer: 0.3, sureRequest: 0.6 });

/** Each right once. */
const isNew = (one: Outcome, i: number, all: readonly Outcome[]): boolean =>
  one.family !== 'request' ||
  all.findIndex((other) => other.family === 'request' && other.entry.right === one.entry.right) === i;

/** Knows a score of things by their words; everything else is unanswerable. Of several, only requests come together. */
export const ANSWERER: Answerer = {
  answer: (text) => {
    const [first, ...others] = KNOWN.filter(({ says }) => says.test(text));
    if (!first) return [{ family: 'unanswerable', score: 0.05 }];
    const together = others.filter(({ entry }) => entry.act === 'request' && first.entry.act === 'request');
    return [first, ...together].map(outcome).filter(isNew);
  },
  entry: (id) => KNOWN.find(({ entry }) => entry.id === id)?.entry,
  byTitle: (title) => {
    const known = KNOWN.find(({ entry }) => entry.title.toLowerCase() === title.trim().toLowerCase());
    return known && outcome({ ...known, score: 1 });
  },
};

export const SURROUNDINGS: Surroundings = {
  answerer: ANSWERER,
  council: COUNCIL,
  holidays: readBankHolidays(GOV_UK_FILE, 'england-and-wales'),
  channel: 'Web chat',
  now: NOW,
  newReference: () => REFERENCE,
  newCode: () => CODE,
  unfinishedAfterHours: 24,
};

/** What a resident says, one after the other, and what comes of it. */
export class Talk {
  finished: Finished | undefined;
  replies: readonly Reply[] = [];
  /** Codes that were sent, the newest last. */
  readonly codes: SentCode[] = [];
  /** Requests that were handed over, the newest last. */
  readonly sent: PrivacyRequest[] = [];
  /** What was added to requests, the newest last. */
  readonly added: Addition[] = [];
  /** The last turn deleted all that was said before. */
  forgets = false;

  constructor(
    public state: ConversationState = NEW_CONVERSATION,
    public surroundings: Surroundings = SURROUNDINGS,
  ) {}

  /** Says them in order. Returns the last reply to the last of them. */
  says(...texts: readonly string[]): Reply {
    for (const text of texts) this.take(route(this.state, text, this.surroundings));
    return this.last;
  }

  /** Lets time pass. */
  later(minutes: number): this {
    const now = new Date(this.surroundings.now.getTime() + minutes * 60_000);
    this.surroundings = { ...this.surroundings, now };
    return this;
  }

  get last(): Reply {
    const reply = this.replies.at(-1);
    if (!reply) throw new Error('nothing was said');
    return reply;
  }

  /** The step that the next message answers. */
  get step(): string | undefined {
    return this.state.request?.step;
  }

  private take({ state, replies, finished, added, forgets, code }: Turn): void {
    // As the store gives it back: plain JSON.
    this.state = JSON.parse(JSON.stringify(state)) as ConversationState;
    this.replies = replies;
    this.finished = finished;
    this.forgets = forgets ?? false;
    if (code) this.codes.push(code);
    if (added) this.added.push(added);
    if (finished) this.sent.push(finished.request);
  }
}

/** Every message of an access request up to its check-answers, by the step that it answers. */
export const ACCESS = {
  start: 'Please send me the records',
  forWhom: 'my own',
  fullName: 'Sarah Khan',
  contact: 'sarah@example.org',
  emailCode: 'skip',
  services: 'council tax',
  period: '2019 to 2021',
  details: 'letters about my discount',
  identifiers: 'skip',
  format: 'by email',
  adjustments: 'skip',
} as const;

/** Somebody who has said all that comes before a step. */
export function talkAt(step: keyof typeof ACCESS | 'checkAnswers', state?: ConversationState): Talk {
  const talk = new Talk(state);
  for (const [answered, text] of Object.entries(ACCESS)) {
    if (answered === step) break;
    talk.says(text);
  }
  if (talk.step !== step) throw new Error(`expected to be at ${step}, not at ${String(talk.step)}`);
  return talk;
}
