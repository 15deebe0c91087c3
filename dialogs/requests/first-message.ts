/** What the first message of a request already says, so that it need not be asked. Open to change, like any answer. */
import { londonDate } from '../../src/requests/dates.js';
import type { Surroundings } from '../conversation.js';
import { mineMessage } from '../mining/index.js';
import type { Answers, RequestDefinition } from './definition.js';

export function firstAnswers({ steps }: RequestDefinition, message: string, { council, now }: Surroundings): Answers {
  const mined = mineMessage(message, { services: council.services, today: londonDate(now) });
  return Object.fromEntries(
    steps.flatMap(({ step, fromFirstMessage }) => {
      const answer = mined[step] ?? fromFirstMessage?.(message);
      return answer ? [[step, answer]] : [];
    }),
  );
}
