/** Every button that a step shows does what it says, as the assistant of Barnet understands it. */
import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../dialogs/conversation.js';
import { RIGHTS, type Right } from '../../src/requests/right.js';
import { talkInBarnet } from '../answers/barnet.js';
import { Talk } from './a-talk.js';

const BEGINNINGS: Readonly<Record<Right, string>> = {
  access: 'Please send me the records',
  objection: 'I want to object',
  rectification: 'please correct my record',
  erasure: 'delete my data please',
  restriction: 'please restrict my data',
  portability: 'I want data portability',
  automated_decision: 'human review please',
  consent_withdrawal: 'I withdraw my consent',
  complaint: 'I want to make a data protection complaint',
};
/** Where a step may not be skipped. */
const ANSWERS: Readonly<Record<string, string>> = {
  start: 'Go on with this request',
  forWhom: 'Someone else’s',
  relationship: 'my friend',
  subjectName: 'Ada Bell',
  authority: 'she asked me to in a letter',
  fullName: 'Tom Baker',
  contact: 'tom@example.org',
  safeToContact: 'Yes, it is safe',
  outcomeWanted: 'Explain how it was decided',
  objectionReason: 'it makes me ill',
  objectionUse: 'the posters in the hall',
  details: 'the old gym card',
  wrongInformation: 'the house number',
  rightInformation: 'it should be 12',
  decision: 'the letter of 3 June',
  recipient: 'to my new council',
};
const STAYS = ['Send a new code'];

describe('every button of a step', () => {
  for (const right of RIGHTS) {
    it(`of ${right} is understood, and leads on from it`, () => {
      const talk = talkInBarnet({ ...NEW_CONVERSATION, danger: true });
      talk.says(BEGINNINGS[right]);
      const seen = new Set<string>();
      while (talk.last.step !== 'checkAnswers') {
        const { step = '', buttons = [] } = talk.last;
        if (seen.has(step)) throw new Error(`stuck at ${step}: ${talk.last.text}`);
        seen.add(step);
        for (const { value } of buttons.filter((button) => !STAYS.includes(button.value))) {
          const pressed = new Talk(talk.state, talk.surroundings);
          pressed.says(value);
          expect(pressed.replies.map(({ kind }) => kind).join(), `“${value}” at ${step}`).to.match(
            /^(?:request|chat)$/,
          );
          expect(pressed.step, `“${value}” at ${step}`).not.to.equal(step);
        }
        talk.says(buttons.some(({ value }) => value === 'Skip') ? 'Skip' : (ANSWERS[step] ?? 'no answer'));
      }
      expect(seen.size).to.be.greaterThan(5);
    });
  }
});
