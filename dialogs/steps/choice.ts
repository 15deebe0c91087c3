/** Steps with a few choices; a choice is made by its button or its words, never by a stray number in a sentence. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { Step } from '../../src/requests/step.js';
import type { Answers, StepDefinition } from '../requests/definition.js';

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
  readonly otherwise?: StepDefinition['read'];
  readonly also?: (choice: Choice) => Answers | undefined;
}): StepDefinition {
  const { choices } = options;
  return {
    step: options.step,
    label: options.label,
    names: options.names,
    why: options.why,
    optional: options.optional ?? false,
    ownWords: options.otherwise !== undefined && (options.ownWords ?? false),
    ...(options.applies ? { applies: options.applies } : {}),
    ask: () => ({ text: options.question, buttons: choices.map(({ title }) => ({ title, value: title })) }),
    read: (text, context) => {
      const chosen = chosenFrom(choices, plainWords(text));
      if (!chosen) return options.otherwise?.(text, context) ?? { problem: namingThem(choices) };
      const also = options.also?.(chosen);
      return {
        answer: { words: text.trim(), understood: chosen.understood ?? chosen.title },
        ...(also ? { also } : {}),
      };
    },
  };
}

function chosenFrom(choices: readonly Choice[], said: string): Choice | undefined {
  const number = /^(?:option |number )?(\d)$/.exec(said)?.[1];
  return (
    choices.find(({ title }) => plainWords(title) === said) ??
    (number ? choices[Number(number) - 1] : undefined) ??
    choices.find(({ means }) => means.test(said))
  );
}

function namingThem(choices: readonly Choice[]): string {
  return `I did not catch which one you mean. You can say: ${choices.map(({ title }) => `“${title}”`).join(' or ')}.`;
}
