/** What people can try. Each stands for another kind of answer. */
export const EXAMPLES: readonly string[] = [
  'Who do you share my information with?',
  'How long do you keep my details?',
  'Can I see what you have about me?',
  'You have my address wrong. Can you change it?',
  'I want to complain about how my data was handled',
];
