/** A checked request is handed over, and whatever was asked for besides comes next. */
import { dayInWords } from '../../src/requests/dates.js';
import type { ConversationState, Turn } from '../conversation.js';
import type { Reply } from '../reply.js';
import { wording } from '../wording.js';
import { additionOf, withSent } from './adding.js';
import { askNext } from './asking.js';
import { beginRequest } from './beginning.js';
import type { Answers } from './definition.js';
import { applicableAnswers, finish } from './finish.js';
import { unanswered, type Running } from './running.js';

export function send(running: Running): Turn {
  // Something may have come to be asked while the answers were being checked: whether it is safe to write.
  if (unanswered(running)) return askNext(running);
  return goOn(running, handOver(running));
}

interface Sent {
  /** What it says of it, and hands over. */
  readonly said: Reply;
  readonly state: ConversationState;
  readonly handed: Pick<Turn, 'finished' | 'added'>;
}

/** The request itself, or what it adds to an earlier one. */
function handOver(running: Running): Sent {
  const { definition, request, state, surroundings } = running;
  const answers = applicableAnswers(running);
  const added = additionOf(running, answers);
  if (added) {
    const { reference, right, dueDate } = added.addition;
    const text = wording.added(surroundings.council, reference, dayInWords(dueDate));
    return {
      said: { kind: 'request', right, step: 'sent', reference, text },
      state: added.state,
      handed: { added: added.addition },
    };
  }
  const finished = finish(running);
  const { reference } = finished.request;
  const text = wording.sent(surroundings.council, {
    reference,
    isComplaint: request.right === 'complaint',
    due: finished.due,
    counted: finished.deadline.reason,
    next: definition.next,
    acknowledged: finished.acknowledged,
  });
  return {
    said: { kind: 'request', right: request.right, step: 'sent', reference, text },
    state: withSent(state, finished.request, answers, surroundings.now),
    handed: { finished },
  };
}

function goOn(running: Running, { said, state: after, handed }: Sent): Turn {
  const { request: _sent, next = [], ...state } = after;
  const [following, ...later] = next;
  if (!following) return { state, replies: [said], ...handed };
  const turn = beginRequest(
    following,
    { ...state, ...(later.length ? { next: later } : {}) },
    running.surroundings,
    carried(running),
  );
  return { ...turn, replies: [said, ...turn.replies], ...handed };
}

/** The answers that are the person's rather than the request's. */
export function carried(running: Running): Answers {
  const carries = new Set(running.definition.steps.filter(({ carries }) => carries).map(({ step }) => step));
  return Object.fromEntries(Object.entries(applicableAnswers(running)).filter(([step]) => carries.has(step as never)));
}
