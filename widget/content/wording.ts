/** Sentences that the widget and the pages of the service share. What the assistant says comes from the service. */

export const EXIT = {
  label: 'Exit this page quickly',
  /** Where the Design System's "Exit this page" goes, too. */
  url: 'https://www.bbc.co.uk/weather',
} as const;

/** Said before the first word. Hours and days are those of `src/privacy/kept.ts`. */
export const INTRO = {
  title: 'This is an automated assistant.',
  about: 'It is not a person, and nobody is watching this chat.',
  does: 'It answers from the council’s privacy notice, and can pass a request to the council’s Data Protection Officer.',
  kept: 'What you write is deleted 24 hours after your last message. You can delete it sooner.',
  requests:
    'A request that you send goes to the council. So does one that you begin and leave, if it says how to reach you.',
  questions: 'A question that it cannot answer well is kept for 30 days, without names, numbers or addresses.',
  person: 'To reach a person, write “I want to talk to a person”.',
  danger: 'In danger? Call 999.',
  silent: 'If you cannot speak, listen, then press 55 on a mobile phone.',
} as const;

/** The service's pages, as links name them. */
export const PAGES = {
  chat: 'Chat with the assistant',
  answers: 'All answers on one page',
  accessibility: 'Accessibility',
} as const;

export const MESSAGE = {
  assistant: 'Assistant',
  you: 'You',
  newTab: '(opens in new tab)',
  choices: 'Choose an answer, or write your own',
  helpful: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  answered: 'Already answered',
  chosen: '(chosen)',
  important: 'Important',
  quoteFrom: 'From the privacy notice:',
  readQuote: 'Read this in the notice',
  seeAnswer: 'See this in the list of answers',
  requestSent: 'Request sent',
  complaintSent: 'Complaint sent',
  reference: 'Your reference number',
  change: 'Change',
  progress: (question: number, of: number): string => `Question ${question} of about ${of}`,
} as const;

export const COMPOSER = {
  label: 'Your message',
  /** Over the field of a step. */
  answer: 'Your answer',
  send: 'Send',
  empty: 'Write a message first.',
  tooLong: 'Your message is too long. Shorten it to 2,000 characters, or send it in parts.',
  otherWords: 'You can also ask a question here.',
} as const;

/** How many characters are left; undefined while there are plenty. */
export function charactersLeft(left: number): string | undefined {
  if (left > 400) return undefined;
  const count = Math.abs(left).toLocaleString('en-GB');
  const characters = Math.abs(left) === 1 ? 'character' : 'characters';
  return left < 0 ? `You have ${count} ${characters} too many` : `You have ${count} ${characters} left`;
}

/** The names of fields that fit a step. */
export const FIELDS = {
  fullName: 'Your full name',
  subjectName: 'Their full name',
  emailCode: 'The code from the email',
  ways: 'How to reach you',
  byEmail: 'Email',
  byPhone: 'Phone',
  byPost: 'Post',
  email: 'Email address',
  phone: 'Phone number',
  post: 'Postal address',
  dates: 'Dates',
  from: 'From',
  to: 'To',
  month: 'Month',
  year: 'Year',
  datesHint: 'For example 3 2019. Leave empty what you do not know.',
  monthProblem: 'Write the month as a number from 1 to 12, or leave it empty.',
  yearProblem: 'Write the year with four digits, like 2019.',
  datesMissing: 'Write at least one year, or use your own words instead.',
  yearMissing: 'Write the year as well.',
} as const;

/** What a person can do with the conversation. */
export const KEEPING = {
  menu: 'Save or delete',
  asText: 'Save as text',
  asPage: 'Save as a web page',
  nothingYet: 'Once you have written something, you can save or delete it here.',
  remove: 'Delete this chat',
  ask: 'Delete this chat?',
  removes: 'What you and the assistant wrote is deleted at once. It cannot be brought back.',
  stops: 'A request that you began and did not send is deleted too. It is not passed on.',
  stays:
    'A request that you sent is not deleted: the council’s Data Protection Officer has it, and the council has to answer it. Here, what it says is kept for 30 days after it went, and its reference and dates for 2 years.',
  confirm: 'Yes, delete it',
  keep: 'No, keep it',
  deleting: 'Deleting…',
  deleted: 'Your chat has been deleted.',
  notDeleted:
    'It could not be deleted just now. You can try again. In any case it is deleted 24 hours after your last message.',
  fileName: 'privacy-chat',
  fileTitle: 'Chat with the privacy assistant',
  fileFrom: (day: string): string => `Saved on ${day}. This chat was with an automated assistant, not with a person.`,
} as const;
