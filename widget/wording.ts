/** Every sentence that the widget owns. What the assistant says comes from the service. */

export const LAUNCHER = {
  label: 'Ask about your privacy',
  opening: 'Opening…',
  failed: 'This did not open. Check your internet connection, then try again.',
  region: 'Privacy assistant',
} as const;

export const PANEL = {
  close: 'Close',
  closeLabel: 'Close the privacy assistant',
  conversation: 'Conversation',
  messages: 'Messages',
  newBelow: 'New message below',
  replying: 'The assistant is writing a reply',
  divider: 'The conversation before this has ended. This is a new one.',
} as const;

export const EXIT = {
  label: 'Exit this page quickly',
  /** Where the Design System's "Exit this page" goes, too. */
  url: 'https://www.bbc.co.uk/weather',
} as const;

/** Said before the first word. Hours are those after which the service deletes a conversation that nobody goes on with. */
export const INTRO = {
  title: 'This is an automated assistant.',
  about: 'It is not a person, and nobody is watching this chat.',
  does: 'It answers from the council’s privacy notice, and can pass a request to the council’s Data Protection Officer.',
  kept: 'What you write here is deleted 24 hours after your last message. A question that it cannot answer well is kept for 30 days, to improve its answers, with names, numbers and addresses taken out. A request that you send is kept by the council.',
  person: 'To reach a person, write “I want to talk to a person”.',
  danger: 'In danger? Call 999.',
  silent: 'If you cannot speak, listen, then press 55 on a mobile phone.',
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
  waiting: 'Not sent yet. It will be sent as soon as possible.',
  failed: 'This message was not sent.',
  retry: 'Try again',
  important: 'Important',
  quoteFrom: 'From the privacy notice:',
  readQuote: 'Read this in the notice',
  requestSent: 'Request sent',
  complaintSent: 'Complaint sent',
  reference: 'Your reference number',
} as const;

export const COMPOSER = {
  label: 'Your message',
  hint: 'Enter to send, Shift and Enter for a new line',
  send: 'Send',
  empty: 'Write a message first.',
  tooLong: 'Your message is too long. Shorten it to 2,000 characters, or send it in parts.',
} as const;

/** How many characters are left; undefined while there are plenty. */
export function charactersLeft(left: number): string | undefined {
  if (left > 400) return undefined;
  const count = Math.abs(left).toLocaleString('en-GB');
  const characters = Math.abs(left) === 1 ? 'character' : 'characters';
  return left < 0 ? `You have ${count} ${characters} too many` : `You have ${count} ${characters} left`;
}

export const CONNECTION = {
  connecting: 'Connecting…',
  offline: 'You seem to be offline. What you write is kept, and will be sent when you are connected again.',
  retry: 'Try now',
  ended:
    'This conversation has ended, as it does when it is not used for a while. You can start a new one. What was not sent will be in the field.',
  restart: 'Start a new conversation',
  unavailable: 'The assistant cannot be used at the moment. Try again later, or contact the council directly.',
  retryUnavailable: 'Try again',
} as const;
