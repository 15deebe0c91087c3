/**
 * What the words around a date tell of it: that records of that time are asked for, that the council did something then,
 * or that it is of somebody's own life, of an earlier try, or still to come. All in small letters.
 */

/** Records, and words that stand for them. */
export const RECORD =
  /\b(?:records?|files?|folders?|(?<!please )notes?|stuff|hist|e-?mails?|letters?|correspond[ae]nce|messages?|texts?|data|info|information|documents?|docs?|papers?|paperwork|reports?|ass?ess?ments?|recordings?|calls?|footage|cctv|videos?|film|photo(?:graph)?s?|pictures?|images?|minutes|logs?|statements?|bills?|history|details|cop(?:y|ies)|chats?|referrals?|decisions?|reviews?|forms?|everything|anything|whatever|all of it|the (?:whole )?lot|plans?|payments?|voicemails?|transcripts?|interviews?|entries|memos?|print ?outs?|inspections?|recs|objections|comments|bookings|permits|conversations|complaints|what (?:\w+ ){1,6}?(?:wrote|write|written|said|put|noted|recorded|hold|held|keep|kept|got|have|has|emailed|did|done|says?|thinks?|decided?|shared|passed|told|disclosed))\b/;

const COUNCIL =
  "(?:you|u|you lot|your (?:\\w+ ){0,2}\\w+|the council|council|they|children'?s services|social services|housing|the school)";
const DID =
  '(?:took|wrote|recorded|noted|held|had|collected|visited|came|decided|assessed|used|shared|gave|sent|emailed|kept|made|said|placed|removed|put|filmed|phoned|rang|called|done|did|paid|charged|fined|moved|lost|refused|stopped|informed|disclosed|told)';

/** What the council did, or somebody's dealings with it: records were made of that. */
export const DEALING = new RegExp(
  `\\b(?:in (?:your |local authority |foster |residential |the council'?s )?care|under your care|foster\\w*|children'?s homes?|home of yours|looked after|homeless\\w*|temp(?:orary)? (?:acc?omm?odation|housing|flat)|hostel|hotel|refuge|bed and breakfast|b and b|shielding|appl(?:ied|ications?|y)|visit(?:ed|s)?|came (?:out|round)|fined?|tickets?|pcns?|evict\\w*|work(?:ed|ing) (?:for|in|at|with)|employ\\w*|tenan(?:t|cy)|claim(?:ed|ing|s)?|social workers?|support workers?|officers?|(?:was|were|been|got|being) (?:removed|taken|placed|assessed|housed|rehoused|interviewed|refused|excluded|referred|adopted|charged)|meeting|attended|incident|safeguarding|nursery|photographed|filmed|recorded|abuse|had me|sectioned|investigat\\w+|waiting list|carers?|(?:by|with|from|under) you|${COUNCIL} ${DID}|your (?:\\w+ ){0,3}(?:teams?|services?|departments?|dept|portal|centres?|contractors?))\\b`,
  'g',
);

/** Something of somebody's own life. */
export const LIFE =
  /\b(?:moved?|moving|joined|married|divorced|separated|split up|widow(?:ed|er)?|sold|bought|turned(?! down)|live[ds]?|living|alone|on my own|by myself|resident|single|quit|cancelled|swapped|switch(?:ed|ing)|chang(?:ed|ing)|diagnosed|stroke|unemployed|retired|had (?:a|my) (?:baby|fall|operation)|fled|pregnant|came (?:to|home|here|over)|come to|arrived|wedding|started|fought|been (?:here|ill|unwell|poorly|off|disabled|out of|paying|running|like this|an?|mr|mrs|ms|miss)|known|using|in debt)\b/g;

/** The end of something, which no word about the council after it changes. */
export const LEAVING =
  /\b(?:left|leaving|died|passed(?: away)?|packed (?:it |that )?in|moved (?:out|away)|withdrew|concluded|closed|ended|finished|gave up|no longer)\b/;

/** What somebody asked, said or signed before. */
export const TRY =
  /\b(?:asked|requested|(?<!\b(?:you|u|they) )(?:e-?mailed|wrote to|rang|phoned|reported)|written to|writing to|rung|called (?:you|up|in|the)|chas(?:ed|ing)|complained|objected|objection (?:of|to)|contacted|submitted|told you|signed|agreed|consent(?:ed)?|permission|opted|unsubscribed|ticked|g(?:ave|iven) (?:you|u|my|verbal|him|her|them)|said (?:yes|you could|no)|(?:you|u) (?:refused|ignored|promised)|ignored|wait(?:ing|ed)|heard nothing|no reply|not replied|sent (?:you|u|an?|in|my|it|off|sars?)|(?:one|request|form) sent|(?<!\b(?:to|please|me|can i|could i|may i) )put in|lodged|filed|(?:my|our) (?:e-?mail|letter|call|message) (?:of|dated|on)|made (?:a|my|an) (?:request|complaint|sar)|(?:my|first|last|previous|earlier|original) (?:request|sar|complaint|objection) (?!is\b|for\b|about\b)|(?:was|were|been) told)\b/;

/** What is still to come, or has to be done by then; events can also be over, and have records. */
export const AHEAD =
  /\b(?:due|leaves|starts|turns|begins|deadline|retention|expir\w+|panel (?:sits|is|meets)|(?:will|shall)(?! (?:you|need|want|require|also|be (?:grateful|glad|pleased)))|(?:going to|gonna)(?! need| want| ask)|(?:i'?m|am|we'?re|are|is|be) (?:moving|changing|switching|leaving|starting|transferring)|last day|wef|with effect|effective|destruction|reply|respond|answer)\b/;
export const EVENT_AHEAD = /\b(?:tribunals?|court|hearings?|trial|appeal|conference)\b/;

/** What is to end, or begin, from a day on. */
export const ENDING = /\b(?:withdr[ae]w\w*|revok\w*|cancel\w*|ceas\w*|stop\w*|remov\w*)\b/;

/** Somebody's birth, age or other particulars, right before the date or after it. */
export const PARTICULARS =
  /\b(?:(?<!\b(?:day|since|when) (?:i|he|she|we|they) (?:was|were) )born|births?|birthdays?|bday|d\.?o\.?b\.?|(?:start|end|leaving|wedding) (?:date|year|day))\b[^.;,]{0,30}$|\baged?(?: of)?:? $/;
export const PARTICULARS_AFTER = /^[^,.;]{0,25}\b(?:born|birthday|dob)\b/;

/** A wrong or right particular: "down as 2014", "amended to 1979", "not 4 March". */
export const CORRECTION =
  /\b(?:(?:down|listed|put) as|says?|should (?:be|say|read)|(?:amended|changed|corrected|altered|updated) (?:to|from)|not|instead of|rather than|date (?:is|was))(?: the)? $/;
export const CORRECTION_AFTER = /^,? ?(?:not|instead of|rather than)\b/;

/** The year of an Act: "the Data Protection Act 2018", "the 2018 Act". */
export const LAW_BEFORE = /\b(?:acts?|regulations?|gdpr|dpa|order|rules|foia?|section|article)(?: of)? ?\(?$/;
export const LAW_AFTER = /^ ?\)?(?: data protection)? (?:acts?|regulations?|dpa|gdpr|rules)\b/;

/** A reference, an amount or a house number. */
export const NUMBER_BEFORE =
  /(?:\b(?:ref(?:erence)?|case|account|pcn|invoice|badge|id|number|num|no|phone|tel|mobile|ext|code|plate|reg|flat|house|room|unit|uprn|policy|bus)\b[\s:.#]*(?:no|number|ref|id)?[\s:.#]*|[\d£]\s?)$/;
export const NUMBER_AFTER =
  /^(?:[-/]\d| \d+(?![\d)])| (?:pounds|quid|people|residents|of (?:us|them)|times|pages|words|miles|hours?)\b| (?!(?:at|in|on|from|to|by|near|of|when|while|and|i)\b)(?:[a-z']+ ){1,2}(?:road|rd|street|avenue|ave|lane|crescent|terrace|gardens|drive)\b)/;

/** Words after which "June", "summer" or "Easter" is a time, and not a name, a fair or an egg. */
export const BEFORE_A_TIME =
  /\b(?:in|on|since|from|between|until|till|to|during|of|about|over|through|throughout|for|sent|dated|and|or|at|signed|back|the) $/;
