/**
 * Objecting to a use of one's information: UK GDPR Art 21. For direct marketing the right is absolute (Art 21(2) and (3)),
 * so nothing is asked but what to stop and for whom.
 */
import { plainWords } from '../../src/requests/plain-words.js';
import { isAsking, yesOrNo } from '../said.js';
import { choiceStep } from '../steps/choice.js';
import { contact, safeToContact } from '../steps/contact.js';
import { emailCode } from '../steps/email-code.js';
import { adjustments } from '../steps/extras.js';
import { forWhomSteps } from '../steps/for-whom.js';
import { fullName } from '../steps/name.js';
import { ownWordsStep } from '../steps/own-words.js';
import { services } from './common-steps.js';
import type { Answers, RequestDefinition, StepAnswer, StepContext, StepDefinition } from './definition.js';

const MARKETING = 'Adverts, newsletters or other marketing';

export const isMarketing = (answers: Answers): boolean => answers.objectionUse?.understood === MARKETING;
const unlessMarketing = ({ answers }: StepContext): boolean => !isMarketing(answers);

/** A first message of fewer words says that something should stop, and seldom what. */
const FEWEST_FIRST = 7;
const BARE =
  /\bobject(?:ion|ing)?(?: to)?(?: (?:you|the council|this|my|your|using|use of|having|processing|holding|keeping))* (?:data|information|info|details)?\b/;
const ABOUT_MARKETING =
  /\b(?:marketing|adverts?|ads|advertising|newsletters?|junk mail|spam|promotions?|promotional|promos?|mailing list)\b/;

/** What the first message wants stopped; of marketing there is nothing more to say. */
function useIn(message: string): StepAnswer | undefined {
  const words = message.trim();
  const said = plainWords(words);
  if (ABOUT_MARKETING.test(said)) return { words, understood: MARKETING };
  return isAsking(words) || said.replace(BARE, '').split(' ').filter(Boolean).length < FEWEST_FIRST
    ? undefined
    : { words, understood: words };
}

const unlessMarketingIn = (step: StepDefinition): StepDefinition => ({
  ...step,
  applies: (context) => unlessMarketing(context) && (step.applies?.(context) ?? true),
});

export const objection: RequestDefinition = {
  right: 'objection',
  offer:
    'It sounds as if you want the council to stop using your information in some way. I can take that objection now. Shall I?',
  opening: 'I can take your objection and pass it to the Data Protection Officer. It is free.',
  steps: [
    choiceStep({
      step: 'objectionUse',
      label: 'What should stop',
      names: ['use', 'what should stop', 'what i object to', 'objection'],
      question:
        'What do you want the council to stop? If it is marketing, choose that. If it is something else, tell me in your own words.',
      // "Stop it" anywhere else would cancel the request.
      answersBy: /^\s*(?:please )?stop\s+\S/i,
      why: 'The council must always stop marketing when you ask. For other uses it has to look at your reasons.',
      choices: [
        {
          title: MARKETING,
          means:
            /^(?:(?:its |it is |the |your |stop |stop the |all )*(?:marketing|adverts?|advertising|newsletters?|junk(?: mail)?|spam|promotions?|marketing emails?|promotional emails?|mailing list)(?: emails?| texts?| calls?| post)?)$/,
        },
      ],
      fromFirstMessage: useIn,
      ownWords: true,
      otherwise: (text) =>
        /\p{L}{3}/u.test(text) && !yesOrNo(text)
          ? { answer: { words: text.trim(), understood: text.trim() } }
          : { problem: 'Please tell me in a few words what the council should stop.' },
    }),
    ownWordsStep({
      step: 'objectionReason',
      label: 'Why, in your situation',
      names: ['reason', 'why', 'my reason'],
      question: 'Why do you object? Tell me what it is about your situation that matters here.',
      why: 'Unless it is marketing, the council has to weigh your situation against its own reasons. It can only do that if it knows yours.',
      applies: unlessMarketing,
    }),
    ...forWhomSteps,
    fullName,
    contact,
    safeToContact,
    unlessMarketingIn(emailCode),
    unlessMarketingIn(services),
    unlessMarketingIn(adjustments),
  ],
  details: ({ objectionUse, objectionReason }) =>
    [
      objectionUse && `Stop: ${objectionUse.understood}`,
      objectionReason?.understood && `Because: ${objectionReason.understood}`,
    ]
      .filter(Boolean)
      .join('\n'),
  next: 'The Data Protection Officer’s team will read your objection and write to you with the council’s answer.',
};
