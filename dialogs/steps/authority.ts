/**
 * What lets somebody ask for another person, by who they are to each other: ICO guidance on requests made on behalf of
 * others. No papers are taken here; the council asks for what it needs to see. Nothing is decided.
 */
import { plainWords } from '../../src/requests/plain-words.js';
import type { Answers } from '../requests/definition.js';

export const NO_PAPERS = 'Please do not send any papers here. The council will ask if it needs to see them.';

const KINDS: readonly (readonly [RegExp, question: string])[] = [
  [
    // Data protection law covers the living only.
    /\b(?:late|dead|died|deceased|passed away|passed on|executors?|estate|probate|administrator)\b/,
    'I am sorry if you have lost someone. The law on personal information is about living people. The council will treat this as a question about the records of someone who has died. Are you dealing with their estate, for example as executor?',
  ],
  [
    /\b(?:attorney|deputy|poa|lpa|court of protection)\b/,
    'What lets you act for them? For example a power of attorney, and what it covers, or an order of the Court of Protection.',
  ],
  [
    /\b(?:clients?|solicitors?|lawyers?|advocates?|caseworkers?|adviser|advisor)\b/,
    'Do you have their permission in writing? The council will need to see it before it can send you anything.',
  ],
  [
    /\b(?:child|children|kids?|son|daughter|boy|girl|baby|step ?(?:child|children|son|daughter)|foster|grand ?(?:child|children|son|daughter)|niece|nephew)\b/,
    'Do you have parental responsibility for them, as most parents do? If they are old enough to understand this, the right is theirs. So please say too whether they know about it and agree.',
  ],
];

const ANYBODY =
  'What lets you ask for them? For example: they gave you their permission in writing, or you have power of attorney.';

/** The question, as it fits what was said of how they know each other. */
export function authorityQuestion({ relationship, forWhom }: Answers): string {
  const said = plainWords(`${relationship?.words ?? ''} ${relationship?.understood ?? ''} ${forWhom?.words ?? ''}`);
  return KINDS.find(([kind]) => kind.test(said))?.[1] ?? ANYBODY;
}
