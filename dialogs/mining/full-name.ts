/** The name of the one who asks, where a first message gives it. */
import type { StepAnswer } from '../requests/definition.js';
import { announcedNameAt, nameAt, nameIn, type FoundName } from './names.js';
import { signatureOf } from './signature.js';
import { straight } from './typed.js';

const ANNOUNCED =
  /\bmy (?:full )?name(?:s| is|'s|:)[ \t]+(?:called )?|(?:^|[\n.,;])[ \t]*(?:my |full |your )?name[ \t]*[:=][ \t]*|\bi(?:'m| am) called[ \t]+/gi;
/** "I'm Sarah Khan"; alone, "I'm Polish" would be one too, so a single word is left to be asked. */
const INTRODUCED = /\b(?:i'm|i am|im|this is)[ \t]+/gi;
/** "Sarah Khan here". */
const AT_THE_START = /^\s*(?:(?:hi|hello|hey|good (?:morning|afternoon|evening))[,.!]?\s+)?(?:it's\s+|its\s+)?/i;

/** @returns the name as it was typed, without a title. */
export function mineFullName(text: string): StepAnswer | undefined {
  const said = straight(text);
  const found = announced(said) ?? introduced(said) ?? atTheStart(said) ?? signatureOf(said)?.name;
  return found && { words: nameIn(text, found), understood: nameIn(text, found) };
}

function announced(said: string): FoundName | undefined {
  for (const cue of said.matchAll(ANNOUNCED)) {
    const found = announcedNameAt(said, cue.index + cue[0].length);
    if (found) return found;
  }
  return undefined;
}

function introduced(said: string): FoundName | undefined {
  for (const cue of said.matchAll(INTRODUCED)) {
    const found = nameAt(said, cue.index + cue[0].length);
    if (found && found.parts > 1 && !found.possessive) return found;
  }
  return undefined;
}

function atTheStart(said: string): FoundName | undefined {
  const start = AT_THE_START.exec(said)?.[0].length ?? 0;
  const found = nameAt(said, start);
  return found && found.parts > 1 && /^ here\b/i.test(said.slice(found.end)) ? found : undefined;
}
