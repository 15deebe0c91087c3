/**
 * Having the use of information limited: UK GDPR Art 18. It holds in four situations, which are asked for in plain words;
 * whoever is not sure leaves it to the Data Protection Officer.
 */
import { choiceStep } from '../steps/choice.js';
import { ownWordsStep } from '../steps/own-words.js';
import { yesOrNo } from '../said.js';
import { help, people, services } from './common-steps.js';
import type { RequestDefinition } from './definition.js';

export const restriction: RequestDefinition = {
  right: 'restriction',
  offer:
    'It sounds as if you want the council to keep information but not use it for now. I can take that request now. Shall I?',
  opening:
    'I can take your request to have information kept but not used, and pass it to the Data Protection Officer. It is free.',
  steps: [
    ownWordsStep({
      step: 'details',
      label: 'What should be put on hold',
      names: ['details', 'what should be put on hold', 'what to put on hold', 'request'],
      question: 'Which information should be put on hold? For example “the report about my flat”. Use your own words.',
      why: 'The council has to mark the right records, so that nobody uses them meanwhile.',
      firstMessage: true,
    }),
    // Art 18(1)(a) to (d), in this order.
    choiceStep({
      step: 'objectionReason',
      label: 'Why',
      names: ['reason', 'why', 'my reason', 'situation'],
      question: 'Which of these is nearest? You can also say it in your own words.',
      answersBy: /^\s*(?:it['’]?s|it is|they are) (?:wrong|not right|incorrect)\b/i,
      why: 'The law gives this right in four situations. If you are not sure, the Data Protection Officer will look at it.',
      choices: [
        {
          title: 'The information may be wrong',
          means:
            /^(?:(?:its|it is|they are|theyre) (?:wrong|not right|incorrect|inaccurate|not true)|it(?: is|s)? disputed|i say its wrong|wrong)$/,
        },
        {
          title: 'It should not be used, but I want it kept',
          means:
            /^(?:(?:its|it is) (?:unlawful|illegal|not lawful|against the law)|keep it(?: but dont use it)?|dont delete it)$/,
        },
        {
          title: 'I need it for a legal claim',
          means:
            /^(?:(?:its |it is )?for (?:a|my) (?:legal )?(?:claim|case|court case|tribunal)|legal claim|court|tribunal|a claim)$/,
        },
        {
          title: 'I have objected and wait for an answer',
          means:
            /^(?:i(?: have|ve)? (?:already )?objected|waiting(?: for an answer)?(?: to my objection)?|my objection)$/,
        },
        {
          title: 'Not sure',
          means: /^(?:(?:im )?not sure|(?:i )?dont know|dunno|unsure|no idea|none of (?:them|these))$/,
        },
      ],
      ownWords: true,
      otherwise: (text) =>
        /\p{L}{3}/u.test(text) && !yesOrNo(text)
          ? { answer: { words: text.trim(), understood: text.trim() } }
          : { problem: 'Please choose one of these, say “not sure”, or tell me in a few words.' },
    }),
    ...people,
    services,
    ...help,
  ],
  details: ({ details, objectionReason }) =>
    [details?.understood, objectionReason?.understood && `Why: ${objectionReason.understood}`]
      .filter(Boolean)
      .join('\n'),
  next: 'The Data Protection Officer’s team will check what must be put on hold. They will write to you about what they did, and tell you before a hold ends.',
};
