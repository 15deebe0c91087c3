/** What the assistant, or another engine that found an entry, replies: as far as it is judged. */
import type { Reply, ReplyKind } from '../../../dialogs/reply.js';
import type { Outcome } from '../../../src/answers/answer.js';
import type { Entry } from '../../../src/answers/knowledge/schema.js';

export function replyTo(outcome: Outcome): Reply {
  if (outcome.family === 'clarify') return { kind: 'clarify', text: '' };
  return outcome.entry ? replyWith(outcome.entry) : { kind: 'unanswerable', text: '' };
}

export function replyWith(entry: Entry): Reply {
  return {
    kind: kindOf(entry),
    text: '',
    entry: entry.id,
    ...('quotes' in entry && entry.quotes ? { quotes: entry.quotes } : {}),
    ...('right' in entry ? { right: entry.right } : {}),
  };
}

function kindOf(entry: Entry): ReplyKind {
  return entry.act === 'beyond' ? entry.kind : entry.act;
}
