/** Optional steps that make a request easier to find or an answer easier to use. */
import { ownWordsStep } from './own-words.js';

export const identifiers = ownWordsStep({
  step: 'identifiers',
  label: 'To help find the records',
  names: ['identifiers', 'old address', 'previous address', 'previous name', 'reference', 'date of birth'],
  question:
    'Is there anything that would help find the records? For example an old name, an old address or a reference number. You can say “skip”.',
  why: 'Records may be kept under an old name or address. The council can search without it, so you may skip this.',
  optional: true,
});

export const format = ownWordsStep({
  step: 'format',
  label: 'How you would like it',
  names: ['format', 'how i get it', 'large print'],
  question:
    'How would you like to get the answer? For example by email, on paper, in large print or read out. You can say “skip”.',
  why: 'The council should give you an answer that you can use. Tell it here if you need any help to read it.',
  optional: true,
});
