/** Whose information it is, as a first message says it; and where it is another's, who they are and what lets one ask. */
import type { Answers, StepAnswer } from '../requests/definition.js';
import { actsForAnother } from './acting.js';
import { asksAboutAnother, asksAboutTwo } from './another.js';
import { mineAuthority } from './authority.js';
import { speaksOfOneself } from './own.js';
import { mineRelationship } from './relationship.js';
import { mineSubjectName } from './subject-name.js';
import { oneLine, typed, type Sign } from './typed.js';

/** Where signs of one's own information stand beside those of another's, nothing is taken, and the question is asked. */
export function mineWho(text: string): Answers {
  const said = oneLine(text);
  if (asksAboutTwo(said)) return {};
  const acts = actsForAnother(said);
  const own = speaksOfOneself(said);
  const another = acts ?? asksAboutAnother(said);
  if (another && (acts || !own)) return forAnother(text, said, another);
  return own && !another ? { forWhom: { words: typed(text, own), understood: 'Me' } } : {};
}

function forAnother(text: string, said: string, sign: Sign): Answers {
  const found: Readonly<Record<string, StepAnswer | undefined>> = {
    forWhom: { words: typed(text, sign), understood: 'Someone else' },
    relationship: mineRelationship(text, said, sign),
    subjectName: mineSubjectName(text),
    authority: mineAuthority(text, said),
  };
  return Object.fromEntries(Object.entries(found).filter(([, answer]) => answer !== undefined));
}
