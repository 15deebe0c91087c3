/** The name of the person whom the information is about, where a first message gives it. */
import type { StepAnswer } from '../requests/definition.js';
import { ACQUAINTANCE, CLIENT, END, KIN, MY } from './people.js';
import { announcedNameAt, nameAt, nameIn, type FoundName } from './names.js';
import { straight, type Sign } from './typed.js';

const ANNOUNCED =
  /\b(?:his|her|their|(?:my|our) (?:son|daughter|child|mum|mother|dad|father|husband|wife|client)'?s) (?:full )?name(?:'s| is|:)[ \t]+/gi;
const RELATED = new RegExp(
  `(?:${MY}|(?<!\\b(?:i'm|im|am|are|we're|as) )\\b(?:his|her|their) )(?:${KIN}|${ACQUAINTANCE}|${CLIENT})(?:(?<aside>, (?:called |named )?)|,? (?:is |who is |who's )?(?:called|named|whose name is) | )`,
  'gi',
);
/** "I'm Leo's mum". */
const OWNER = /\b(?:i'?m|i am|as|being) /gi;
const BELONGS = new RegExp(`^'s (?:\\w+ )?${KIN}${END}`, 'i');
const SET_APART = /^(?:\s*[,.;()]|\s*$| (?:born|aged|dob|d\.o\.b|who|whose)\b)/i;
const REPRESENTED =
  /\b(?:solicitors?|advocates?|support worker|representatives?|attorney|poa|lpa|deputy|deputyship|appointee|guardian|executor|executrix|parental responsibility|act|acting)(?: acting)? (?:for|of) (?:the late |the estate of (?:the late )?)?|\b(?:instructed|retained|engaged|appointed) by |\bon behalf of |\brepresent(?:ing)? /gi;

const BODY =
  /\b(?:police|ltd|limited|llp|plc|trust|nhs|association|charity|school|college|university|solicitors|partners|hospital|company|firm|borough|council)\b/i;

/** @returns the name without a title, unless "Mrs Patel" is all there is. A child's first name is taken as it is. */
export function mineSubjectName(text: string): StepAnswer | undefined {
  const said = straight(text);
  const found = announced(said) ?? related(said) ?? ownerOf(said) ?? represented(said);
  return found && { words: nameIn(text, found.name), understood: nameIn(text, found.name) };
}

/** "On behalf of Jo Bloggs", "I'm Jo Bloggs's son": that somebody asks for a person whom they name. */
export function namesAnother(said: string): Sign | undefined {
  const found = represented(said) ?? ownerOf(said);
  return found && { start: found.cue.index, end: found.name.end };
}

interface Found {
  readonly cue: RegExpExecArray;
  readonly name: FoundName;
}

/** The first name after a cue that will do. */
function firstAfter(
  said: string,
  cues: RegExp,
  read: (place: number) => FoundName | undefined,
  willDo: (found: Found) => boolean = () => true,
): Found | undefined {
  for (const cue of said.matchAll(cues)) {
    const name = read(cue.index + cue[0].length);
    if (name && willDo({ cue, name })) return { cue, name };
  }
  return undefined;
}

const announced = (said: string): Found | undefined =>
  firstAfter(said, ANNOUNCED, (place) => announcedNameAt(said, place));

/** After a comma it must be set apart: "my son, Leo Khan, who". */
const related = (said: string): Found | undefined =>
  firstAfter(
    said,
    RELATED,
    (place) => nameAt(said, place),
    ({ cue, name }) => cue.groups?.['aside'] === undefined || SET_APART.test(said.slice(name.end)),
  );

const ownerOf = (said: string): Found | undefined =>
  firstAfter(
    said,
    OWNER,
    (place) => nameAt(said, place),
    ({ name }) => name.possessive && BELONGS.test(said.slice(name.end)),
  );

/** One word alone may be a firm's or a place's. */
const represented = (said: string): Found | undefined =>
  firstAfter(
    said,
    REPRESENTED,
    (place) => nameAt(said, place),
    ({ name }) => /\S\s\S/.test(nameIn(said, name)) && !BODY.test(said.slice(name.start, name.end + 20)),
  );
