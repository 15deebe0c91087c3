/**
 * Decisions made by computer alone: UK GDPR Arts 22A to 22D, in force since 5 February 2026. A person may be told about
 * the decision, put their side, have a human look at it, and contest it.
 */
import { yesOrNo } from '../said.js';
import { choiceStep } from '../steps/choice.js';
import { ownWordsStep } from '../steps/own-words.js';
import { help, people, services } from './common-steps.js';
import type { RequestDefinition } from './definition.js';

export const automatedDecision: RequestDefinition = {
  right: 'automated_decision',
  offer: 'It sounds as if a computer made a decision about you. I can take a request to have it looked at. Shall I?',
  opening:
    'I can take your request about a decision made by a computer, and pass it to the Data Protection Officer. It is free.',
  steps: [
    ownWordsStep({
      step: 'decision',
      label: 'Which decision',
      names: ['decision', 'which decision'],
      question: 'Which decision is it? Say what was decided and when, as well as you can.',
      why: 'The council has to find the decision and how it was made.',
      firstMessage: true,
    }),
    choiceStep({
      step: 'outcomeWanted',
      label: 'What you want to happen',
      names: ['outcome', 'what i want', 'what should happen'],
      question: 'What would you like to happen? Choose one, or tell me in your own words.',
      // Anywhere else these would ask for a person, for help, or for a change.
      answersBy:
        /^\s*(?:(?:a|an|to|get a|i want a) )?(?:human|person|explain|explanation|its? wrong|it['’]s wrong|change)\b/i,
      why: 'You can have it explained, have a person look at it, or challenge it. This tells the council which.',
      choices: [
        {
          title: 'Have a person look at it again',
          means:
            /^(?:(?:a |get a |have a |i want a )?(?:person|human|somebody|someone)(?: to (?:look(?: at it)?(?: again)?|check(?: it)?|review(?: it)?|decide))?|look again|review(?: it)?)$/,
        },
        {
          title: 'Explain how it was decided',
          means:
            /^(?:explain(?: it| why| how)?|an explanation|(?:tell me )?(?:why|how)(?: it was decided)?|the reasons?)$/,
        },
        {
          title: 'Challenge it',
          means:
            /^(?:(?:i want to )?(?:challenge|contest|appeal|dispute|fight)(?: it)?|change (?:it|the decision)|its wrong)$/,
        },
      ],
      ownWords: true,
      otherwise: (text) =>
        /\p{L}{3}/u.test(text) && !yesOrNo(text)
          ? { answer: { words: text.trim(), understood: text.trim() } }
          : { problem: 'Please choose one of these, or tell me in a few words what should happen.' },
    }),
    ...people,
    services,
    ...help,
  ],
  details: ({ decision, outcomeWanted }) =>
    [
      decision?.understood && `Decision: ${decision.understood}`,
      outcomeWanted?.understood && `Wanted: ${outcomeWanted.understood}`,
    ]
      .filter(Boolean)
      .join('\n'),
  next: 'The Data Protection Officer’s team will find out how it was decided. They will tell you what they found and what you can do next.',
};
