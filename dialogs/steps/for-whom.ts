/** Whose information it is, and where it is somebody else's: who they are and what lets the person ask. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { Answers, StepContext, StepDefinition } from '../requests/definition.js';
import { authorityQuestion, NO_PAPERS } from './authority.js';
import { choiceStep } from './choice.js';
import { nameStep } from './name.js';
import { ownWordsStep } from './own-words.js';

const PERSON =
  '(?:(?:step|foster|ex|grand)[ -]?)?(?:mum|mam|mother|dad|father|parents?|son|daughter|child|children|kids?|boy|girl|baby|wife|husband|partner|ex|brother|sister|nan|nana|gran|granny|grandad|grandma|grandpa|aunt|auntie|uncle|niece|nephew|cousin|friend|mate|neighbour|carer|client|patient|tenant|resident|relative)';
/** "My mum", "for a client", or the word alone; not "I am the tenant". */
const RELATIVE = new RegExp(
  `\\b(?:(?:my|our) |(?:for|about|of) (?:a|an|the) )(?:own |late |elderly |older |younger |little )?(${PERSON})s?\\b|^(?:a |an )?(${PERSON})s?$`,
);
/** No more than that: "my husband hits me" says something else. */
const ONLY_RELATIVE = new RegExp(`^(?:(?:its |it is )?for )?(?:my |our |a )?${PERSON}s?$`);
/** A request is for one person's records. */
const TWO_AT_ONCE = /\b(?:both|(?:me|myself|mine|my own|i) and (?:my|our|the)|and (?:me|myself|mine|my own|i))\b/;

/** True once somebody else's information is asked for. */
export const isForSomebodyElse = (answers: Answers): boolean => answers.forWhom?.understood === 'Someone else';

const whenForSomebodyElse = ({ answers }: StepContext): boolean => isForSomebodyElse(answers);

const forWhom = choiceStep({
  step: 'forWhom',
  settles: ['relationship', 'subjectName', 'authority'],
  carries: true,
  alsoWhole: ONLY_RELATIVE,
  label: 'Who it is about',
  names: ['who it is for', 'who its for', 'who it is about', 'who', 'person'],
  question: 'Is this about your own information, or someone else’s?',
  why: 'It tells the council whose records to look for. If it is someone else, they must be happy for you to ask, or the law must let you.',
  choices: [
    {
      title: 'My own',
      means:
        /^(?:(?:its |it is |this is |just |only |(?:im |i am )?asking )?(?:for |about )?(?:me|myself|mine|my own|my own (?:information|records?|data|stuff|file)|my (?:file|records?|data|information)|own|self))$/,
      understood: 'Me',
    },
    {
      title: 'Someone else’s',
      means:
        /^(?:(?:its |it is |this is )?(?:for |about )?(?:some(?:one|body) elses?|another person|other person|a relative|not me|on behalf of some(?:one|body)(?: else)?))$/,
      understood: 'Someone else',
    },
  ],
  otherwise: (text) => {
    const said = plainWords(text);
    if (TWO_AT_ONCE.test(said)) {
      return {
        problem:
          'I can take this for one person at a time. Who is this one for: “my own” or “someone else’s”? You can ask for the other one after it.',
      };
    }
    const [, whose, alone] = RELATIVE.exec(said) ?? [];
    const relative = whose ?? alone;
    if (relative !== undefined) {
      return {
        answer: { words: text.trim(), understood: 'Someone else' },
        also: { relationship: { words: text.trim(), understood: `They are my ${relative}` } },
      };
    }
    return { problem: 'I did not catch whose information it is. You can say “my own” or “someone else’s”.' };
  },
});

const relationship = ownWordsStep({
  step: 'relationship',
  label: 'How you know them',
  names: ['relationship', 'how i know them', 'who they are to me'],
  question: 'Who are they to you? For example: my child, my mother, my client.',
  why: 'Different people may ask for somebody else in different ways. This tells the council which.',
  applies: whenForSomebodyElse,
  carries: true,
});

const subjectName: StepDefinition = {
  ...nameStep({
    step: 'subjectName',
    label: 'Their name',
    names: ['their name', 'name of the person', 'his name', 'her name'],
    question: 'What is their full name?',
    why: 'The council looks for records under this name.',
    applies: whenForSomebodyElse,
  }),
  carries: true,
};

const authority = ownWordsStep({
  step: 'authority',
  label: 'What lets you ask for them',
  names: ['authority', 'permission', 'what lets me ask'],
  question: ({ answers }) => `${authorityQuestion(answers)} ${NO_PAPERS}`,
  why: 'The council must not give somebody’s information to a person who has no right to it.',
  applies: whenForSomebodyElse,
  carries: true,
});

/** All four, in the order in which they are asked; the last three only for somebody else. */
export const forWhomSteps: readonly StepDefinition[] = [forWhom, relationship, subjectName, authority];
