/**
 * Every sentence that the bot owns, apart from the knowledge's answers and the steps' own questions. Reading age 9 to 11;
 * each fault says what to do next. Markdown: what a person typed goes in only through `escapeMarkdown`.
 */
import type { Council } from '../src/answers/knowledge/schema.js';

/** The longest message that is taken, in characters. */
export const MOST_CHARACTERS = 2_000;

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

  notYetGuided: ({ dpoMailbox }: Council, right: string): string =>
    `I cannot take this kind of request in the chat yet (${right}). It still counts if you send it another way: write to the Data Protection Officer at ${dpoMailbox}, in your own words. You do not need a form.`,
  offerYes: 'Yes, start',
  offerNo: 'No, just a question',
  offerDeclined: 'All right, I have not started anything. What would you like to know?',
  orStart: 'If you want to, I can take the request for you now.',

  started: 'You can say “back”, “help” or “cancel” at any time, or ask me a question.',
  understoodSoFar: (lines: readonly string[]): string =>
    `From what you wrote, I have noted:\n${lines.join('\n')}\n\nYou can change it before anything is sent.`,
  backToStart: 'This is the first question, so I cannot go back further.',
  notOptional: 'The council needs this one to answer you, so I cannot skip it.',
  backTo: 'Let us go back to your request.',
  finishFirst:
    'I have seen that you also want something else. Let us finish this request first. Then tell me again, and I will take that one too.',

  check: 'Please check what I will send to the Data Protection Officer:',
  notProvided: 'Not provided',
  sendIt: 'Send my request',
  changeSomething: 'Change something',
  checkAgain:
    'To send it, say “send my request”. To change something, say for example “change my name”. Nothing is sent until you say so.',
  whatToChange: 'What would you like to change?',
  cannotFind: 'I do not know which answer you mean. Which of these would you like to change?',
  unchanged: 'Here it is again.',

  cancelled: 'I have stopped. Nothing was sent, and I have deleted your answers. You can start again at any time.',
  cancelledEarlier: ({ dpoMailbox }: Council): string =>
    `If you still want the council to act, you can write to the Data Protection Officer: ${dpoMailbox}`,

  sentTitle: 'I have sent your request.',
  sent: (
    { dpoMailbox }: Council,
    facts: { readonly reference: string; readonly due: string; readonly next: string; readonly acknowledged: boolean },
  ): string =>
    `**Your request has been passed on.**\n\nYour reference: **${facts.reference}**\n\n` +
    `The council should answer by **${facts.due}**.\n\n${facts.next}\n\n` +
    (facts.acknowledged
      ? 'You will get an email soon that says so. It has your reference and this date.\n\n'
      : 'Please write your reference down or save this page.\n\n') +
    `Questions about it? Write to ${dpoMailbox} and give your reference.`,
} as const;
