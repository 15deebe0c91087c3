/** Whatever comes in between, the request that is sent holds what its person last said, and nothing else. */
import { expect } from 'chai';
import { NEW_CONVERSATION } from '../../../dialogs/conversation.js';
import { isAsking } from '../../../dialogs/said.js';
import type { Step } from '../../../src/requests/step.js';
import { RIGHTS } from '../../../src/requests/right.js';
import { loadKnowledge } from '../../../src/answers/knowledge/load.js';
import { talkInBarnet } from '../../answers/barnet.js';
import { Conversation } from './conversation.js';
import { aPersona } from './persona.js';
import { seeded } from './random.js';

const CONVERSATIONS = 2_000;
/** For 220 conversations, on a machine that is busy with other things. */
const MOST_MS = 120_000;
const SEED = Number(process.env['SEED'] ?? 20_261_125);

/** Questions as people ask them, that the notice answers. */
const QUESTIONS = loadKnowledge('knowledge', 'barnet')
  .entries.filter(({ act }) => act === 'answer')
  .flatMap(({ phrasings }) => phrasings.slice(0, 6))
  .filter((words) => isAsking(words) && words.endsWith('?') && words.split(' ').length >= 4);

describe(`any request (seed ${SEED}; another with SEED=…)`, () => {
  for (const [i, right] of RIGHTS.entries()) {
    it(`of ${right} holds its person’s last answers, whatever comes in between`, () => {
      const each = Math.ceil(CONVERSATIONS / RIGHTS.length);
      for (let n = 0; n < each; n += 1) {
        const random = seeded(SEED + i * each + n);
        const talk = talkInBarnet(NEW_CONVERSATION);
        const persona = aPersona(right, random, () => talk.codes.at(-1)?.digits ?? 'skip');
        const conversation = new Conversation(persona, random, QUESTIONS, talk);
        const request = conversation.play();
        for (const [step, words] of Object.entries(request.answers))
          if (words !== conversation.answers[step as Step])
            conversation.fail(
              `${step} is handed over as “${words}”, not “${String(conversation.answers[step as Step])}”`,
            );
        expect(request.right).to.equal(right);
      }
    }).timeout(MOST_MS);
  }
});
