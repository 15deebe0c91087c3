/**
 * Every sentence that the bot owns, apart from the knowledge's answers and the steps' own questions. Reading age 9 to 11;
 * each fault says what to do next. Markdown: what a person typed goes in only through `escapeMarkdown`.
 */
import type { Council } from '../src/answers/knowledge/schema.js';
import { dayInWords } from '../src/requests/dates.js';
import type { Right } from '../src/requests/right.js';
import { escapeMarkdown } from './reply.js';
import type { SentRequest } from './requests/definition.js';

/** The longest message that is taken, in characters. */
export const MOST_CHARACTERS = 2_000;

/** What a right is to a resident, in a list: "after this one comes: …". */
const NAMES: Readonly<Record<Right, string>> = {
  access: 'a copy of your information',
  objection: 'your objection',
  rectification: 'putting information right',
  erasure: 'having information deleted',
  restriction: 'having information put on hold',
  portability: 'having information moved',
  automated_decision: 'a decision made by a computer',
  consent_withdrawal: 'taking back your consent',
  complaint: 'your complaint',
};
const nameOf = (right: Right): string => NAMES[right];
const whoseInformation = ({ forWhom, subjectName }: SentRequest): string => {
  if (forWhom === 'Someone else') return subjectName ? escapeMarkdown(subjectName) : 'somebody else';
  return 'you';
};
const keptOf = (references: readonly string[]): string =>
  `What you sent is not deleted: ${references.map((one) => `**${one}**`).join(', ')}. The Data Protection Officer has it, and the council has to answer it. Here, what it says is kept for 30 days after it went, and its reference and dates for 2 years.`;
const hoursInWords = (hours: number): string => (hours === 1 ? 'an hour' : `${hours} hours`);

export const wording = {
  greeting: ({ shortName }: Council): string =>
    `Hello. I answer questions from ${shortName} Council’s privacy notice. I can also send the council a request about your information. What would you like to know?`,
  examples: [
    'Who do you share my information with?',
    'How do I see what you hold about me?',
    'I want to stop you using my details',
  ],

  unanswerable: ({ dpoMailbox }: Council): string =>
    `I am not sure what the privacy notice says about that, and I do not want to guess. You can put it another way, or ask the Data Protection Officer: ${dpoMailbox}`,
  onlyThis: 'Close to that, the notice says only this:',
  perhaps: (title: string): string =>
    `I think you are asking about this: **${title}**. If not, please put it another way.`,
  orPerhaps: (title: string): string => `Or you may be asking about this: **${title}**.`,
  clarify: 'I am not sure which of these you mean. Please choose one, or say it in other words.',
  somethingElse: 'Something else',
  somethingElseThen: 'All right. Please tell me in other words what you would like to know.',
  helped: 'This answered my question',
  notHelped: 'This did not answer my question',
  thanksHelped: 'Thank you for telling me.',
  thanksNotHelped: ({ dpoMailbox }: Council): string =>
    `Thank you for telling me, and sorry that it did not help. You can ask again in other words, or ask the Data Protection Officer: ${dpoMailbox}`,
  empty: 'I did not get any words there. Please type your question, or what you would like to ask the council for.',
  tooLong: `That is too long for me to take in at once. Please send the main point in fewer than ${MOST_CHARACTERS.toLocaleString('en-GB')} letters. If it is a story, you can send it in parts.`,
  fault: ({ dpoMailbox }: Council): string =>
    `Sorry, something went wrong on my side. What you told me before is still here. Please send your last message again. If it goes wrong again, write to the Data Protection Officer: ${dpoMailbox}`,
  nothingToChange:
    'There is no request under way just now. Tell me what you would like to know, or what you want to ask the council for.',

  offerYes: 'Yes, start',
  offerNo: 'No, just a question',
  offerGoOn: 'Go on with this request',
  offerDeclined: 'All right, I have not started anything. What would you like to know?',
  orStart: 'If you want to, I can take the request for you now.',

  started: (unfinishedAfterHours: number): string =>
    `You can ask me a question at any time, or say “back”, “help” or “cancel”. If you stop half-way without “cancel”, I pass on what you told me after ${hoursInWords(unfinishedAfterHours)}, if I know how to reach you.`,
  thenNext: (rights: readonly Right[]): string =>
    `You asked for more than one thing. I take them one after the other, each with a reference of its own. After this one comes: ${rights.map(nameOf).join(', then ')}.`,
  understoodSoFar: (lines: readonly string[]): string =>
    `From what you wrote, I have noted:\n${lines.join('\n')}\n\nYou can change it before anything is sent.`,
  backToStart: 'This is the first question, so I cannot go back further.',
  notOptional: 'The council needs this one to answer you, so I cannot skip it.',
  notYet: 'I cannot send it yet: I need to know this first.',
  notYetOptional: 'I cannot send it yet. You can answer this one or skip it.',
  backTo: 'Let us go back to your request.',
  notedNext: (right: Right): string =>
    `I have noted that you also want this: ${nameOf(right)}. I will take it as soon as this request is sent.`,
  anotherAfter: (right: Right): string =>
    `Do you want this too: ${nameOf(right)}? Tell me once this request is sent, and I will take it.`,
  saidBefore: 'I have that already, as your last answer. If it answers this question too, press “That was my answer”.',
  questionOrAnswer:
    'If that is your answer, press “That was my answer”. If you want something else as well, tell me once this request is sent.',
  wasMyAnswer: 'That was my answer',
  welcomeBack: 'Welcome back. Your request is still here.',
  person: ({ dpoMailbox }: Council): string =>
    `I am a computer program, and nobody reads along here. To reach a person, write to the Data Protection Officer’s team: ${dpoMailbox}. They can take your request too. Or go on here, and a person will read what you send.`,

  check: 'Please check what I will send to the Data Protection Officer:',
  notProvided: 'Not provided',
  sendIt: 'Send my request',
  changeSomething: 'Change something',
  checkAgain:
    'To send it, say “send my request”. To change something, say for example “change my name”. Nothing is sent until you say so.',
  checkButtons: 'Nothing is sent until you press “Send my request”.',
  whatToChange: 'What would you like to change?',
  cannotFind: 'I do not know which answer you mean. Which of these would you like to change?',
  unchanged: 'Here it is again.',

  stopping: 'Do you want to stop this request? Nothing has been sent. If you stop, I delete your answers.',
  stopYes: 'Yes, stop',
  stopNo: 'No, go on',
  cancelled: ({ dpoMailbox }: Council): string =>
    `I have stopped. Nothing was sent, and I have deleted your answers. What we wrote in this chat is deleted a day after your last message. You can start again at any time. If you still want the council to act, you can write to the Data Protection Officer: ${dpoMailbox}`,
  alsoAsked: (right: Right): string => `You also asked for this: ${nameOf(right)}. Shall I take that now?`,

  addTo: (reference: string): string => `Add to ${reference}`,
  makeNew: 'Make a new request',
  twice: (earlier: SentRequest): string =>
    `You have sent a ${earlier.right === 'complaint' ? 'complaint' : 'request of this kind'} in this chat already: **${earlier.reference}**, about ${whoseInformation(earlier)}. The council should answer it by ${dayInWords(earlier.dueDate)}.\n\nDo you want to add something to it, or make a new request? If you add to it, that date stays the same.`,
  addOrNewUnclear: (reference: string): string =>
    `I did not catch which one you mean. You can say “add to ${reference}” or “make a new request”.`,
  whyAddOrNew:
    'Two requests for the same thing make more work, and the answer does not come sooner. But you may make as many as you need.',
  whatToAdd:
    'I will add what you wrote just now. What else do you want to add? Use your own words. If there is nothing more, you can skip this.',
  whyWhatToAdd: 'It goes to the people who have your first request, so that they look at both together.',
  onlyFirstWords: 'What you wrote just now, and no more',
  added: ({ dpoMailbox }: Council, reference: string, due: string): string =>
    `**What you added has been passed on.**\n\nIt belongs to your first request, with the same reference: **${reference}**\n\nThe date stays the same: the council should answer by **${due}**.\n\nQuestions about it? Write to ${dpoMailbox} and give your reference.`,
  unfinishedAddition: ({ dpoMailbox }: Council, reference: string): string =>
    `You did not finish what you wanted to add, so I have passed on what you told me, marked as unfinished. It belongs to your request **${reference}**, and its date stays the same. Questions about it? Write to ${dpoMailbox} and give your reference.`,

  deleteFirst: (references: readonly string[]): string =>
    `Your request has not been sent yet. If I delete this chat, it is deleted too, and nothing of it is passed on. Nothing can be brought back.${references.length ? ` ${keptOf(references)}` : ''}\n\nDo you want me to delete it?`,
  deleteYes: 'Yes, delete it',
  deleteNo: 'No, keep it',
  keptGoing: 'All right, nothing was deleted.',
  deleted: (references: readonly string[], channel: string): string =>
    [
      'I have deleted what we wrote here before this message.',
      ...(references.length
        ? [keptOf(references)]
        : ['You had sent no request in this chat, so nothing else is kept of it.']),
      ...(channel === 'Web chat'
        ? []
        : [`${channel} keeps a copy of its own, which I cannot delete. You can delete messages there yourself.`]),
    ].join('\n\n'),
  howToDelete:
    'To delete this chat, write “delete this chat”. It cannot be brought back. A request that you sent stays.',

  unfinished: ({ dpoMailbox }: Council, reference: string): string =>
    `You did not finish your request, so I have passed on what you told me, marked as unfinished. Your reference: **${reference}**. Questions about it? Write to ${dpoMailbox} and give your reference.`,

  sent: (
    { dpoMailbox }: Council,
    facts: {
      readonly reference: string;
      readonly isComplaint: boolean;
      readonly due: string;
      readonly counted: string;
      readonly next: string;
      readonly acknowledged: boolean;
    },
  ): string =>
    `**Your ${facts.isComplaint ? 'complaint' : 'request'} has been passed on.**\n\nYour reference: **${facts.reference}**\n\n` +
    `${facts.isComplaint ? 'You should hear from the council by' : 'The council should answer by'} **${facts.due}**. ${facts.counted}\n\n${facts.next}\n\n` +
    (facts.acknowledged
      ? 'You will get an email soon that says so. It has your reference and this date.\n\n'
      : 'Please write your reference down, or save or print this page.\n\n') +
    `Questions about it? Write to ${dpoMailbox} and give your reference.`,
} as const;
