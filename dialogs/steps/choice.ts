/** Steps with a few choices; a choice is made by its button or its words, never by a stray number in a sentence. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { Step } from '../../src/requests/step.js';
import type { StepDefinition } from '../requests/definition.js';

export interface Choice {
  /** What the button says and sends. */
  readonly title: string;
  /** Whole utterances that mean it. */
  readonly means: RegExp;
  /** What is played back; the title where not given. */
  readonly understood?: string;
}

/** `otherwise` reads what is none of the choices; without it a kind problem asks again. */
export function choiceStep(options: {
  readonly step: Step;
  readonly label: string;
  readonly names: readonly string[];
  readonly question: string;
  readonly why: string;
  readonly choices: readonly Choice[];
  readonly optional?: boolean;
  /** The answer may as well be in the person's own words, which `otherwise` reads. */
  readonly ownWords?: boolean;
  readonly applies?: StepDefinition['applies'];
  readonly settles?: StepDefinition['settles'];
  readonly answersBy?: StepDefinition['answersBy'];
  readonly carries?: boolean;
  readonly skipped?: string;
  /** Further whole utterances that are plainly an answer, which `otherwise` reads. */
  readonly alsoWhole?: RegExp;
  readonly fromFirstMessage?: StepDefinition['fromFirstMessage'];
  readonly otherwise?: StepDefinition['read'];
}): StepDefinition {
  const { choices, question, otherwise, alsoWhole, ...step } = options;
  return {
    ...step,
    optional: options.optional ?? false,
    ownWords: otherwise !== undefined && (options.ownWords ?? false),
    recognises: (text) => (chosenFrom(choices, text) || alsoWhole?.test(plainWords(text)) ? 'whole' : undefined),
    ask: () => ({ text: question, buttons: choices.map(({ title }) => ({ title, value: title })) }),
    read: (text, context) => {
      const chosen = chosenFrom(choices, text);
      if (!chosen) return otherwise?.(text, context) ?? { problem: namingThem(choices) };
      return { answer: { words: text.trim(), understood: chosen.understood ?? chosen.title } };
    },
  };
}

/** By its number, only as a whole utterance: in a sentence a number is something else, and "one moment" is no choice. */
const NUMBERED: readonly RegExp[] = [
  /^(?:(?:option |number )?(?:1|one)|(?:the )?first(?: one)?)$/,
  /^(?:(?:option |number )?(?:2|two)|(?:the )?second(?: one)?)$/,
  /^(?:(?:option |number )?(?:3|three)|(?:the )?third(?: one)?)$/,
  /^(?:(?:option |number )?(?:4|four)|(?:the )?fourth(?: one)?)$/,
  /^(?:(?:option |number )?(?:5|five)|(?:the )?fifth(?: one)?)$/,
];

function chosenFrom(choices: readonly Choice[], text: string): Choice | undefined {
  const said = plainWords(text).replace(/(?<=\w) (?:please|thanks|thank you|ta)$/, '');
  return (
    choices.find(({ title }) => plainWords(title) === said) ??
    choices.find((_choice, i) => NUMBERED[i]?.test(said)) ??
    choices.find(({ means }) => means.test(said))
  );
}

function namingThem(choices: readonly Choice[]): string {
  return `I did not catch which one you mean. You can say: ${choices.map(({ title }) => `“${title}”`).join(' or ')}.`;
}
