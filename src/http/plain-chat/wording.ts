/** Sentences of the chat as plain pages. Each says what to do next. */

export const PLAIN = {
  heading: 'Ask about your privacy',
  about: 'About this chat',
  examples: 'You can ask, for example:',
  latest: 'New reply',
  problem: 'There is a problem',
  orWords: 'Or write anything else',
  datesOrWords: 'Or write the dates in your own words',
  waiting: 'The reply is not here yet.',
  look: 'Look again',
  keep: 'To keep a copy, print this page or save it with your browser.',
  deleted: 'Your chat has been deleted. You can begin a new one.',
  cookie:
    'This chat uses one cookie, which is set when you send your first message. It leads back to your chat, and is gone when you close the browser.',

  noCookie:
    'Your browser did not keep the cookie that leads back to your chat, so the chat cannot go on. Allow cookies for this website, then send your message again.',
  ended:
    'The chat before this has ended, as it does 24 hours after the last message. Your message was not sent. It is in the field below: check it, then send it again.',
  old: 'That page was too old. Your message was not sent. It is in the field below: check it, then send it again.',
  stale: 'That button was for an earlier question, so it was not used. This is where the chat is now.',
  tooMany: 'That was a lot in a short time. Your message was not sent. Wait a minute, then send it again.',
  notOurs: 'This message did not come from this page, so it was not sent. Open the chat, then write it there.',
  broken: 'Something went wrong on our side. Try again in a few minutes.',
  orWrite: 'You can also write to the council’s Data Protection Officer:',
  back: 'Go to the chat',
} as const;
