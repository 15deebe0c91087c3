/** Optional steps that make a request easier to find or an answer easier to use. */
import { ownWordsStep } from './own-words.js';

export const identifiers = ownWordsStep({
  step: 'identifiers',
  label: 'To help find the records',
  names: ['identifiers', 'old address', 'previous address', 'previous name', 'reference', 'date of birth'],
  question:
    'Is there anything that would help find the records? For example an old name, an old address or a reference number. You can skip this.',
  why: 'Records may be kept under an old name or address. The council can search without it, so you may skip this.',
  optional: true,
});

export const format = ownWordsStep({
  step: 'format',
  label: 'How you would like it',
  names: ['format', 'how i get it', 'large print'],
  question:
    'How would you like to get the answer? For example by email, on paper or in large print. You can skip this.',
  why: 'The council should give you an answer that you can use. If you do not mind how it comes, skip this.',
  optional: true,
});

/** Reasonable adjustments: Equality Act 2010, section 20. Health is not asked about, only what is needed. */
export const adjustments = ownWordsStep({
  step: 'adjustments',
  label: 'Help you need',
  names: ['adjustments', 'help', 'help i need', 'support'],
  question:
    'Do you need anything to make this easier for you? For example an interpreter, or phone calls and not letters. You can skip this.',
  why: 'The council must make it possible for you to use your rights. What help would make it easier? You do not have to say why.',
  optional: true,
  carries: true,
});
