/** How to reach the person: email, phone and post are equals; one is enough. */
import { z } from 'zod';
import type { StepAnswer, StepDefinition } from '../requests/definition.js';
import { yesOrNo } from '../said.js';
import { choiceStep } from './choice.js';

const emailSchema = z.email().max(254);
/** Linear: a run of non-spaces with an @ in it. An apostrophe belongs to it: o'brien@example.org is another's without. */
export const LIKE_EMAIL = /[^\s<>()"“”,;:]+@[^\s<>()"“”,;:]+/;
/** A whole message that is a number, wherever in the world. */
const PHONE = /^\+?[\d\s().-]{7,24}$/;
/** A number among words: as they begin here or abroad, so that neither dates nor years are taken for one. */
export const PHONE_INSIDE = /(?:\+|\(?\b0)\d?[\d\s().-]{7,20}\d(?:\s*(?:ext(?:ension)?|x)\.?\s*\d{1,5}\b)?/i;
export const POSTCODE = /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/i;
const BEFORE_ADDRESS =
  /^(?:and |or |you can |please )*(?:(?:my )?(?:post(?:al)?(?: address)?|address|write to(?: me at)?|i live at|send it to|by (?:post|letter)(?: to)?)(?: is|:)?\s*)?/i;

/** @returns what was understood, all of it; undefined where there is no way to reach anybody in it. */
export function readContact(text: string): StepAnswer | undefined {
  const words = text.trim();
  const found = LIKE_EMAIL.exec(words.replace(/’/g, "'"))?.[0];
  const email = found?.replace(/^'+|[.!?']+$/g, '').replace(/^mailto:/i, '');
  if (email !== undefined && !emailSchema.safeParse(email).success) return undefined;
  const rest = found === undefined ? words : words.replace(/’/g, "'").replace(found, ' ').trim();
  const phone = (PHONE.test(rest) ? rest : PHONE_INSIDE.exec(rest)?.[0])?.trim();
  const post = readPost(
    phone === undefined ? rest : rest.replace(phone, ' '),
    email === undefined && phone === undefined,
  );
  const understood = [email, phone, post].filter((part) => part !== undefined).join(', ');
  if (understood === '') return undefined;
  return { words, understood, ...(email ? { email } : {}), ...(phone ? { phone } : {}), ...(post ? { post } : {}) };
}

/** @param alone nothing else was found: then a number and a street will do, and else only a postcode tells an address. */
function readPost(text: string, alone: boolean): string | undefined {
  const address = text.replace(/^[\s,;.]+|[\s,;]+$/g, '').replace(BEFORE_ADDRESS, '');
  const enough = POSTCODE.test(address) || (alone && /\d/.test(address));
  return enough && address.length >= 10 && /\p{L}{3}/u.test(address) ? address : undefined;
}

export const contact: StepDefinition = {
  step: 'contact',
  settles: ['emailCode', 'safeToContact'],
  carries: true,
  recognises: (text) => (readContact(text) ? 'part' : undefined),
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
    if (
      /^(?:by |my )?(?:e-?mail|post|letter|phone|mobile|text|call|ring|write)(?: me| to me)?(?: please)?[.!]?$/i.test(
        text.trim(),
      )
    )
      return { problem: 'Thank you. Please type the address or number itself.' };
    return {
      problem:
        'I could not find an email address, phone number or postal address in that. Please type one of them. A postal address needs the house number and street.',
    };
  },
};

export const safeToContact = choiceStep({
  step: 'safeToContact',
  label: 'Is it safe to use',
  names: ['safe', 'safety', 'safe to contact'],
  question:
    'Is it safe for the council to write to you there? If somebody else could see it, tell me what would be safe.',
  why: 'If somebody you are afraid of can read your email or post, the council needs to know before it writes.',
  choices: [
    { title: 'Yes, it is safe', means: /^(?:yes|yeah|yep|it is|its|safe|yes safe)$/ },
    {
      title: 'No, somebody could see it',
      means: /^(?:no|nope|not safe|its not|it is not|it isnt|no it is not|no its not)$/,
    },
  ],
  optional: true,
  ownWords: true,
  carries: true,
  skipped: 'Not said',
  applies: ({ danger }) => danger,
  otherwise: (text) =>
    yesOrNo(text)
      ? { problem: 'Please say which: “Yes, it is safe” or “No, somebody could see it”. Or tell me in your own words.' }
      : { answer: { words: text.trim(), understood: text.trim() } },
});
