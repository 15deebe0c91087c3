/** Steps that are answered in the person's own words. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { Step } from '../../src/requests/step.js';
import type { StepContext, StepDefinition } from '../requests/definition.js';
import type { Button } from '../reply.js';

/** Longest answer that is taken, in characters: the message cap. */
const MOST = 2_000;

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
}): StepDefinition {
  const { question } = options;
  return {
    step: options.step,
    label: options.label,
    names: options.names,
    why: options.why,
    optional: options.optional ?? false,
    ownWords: true,
    ...(options.applies ? { applies: options.applies } : {}),
    ask: (context) => ({
      text: typeof question === 'string' ? question : question(context),
      ...(options.buttons ? { buttons: options.buttons } : {}),
    }),
    read: (text) => {
      const words = text.trim();
      if (!/[\p{L}\p{N}]/u.test(words))
        return { problem: 'I did not find any words in that. Please tell me in your own words.' };
      if (words.length > MOST)
        return { problem: 'That is too long for me to take in one message. Please tell me the main points.' };
      const understood = options.optional && NOTHING.test(plainWords(words)) ? '' : words;
      return { answer: { words, understood } };
    },
  };
}
