/** Names: one box, any characters, no title. */
import type { Step } from '../../src/requests/step.js';
import { plainWords } from '../../src/requests/plain-words.js';
import type { StepContext, StepDefinition } from '../requests/definition.js';
import { yesOrNo } from '../said.js';

const MOST = 200;
const LEAD =
  /^(?:(?:hi|hello|hey),? )?(?:(?:(?:my|the|their|his|her) )?(?:full )?name(?:s| is|'s|’s|:)|(?:my|the|their|his|her) (?:full )?name|(?:i am|i'm|i’m|im)(?: called)?|it is|it's|it’s|its|this is|call me)\s*:?\s+/i;
/** Said where a name was asked for, and none. */
const NO_NAME =
  /^(?:me|myself|my own|mine|(?:some(?:one|body) elses?)|skip|hi|hello|hey|none|what|name|not sure|same|anonymous|(?:i )?dont know|unknown|(?:you )?already (?:have|got|know)\b.*)$/;

export function nameStep(options: {
  readonly step: Step;
  readonly label: string;
  readonly names: readonly string[];
  readonly question: string;
  readonly why: string;
  readonly applies?: (context: StepContext) => boolean;
}): StepDefinition {
  return {
    ...options,
    optional: false,
    ownWords: false,
    ask: () => ({ text: options.question }),
    read: (text) => {
      const name = text
        .trim()
        .replace(/\s+/g, ' ')
        .replace(LEAD, '')
        // "Sarah Khan." but "Mr. T." and "Sammy Davis Jr."
        .replace(/(?<=\p{L}{3})[.!]+$/u, '')
        .trim();
      if (!/\p{L}/u.test(name) || NO_NAME.test(plainWords(name)) || yesOrNo(name))
        return { problem: 'I did not find a name in that. Please type the full name.' };
      if (name.length > MOST) return { problem: 'That is too long for a name. Please type just the full name.' };
      if (/@/.test(name)) return { problem: 'That looks like an email address. Please type the full name first.' };
      return { answer: { words: text.trim(), understood: name } };
    },
  };
}

/** The name of the person who asks. */
export const fullName: StepDefinition = {
  ...nameStep({
    step: 'fullName',
    label: 'Your name',
    names: ['name', 'full name', 'my name'],
    question: 'What is your full name?',
    why: 'The council needs to know who is asking, so that it can find the right records and answer you.',
  }),
  carries: true,
};
