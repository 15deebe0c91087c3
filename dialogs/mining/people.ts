/** Words for people in the sources of patterns (flag `i`): who somebody may ask for, and who is only spoken of. */

/** Family: their information is asked for more often than they are merely mentioned. */
export const KIN =
  '(?:(?:step|foster|grand|great|god|half)[ -]?)*' +
  '(?:mum|mummy|mam|mom|mother|dad|daddy|father|parents?|son|daughter|child|children|kids?|boy|girl|lad|lass|baby|toddler|twins?|' +
  'little one|eldest|youngest|wife|husband|hubby|partner|fianc[eé]e?|girlfriend|boyfriend|brother|sister|sibling|' +
  'nana?|nanna|gran|granny|gramps|grandma|grandad|grandpa|aunt|auntie|aunty|uncle|niece|nephew|cousin)' +
  '(?:[ -]in[ -]law)?';

/** One's own without "my": "mum's notes". Not "mum and baby groups", nor "children's services". */
export const BARE_KIN =
  '\\b(?:(?:mum|mother)(?! (?:and|&|n) (?:baby|babies|toddlers?|tots?)\\b)|mummy|mam|mom|dad|daddy|father|nana?|nanna|gran|granny|' +
  'grandma|grandad|grandpa|son|daughter|wife|husband|hubby|brother|sister|grandson|granddaughter)';

/** Others whom somebody may stand in for; they are mostly mentioned for other reasons. */
export const ACQUAINTANCE =
  '(?:ex(?:[ -](?:wife|husband|partner|girlfriend|boyfriend))?|friend|mate|neighbour|neighbor|flatmate|housemate|lodger|colleague|relative)';

/** People who are represented. */
export const CLIENT = '(?:client|patient|constituent|service user|pupil|student)';

/** People with a part in somebody's story: "my son's teacher" is not the son. */
export const ROLE =
  '(?:teacher|boss|manager|landlord|landlady|solicitor|lawyer|social worker|worker|officer|carer|doctor|gp|' +
  'friend|mate|ex|partner|wife|husband|girlfriend|boyfriend|neighbour|employer|councillor|mp|advocate)';

const DESCRIBED =
  '(?:(?:own|late|dear|poor|elderly|old|older|eldest|oldest|younger|youngest|little|big|adult|grown[ -]up|teenage|disabled|severely|' +
  'vulnerable|autistic|blind|deaf|frail|adopted|foster|baby|twin|\\d{1,3}[ -]?(?:years?|yrs?|months?)[ -]?old|\\d{1,3} ?yo) )*';

/** "My late", "our", and "me" as in "me mum". */
export const MY = `\\b(?:my|our|me) ${DESCRIBED}`;
export const MY_KIN = `${MY}${KIN}`;

/** A possessive as it is typed: "son's", "sons", "sons'". */
export const S = "(?:'s|s'|(?<=s)'|s)";

/** The word is at its end here, plural or possessive or not. */
export const END = `${S}?(?![\\w'é])`;

/** The words before mean the person: neither somebody who belongs to them, nor a day of theirs. */
export const THEMSELVES = `(?!${S}? (?:\\w+ )?${ROLE}\\b)(?!${S}? (?:birthday|wedding|funeral|anniversary)\\b)`;

/** Anybody who is somebody's: "my nan", "her son", "our client". */
export const SOMEBODY = `(?:${MY_KIN}|${MY}${ACQUAINTANCE}|\\b(?:his|her|their) ${KIN}|\\b(?:my|our|a) ${CLIENT}|${BARE_KIN})`;

/** Titles, with or without a full stop. */
export const TITLE = '(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor|cllr|sir|dame|rev)\\.?';

/** Up to eight words of the same sentence, each with the blank after it. */
export const WORDS = '(?:[^\\s.!?;]+ ){0,8}?';

/** A pattern for each source, whatever the case. */
export const patterns = (...sources: readonly string[]): RegExp[] => sources.map((source) => new RegExp(source, 'i'));
