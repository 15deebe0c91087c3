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
    .replace(/^(?:oh|um|er|ok|okay|sorry|actually|no wait|wait|hang on|well) (?=\w)/, '')
    .replace(/ (?:please|pls|plz|thanks|thank you|ta|now|mate|love)$/, '')
    .trim();

const COMMANDS: readonly (readonly [RegExp, Command['command']])[] = [
  [
    /^(?:help|help me|i need help|im stuck|stuck|what do you mean|i dont understand(?: (?:this|that|the question))?|explain(?: that)?|huh|eh|why do you (?:ask|need|want) (?:that|this|it)|why)$/,
    'help',
  ],
  [
    /^(?:(?:go |take me )?back(?: a step| one(?: step)?)?|previous(?: question| step)?|undo|last question again)$/,
    'back',
  ],
  [
    /^(?:(?:can i |ill |id rather |i want to )?(?:skip|pass)(?: (?:it|this|that|this one|this question|question|that one))?|next(?: question)?|(?:id )?(?:prefer|rather) not(?: to)?(?: say)?|not needed|leave (?:it )?(?:blank|out|empty))$/,
    'skip',
  ],
  [
    /^(?:i want to |id like to |can (?:i|you|we) )?(?:cancel|stop|quit|exit|abandon|forget|end)(?: (?:it|this|that|everything|all of it|the request|my request|this request|the whole thing))?$|^(?:never ?mind|forget (?:it|about it)|i(?:ve)? changed my mind)$/,
    'cancel',
  ],
  [
    /^(?:(?:can|could) (?:i|you) |i(?:d| would)? (?:like|want|need) to |let me |please )?(?:speak|talk|chat|get through|put me through) (?:to|with) (?:a |an |some ?(?:one|body)|any ?(?:one|body)|the )?(?: ?(?:real |actual |human |proper ))*(?:person|human(?: being)?|officer|advis[eo]r|agent|dpo|someone|somebody|operator|member of staff)?(?: real| else| human)?$|^(?:human|person|agent|operator|a person|real person)$/,
    'person',
  ],
  [
    /^(?:(?:yes )?(?:please )?send(?: (?:it|this|that|my request|the request|it off|now|off))*|submit(?: it| my request)?|looks? (?:good|right|fine|ok|okay)(?: send it)?|(?:thats|its|all) (?:right|correct|fine)(?: send it)?)$/,
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

const YES =
  /^(?:y|ye|yes|yeah|yea|yep|yup|aye|sure|ok|okay|of course|definitely|absolutely|correct|right|go on(?: then)?|go ahead|please do|do it|lets (?:do it|go|start)|yes (?:please|start|i do|it is|that is right|thats right|go ahead|lets)|start|begin|i do|please)$/;
const NO =
  /^(?:n|no|nope|nah|naw|not (?:now|yet|today|really)|no (?:thanks|thank you|ta|i dont|it isnt|not now|not yet|just a question)|dont|i dont|just a question|just asking|only asking)$/;

/** Yes or no, only as a whole utterance: "not sure" and "yes but what happens to my data?" are neither. */
export function yesOrNo(text: string): 'yes' | 'no' | undefined {
  const said = plainWords(text);
  const bare = said.replace(/ (?:please|thanks|thank you|ta|mate|love)$/, '');
  if (YES.test(said) || YES.test(bare)) return 'yes';
  if (NO.test(said) || NO.test(bare)) return 'no';
  return undefined;
}

const ASKING =
  /^(?:so |and |but |wait |sorry |ok |also |hang on )*(?:who|whos|what|whats|when|where|wheres|why|which|how|hows|do|does|did|is|are|can|could|will|would|should|has|have|am i|may|must|r u|u)\b/i;

/** Whether a message is put as a question: it ends with a question mark or begins as questions do. */
export function isAsking(text: string): boolean {
  return /\?\s*$/.test(text) || ASKING.test(text.trim().replace(/[’']/g, ''));
}
