/** What is kept, why, for how long, and what ends it: the README's table, which a test holds to this one. */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Milliseconds since the last thing that happened. What the job deletes by. */
export const KEPT = {
  /** A conversation nobody came back to. A day, so that a break, or a night's sleep, does not cost a half-finished request. */
  conversation: 24 * HOUR,
  /** What a delivered request says, and its mails. From the last acceptance by the mail server. */
  payload: 30 * DAY,
  /** What is left of a request then. Two years with a leap day, from its handing over. */
  request: 731 * DAY,
  /** A mail as an `.eml` file, from when it was last written. */
  file: 30 * DAY,
  /** What could not be answered, redacted. It goes with its whole day, so up to a day sooner. */
  gap: 30 * DAY,
  /** How often an answer was found helpful: counts, of no person. A year with a leap day. */
  verdict: 366 * DAY,
} as const;

/** A row of the table. */
export interface KeptClass {
  readonly data: string;
  readonly why: string;
  readonly encrypted: string;
  readonly kept: string;
  readonly ends: string;
  /** Which period the job uses; missing where something else ends it. */
  readonly period?: keyof typeof KEPT;
}

const JOB = 'The job, at the start and every ten minutes';

export const KEPT_CLASSES: readonly KeptClass[] = [
  {
    data: 'Conversation: messages, replies, unfinished request',
    why: 'So that a resident can come back to it',
    encrypted: 'Yes',
    kept: '24 hours after the last message; one with an unfinished request until that is passed on',
    ends: `${JOB}; at once, the resident, by "Delete this chat" or in words`,
    period: 'conversation',
  },
  {
    data: 'Its id, channel and times',
    why: 'To find it',
    encrypted: 'No',
    kept: 'As long as the conversation',
    ends: 'The same job',
  },
  {
    data: 'Content of a request that was sent, and its mails',
    why: 'So that the DPO can have it sent again',
    encrypted: 'Yes',
    kept: '30 days after the mail server took the last of its mails; as long as one waits or was refused, until an operator resolves it',
    ends: `${JOB}; at once, \`npm run requests -- purge REF\``,
    period: 'payload',
  },
  {
    data: 'Its reference, right, dates, channel and history: when it came, went and was looked at, and by which account of the council',
    why: 'To prove that it came, when it was due, and what became of it',
    encrypted: 'No; nothing of the resident in it',
    kept: '2 years after it was handed over',
    ends: JOB,
    period: 'request',
  },
  {
    data: 'Mail with a code, alert to the operators',
    why: 'To be sent',
    encrypted: 'Yes',
    kept: 'Until it is of no use: a code for 10 minutes',
    ends: JOB,
  },
  {
    data: 'What was not answered: the words, redacted, tied to nobody',
    why: 'So that editors see what is missing',
    encrypted: 'Yes',
    kept: '30 days',
    ends: JOB,
    period: 'gap',
  },
  {
    data: 'Was it helpful: entry, verdict, day',
    why: 'So that editors see what does not help',
    encrypted: 'Nothing personal in it',
    kept: '1 year',
    ends: JOB,
    period: 'verdict',
  },
  {
    data: "In the resident's tab: token, draft, unsent messages",
    why: 'So that a reload loses nothing',
    encrypted: 'No',
    kept: 'Until the tab is closed; nothing is stored before somebody types, and the widget sets no cookie',
    ends: 'The browser, or "Exit this page quickly"',
  },
  {
    data: 'Cookie of the chat without scripts: which conversation, signed',
    why: 'So that the next form goes on with it',
    encrypted: 'No; no word of what was said in it',
    kept: 'Until the browser is closed, and of no use after 24 hours; set only once something was sent',
    ends: 'The browser',
  },
  {
    data: 'Mail as `.eml` files, where there is no other way for it',
    why: 'To try the service out',
    encrypted: 'No; readable to their owner',
    kept: '30 days after it was written',
    ends: `${JOB}, while mail goes to files; purging does not`,
    period: 'file',
  },
  {
    data: 'Mail at GOV.UK Notify, if it goes that way',
    why: 'To be sent',
    encrypted: 'By Notify',
    kept: '7 days, or what is set there (3 to 90); `request.json` behind its link for 5 weeks',
    ends: 'Notify',
  },
  {
    data: 'Proof packs of `npm run requests -- export`',
    why: 'To answer a complaint, or a regulator',
    encrypted: 'No; readable to their owner',
    kept: 'As long as whoever took them out needs them',
    ends: 'Whoever took them out, as the command tells them: no job and no purging does',
  },
  {
    data: 'Log',
    why: 'To run the service',
    encrypted: 'No; the fields that may appear are listed in `src/log.ts`',
    kept: 'As long as the operator keeps it',
    ends: 'The operator',
  },
];
