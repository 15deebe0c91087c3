/** Steps that are answered in the person's own words. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { Step } from '../../src/requests/step.js';
import type { StepAnswer, StepContext, StepDefinition } from '../requests/definition.js';
import type { Button } from '../reply.js';
import { isAsking, yesOrNo } from '../said.js';

/** Longest answer that is taken, in characters: the message cap. */
const MOST = 2_000;

/** A first message of fewer words says that something is wanted, and seldom what. */
const FEWEST_FIRST = 7;
/** So do these words, which are not counted. */
const BARE =
  /\b(?:make|submit|do|start|put in|lodge|file|send|have|raise)(?: you)? (?:a|an|my) (?:[a-z]+ ){0,4}(?:request|sar|dsar|complaint|objection)\b/;

/** Whole answers to an optional question that say there is nothing to tell. */
const NOTHING =
  /^(?:(?:no|nope|nah)(?: thanks| thank you| nothing)?|none|nothing|n ?a|no preference|nothing else|not really|(?:i )?dont (?:mind|think so|have any)|not that i know of)$/;

/** @param options.question what is asked; a function where it depends on earlier answers. */
export function ownWordsStep(options: {
  readonly step: Step;
  readonly label: string;
  readonly names: readonly string[];
  readonly question: string | ((context: StepContext) => string);
  readonly why: string;
  readonly optional?: boolean;
  readonly buttons?: readonly Button[];
  readonly applies?: (context: StepContext) => boolean;
  readonly carries?: boolean;
  /** The first message, if it is long enough to say something, is the answer. */
  readonly firstMessage?: boolean;
  readonly answersBy?: RegExp;
}): StepDefinition {
  const { question, buttons, firstMessage, ...step } = options;
  return {
    ...step,
    optional: options.optional ?? false,
    ownWords: true,
    ...(firstMessage ? { fromFirstMessage } : {}),
    ask: (context) => ({
      text: typeof question === 'string' ? question : question(context),
      ...(buttons ? { buttons } : {}),
    }),
    read: (text) => {
      const words = text.trim();
      if (!/[\p{L}\p{N}]/u.test(words))
        return { problem: 'I did not find any words in that. Please tell me in your own words.' };
      // A stray "ok" or "yes" says nothing; "no" does, where there may be nothing to tell.
      const said = yesOrNo(words);
      if (said === 'yes' || (said === 'no' && !options.optional))
        return { problem: 'Please tell me in a few words of your own.' };
      if (words.length > MOST)
        return { problem: 'That is too long for me to take in one message. Please tell me the main points.' };
      const understood = options.optional && NOTHING.test(plainWords(words)) ? '' : words;
      return { answer: { words, understood } };
    },
  };
}

function fromFirstMessage(message: string): StepAnswer | undefined {
  const words = message.trim();
  const said = plainWords(words).replace(BARE, '').split(' ').filter(Boolean);
  return isAsking(words) || said.length < FEWEST_FIRST ? undefined : { words, understood: words };
}
