/** How to reach the person: email, phone and post are equals; one is enough. */
import { z } from 'zod';
import type { StepAnswer, StepDefinition } from '../requests/definition.js';

const emailSchema = z.email().max(254);
/** Linear: a run of non-spaces with an @ in it. */
const LIKE_EMAIL = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/;
const PHONE = /^\+?[\d\s().-]{7,24}$/;
const PHONE_INSIDE = /\+?\d[\d\s().-]{8,20}\d/;

/** @returns what was understood, or undefined where there is no way to reach anybody in it. */
function readContact(text: string): StepAnswer | undefined {
  const words = text.trim();
  const email = LIKE_EMAIL.exec(words)?.[0].replace(/[.!?]+$/, '');
  if (email !== undefined) {
    return emailSchema.safeParse(email).success ? { words, understood: email, email } : undefined;
  }
  const bare = words.replace(
    /^(?:my )?(?:phone|mobile|tel(?:ephone)?|number|ring me on|call me on|text me on)(?: number)?(?: is|:)?\s*/i,
    '',
  );
  if (PHONE.test(bare)) return { words, understood: bare, phone: bare };
  const address = words.replace(
    /^(?:my )?(?:post(?:al)?(?: address)?|address|write to me at|by post(?: to)?)(?: is|:)?\s*/i,
    '',
  );
  if (address.length >= 10 && /\d/.test(address) && /\p{L}{3}/u.test(address))
    return { words, understood: address, post: address };
  const phone = PHONE_INSIDE.exec(words)?.[0].trim();
  return phone === undefined ? undefined : { words, understood: phone, phone };
}

export const contact: StepDefinition = {
  step: 'contact',
  label: 'How to reach you',
  names: [
    'email',
    'e mail',
    'email address',
    'contact',
    'phone',
    'phone number',
    'number',
    'address',
    'postal address',
    'post',
    'how to reach me',
    'contact details',
  ],
  ask: () => ({
    text: 'How should the council reach you? Give an email address, a phone number or a postal address. One is enough.',
  }),
  why: 'The council needs one way to reply to you. Use one that only you read, if you can.',
  optional: false,
  ownWords: false,
  read: (text) => {
    const answer = readContact(text);
    if (answer) return { answer };
    if (text.includes('@'))
      return {
        problem:
          'That email address does not look complete. It should look like name@example.com. Please type it again.',
      };
    if (/^(?:by )?(?:e-?mail|post|letter|phone|text)(?: please)?\.?$/i.test(text.trim()))
      return { problem: 'Thank you. Please type the address or number itself.' };
    return {
      problem:
        'I could not find an email address, phone number or postal address in that. Please type one of them. A postal address needs the house number and street.',
    };
  },
};

export const safeToContact: StepDefinition = {
  step: 'safeToContact',
  label: 'Is it safe to use',
  names: ['safe', 'safety', 'safe to contact'],
  ask: () => ({
    text: 'Is it safe for the council to write to you there? Could anyone else see it? Tell me what is safe.',
  }),
  why: 'If somebody you are afraid of can read your email or post, the council needs to know before it writes.',
  optional: true,
  ownWords: true,
  applies: ({ danger }) => danger,
  read: (text) => ({ answer: { words: text.trim(), understood: text.trim() } }),
};
