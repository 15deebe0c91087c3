/** That somebody says they act for another person. */
import {
  ACQUAINTANCE,
  BARE_KIN,
  CLIENT,
  END,
  KIN,
  MY_KIN,
  patterns,
  ROLE,
  S,
  SOMEBODY,
  THEMSELVES,
  TITLE,
} from './people.js';
import { signIn, type Sign } from './typed.js';

const NAMED = `${TITLE} [\\w'-]+`;
const THEIR = `(?:${SOMEBODY}${S}|\\b(?:his|her|their|the)|\\b[\\w-]+'s)`;
const THEM = `(?:him|her|them|${SOMEBODY}${END}|${NAMED})`;
const I_AM = "\\b(?:i'?m|i am|as|being)";
const POWER = '(?:power of attorney|poa|lpa|deputyship|parental responsibility)';
const OFFICE =
  '(?:attorney|deputy|executor|executrix|administrator|appointee|litigation friend|guardian|advocate|representative|solicitor)';
const ASKING =
  "(?:asking|ask|request|applying|apply|acting|act|writing|calling|enquiring|speaking|messaging|doing this|(?:this|it|that)(?:'s| is|s))";

const SIGNS = patterns(
  // "On behalf of my nan", "of a service user", "of somebody who cannot".
  `\\bon behalf of (?:${SOMEBODY}|${NAMED}|(?:a|an|the) (?:\\w+ )?(?:${KIN}|${ACQUAINTANCE}|${CLIENT})\\b|some(?:one|body)\\b|another person)`,
  `\\bon ${THEIR} behalf\\b`,
  // "I'm asking for my mum", "it's about my brother".
  `\\b${ASKING} (?:\\w+ )?(?:for|about|regarding) (?:${SOMEBODY}${END}${THEMSELVES}(?! and (?:me|i|myself)\\b)|(?:a )?${CLIENT}\\b|${NAMED}|some(?:one|body) else)`,
  // "Our client", and not "my client number" or "my client's landlord".
  `\\b(?:my|our) ${CLIENT}(?:s|'s)?\\b(?!'?s? (?:${ROLE}|number|no|ref|reference|id)\\b)`,
  `\\b(?:instructed|retained|engaged|appointed) by (?:${SOMEBODY}|${NAMED})`,
  // "Solicitors for Mr Khan." is who writes; in the middle of a sentence it is somebody else.
  `(?:^ ?|[.,;!?] |\\b(?:i'?m|i am|we are|we're|as|from) (?:(?:an?|the) )?(?:\\w+ ){0,2})(?:solicitors?|advocates?|support worker|representatives?|key ?worker) (?:acting )?(?:for|of) (?:${NAMED}|${MY_KIN}|the estate)`,
  `\\b(?:i|we) (?:act for|am acting for|are acting for|represent|am representing|are representing) (?!you\\b|me\\b|myself|the council|against)(?:${TITLE} )?[\\w'-]+`,
  // "I have lasting power of attorney".
  `\\b(?:i|we)(?:'ve| have| hold| got| do have|'ve got| have got)(?: (?!(?:not|no|never|lost)\\b)\\w+){0,4} ${POWER}\\b(?! for me\\b)`,
  `\\b(?:she|he|they) (?:has|have|holds?) (?:\\w+ ){0,3}${POWER} for (?:his|her|their) ${KIN}\\b`,
  `\\b(?:with|under|holding) (?:a |an )?(?:lasting |enduring )?${POWER} for ${THEM}`,
  // "I'm her attorney", "as my wife's deputy", "I am the executor of my uncle's estate".
  `${I_AM} (?:also )?(?:${THEIR}|${TITLE} [\\w' -]{2,40}'s) (?:\\w+ ){0,3}(?:${OFFICE}|next of kin)\\b`,
  `${I_AM}(?: the| an?)? (?:\\w+ ){0,3}(?:${OFFICE}|support worker) (?:for|of|to) (?:the late |the estate of )?(?:${THEM}|[a-z]+'s)`,
  // "Mum asked me to get".
  `(?:${MY_KIN}|${BARE_KIN}) (?:has )?asked me to (?:ask|get|request|apply|find|write|send|do)\\b`,
);

/** Nothing else that they say outweighs it. */
export const actsForAnother = (said: string): Sign | undefined => signIn(said, ...SIGNS);
