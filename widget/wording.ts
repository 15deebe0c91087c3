/** Sentences of the widget alone. */

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
  keys: 'Enter to send, Shift and Enter for a new line',
  pickDates: 'Fill in dates instead',
  ownWords: 'Use my own words instead',
} as const;

export const DELIVERY = {
  waiting: 'Not sent yet. It will be sent as soon as possible.',
  failed: 'This message was not sent.',
  retry: 'Try again',
} as const;

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
