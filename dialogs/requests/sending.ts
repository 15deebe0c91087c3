/** A checked request is handed over, and whatever was asked for besides comes next. */
import type { Turn } from '../conversation.js';
import type { Reply } from '../reply.js';
import { wording } from '../wording.js';
import { askNext } from './asking.js';
import { beginRequest } from './beginning.js';
import type { Answers } from './definition.js';
import { applicableAnswers, finish } from './finish.js';
import { unanswered, type Running } from './running.js';

export function send(running: Running): Turn {
  // Something may have come to be asked while the answers were being checked: whether it is safe to write.
  if (unanswered(running)) return askNext(running);
  const finished = finish(running);
  const { definition, surroundings } = running;
  const { reference, right } = finished.request;
  const sent: Reply = {
    kind: 'request',
    right,
    step: 'sent',
    reference,
    text: wording.sent(surroundings.council, {
      reference,
      isComplaint: right === 'complaint',
      due: finished.due,
      counted: finished.deadline.reason,
      next: definition.next,
      acknowledged: finished.acknowledged,
    }),
  };
  const { request: _sent, next = [], ...state } = running.state;
  const [following, ...later] = next;
  if (!following) return { state, replies: [sent], finished };
  const turn = beginRequest(
    following,
    { ...state, ...(later.length ? { next: later } : {}) },
    surroundings,
    carried(running),
  );
  return { ...turn, replies: [sent, ...turn.replies], finished };
}

/** The answers that are the person's rather than the request's. */
export function carried(running: Running): Answers {
  const carries = new Set(running.definition.steps.filter(({ carries }) => carries).map(({ step }) => step));
  return Object.fromEntries(Object.entries(applicableAnswers(running)).filter(([step]) => carries.has(step as never)));
}
