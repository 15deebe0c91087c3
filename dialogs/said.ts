/** Short whole utterances: commands, yes and no. A command inside a longer sentence is not one. */

import { plainWords } from '../src/requests/plain-words.js';

export type Command =
  | { readonly command: 'help' | 'back' | 'skip' | 'cancel' | 'person' | 'send' | 'repeat' }
  | { readonly command: 'change'; readonly what: string };

const fold = (text: string): string =>
  text
    .slice(0, 200)
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}@]+/gu, ' ')
    .replace(/^(?:oh|um|er|ok|okay|sorry|actually|no wait|wait|hang on|well|please) (?=\w)/, '')
    .replace(/ (?:please|pls|plz|thanks|thank you|ta|now|mate|love)$/, '')
    .trim();

const COMMANDS: readonly (readonly [RegExp, Command['command']])[] = [
  [
    /^(?:help|help me|i need help|im stuck|stuck|what do you mean|what does (?:that|this|it) mean|i dont (?:understand|get)(?: (?:it|this|that|the question))?|explain(?: that)?|what is (?:this|that|it|the code|this code|that code) for|huh|eh|why do you (?:ask|(?:ask|need|want)(?: to know)? (?:that|this|it))|why are you asking(?: (?:me|that|this))?|why)$/,
    'help',
  ],
  [
    /^(?:(?:(?:can|could) (?:i|we) |i(?: want|d like) to )?(?:go |take me )?back(?: a step| one(?: step)?| to the (?:last|previous) (?:question|step|one))?|previous(?: question| step)?|undo|last question again)$/,
    'back',
  ],
  [
    /^(?:(?:can (?:i|we) |ill |id rather |i want to )?(?:skip|pass)(?: (?:it|this|that|this one|this question|question|that one))?|next(?: question)?|(?:id )?(?:prefer|rather) not(?: to)?(?: say)?|i dont want to (?:say|answer)(?: (?:that|this|it))?|not needed|leave (?:it )?(?:blank|out|empty))$/,
    'skip',
  ],
  [
    /^(?:i want to |id like to |can (?:i|you|we) )?(?:cancel|stop|quit|exit|abandon|forget|end)(?: (?:it|this|that|everything|all of it|the request|my request|this request|the whole thing))?$|^(?:never ?mind|forget (?:it|about it)|scrap (?:it|that)|start (?:again|over)|i(?:ve)? changed my mind)$/,
    'cancel',
  ],
  [
    /^(?:(?:can|could) (?:i|you) |i(?:d| would)? (?:like|want|need) to |let me |please )?(?:speak|talk|chat|get through|put me through) (?:to|with) (?:a |an |some ?(?:one|body)|any ?(?:one|body)|the )?(?: ?(?:real |actual |human |proper ))*(?:person|human(?: being)?|officer|advis[eo]r|agent|dpo|someone|somebody|operator|member of staff)?(?: real| else| human)?$|^(?:(?:get me )?(?:a )?(?:real )?(?:human|person|agent|operator)|is there (?:a (?:real )?(?:person|human)|some(?:one|body)|any(?:one|body)) (?:i|we) can (?:talk|speak) to)$/,
    'person',
  ],
  [
    /^(?:(?:yes |go ahead and )?(?:please )?send(?: (?:it|this|that|my request|the request|it off|now|off))*|submit(?: it| my request)?|looks? (?:good|right|fine|ok|okay)(?: send it)?|(?:thats|its|all) (?:right|correct|fine|good)(?: send it)?)$/,
    'send',
  ],
  [/^(?:repeat|say (?:that|it) again|again|what was the question|sorry what|pardon)$/, 'repeat'],
];

const CHANGE =
  /^(?:(?:can|could) (?:i|you) |i(?:d| would)? (?:like|want|need) to |let me |please |no )?(?:change|correct|edit|fix|amend|alter|update) (?:my |the |that |what i said about )?(.{2,40})$|^(?:thats|its) (?:wrong|not right) (?:the |my )?(.{2,40})$/;
const NAMED_WRONG = /^(?:my |the )?(.{2,40}?) (?:is|are|was) (?:wrong|incorrect|not right|mistyped|misspelt)$/;

/** The command that the whole message is, if it is one. */
export function commandOf(text: string): Command | undefined {
  const said = fold(text);
  if (!said || text.length > 120) return undefined;
  for (const [pattern, command] of COMMANDS) {
    if (command !== 'change' && pattern.test(said)) return { command };
  }
  if (
    /^(?:thats|its|this is|that is) (?:wrong|not right|incorrect)$|^i made a mistake$|^change(?: something)?$/.test(
      said,
    )
  )
    return { command: 'change', what: '' };
  const match = CHANGE.exec(said) ?? NAMED_WRONG.exec(said);
  const what = match?.slice(1).find((part) => part !== undefined);
  return what === undefined ? undefined : { command: 'change', what };
}

/** Words for yes, each of which may follow another: "yeah, go on". */
const YES =
  /^(?:(?:y|ye|yes|yeah|yea|yep|yup|aye|sure|ok|okay|of course|definitely|absolutely|al(?:l ?)?right|fine|correct|right|(?:thats|that is|it is|its) (?:right|correct|fine)|it is|sounds good|go on|go ahead|go for it|please do|do it|lets (?:do it|go|start)|start|begin|i do|i would|please|lets)(?: |$))+$/;
const NO =
  /^(?:(?:n|no|nope|nah|naw|not (?:now|yet|today|really)|no way|maybe later|i dont want to|it isnt|(?:i )?dont|(?:just|only) (?:a question|asking))(?: |$))+$/;
const THUMB = /^\s*(?:(👍|👌|✅)|👎|❌)\p{Emoji_Modifier}?\uFE0F?\s*$/u;

/**
 * Yes or no, only as a whole utterance: "not sure" and "yes but what happens to my data?" are neither, and nor is "yes?",
 * which asks what is meant.
 */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  if (text.length > 100 || text.includes('?')) return undefined;
  const thumb = THUMB.exec(text);
  if (thumb) return thumb[1] ? 'yes' : 'no';
  const said = plainWords(text).replace(/(?<=\w) (?:please|thanks|thank you|ta|mate|love|then)$/, '');
  if (YES.test(said)) return 'yes';
  return NO.test(said) ? 'no' : undefined;
}

const BEFORE = '(?:(?:so|and|but|wait|sorry|ok|also|hang on) )*';
const ASKING = new RegExp(
  `^${BEFORE}(?:who|whos|what|whats|(?:when|where)(?! (?:i|we|he|she|they|it|you|my|our|his|her|their|the)\\b)|wheres|why|which|how|hows|does|did|is|are|could|would|should|has|have|am i|must|r u|u)\\b`,
);
/** Will, May, Can and Do are names too, and one is a month: "Will Smith", "May 2020". */
const ASKING_OR_NAME = new RegExp(
  `^${BEFORE}(?:will|may|can|do) (?:i|you|u|we|they|he|she|it|this|that|there|the|my|your|our|any(?:one|body|thing)?|some(?:one|body)|people|staff|other|councils?)\\b`,
);

/** Whether a message is put as a question: it ends with a question mark or begins as questions do. */
export function isAsking(text: string): boolean {
  const said = plainWords(text.slice(0, 200));
  return /\?\s*$/.test(text) || ASKING.test(said) || ASKING_OR_NAME.test(said);
}
