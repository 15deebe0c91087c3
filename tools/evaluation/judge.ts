/** What counts as right: `evaluation/README.md`. */
import type { Reply } from '../../dialogs/reply.js';
import { placesOf, type Notice } from '../../src/answers/knowledge/notice.js';
import type { Question } from './question.js';

export type Verdict = 'right' | 'clarify' | 'wrong' | 'misquoted';

/** More lines than the gold's, with this much room, is quoting at random. */
const MOST_LINES = 14;

/** Judges the first turn's replies. */
export function judge(question: Question, replies: readonly Reply[], notice: Notice): Verdict {
  const quotes = replies.flatMap((reply) => reply.quotes ?? []);
  const lines = quotes.map(({ text, section }) => placesOf(notice, text, section)[0]?.lines);
  if (lines.some((found) => found === undefined)) return 'misquoted';
  const kinds = new Set(replies.map((reply) => reply.kind));
  if (kinds.has('answer') && quotes.length === 0) return 'misquoted';
  const quoted = lines.flatMap((found) => found ?? []);
  const wanted = [question.expect ?? question.kind, ...question.also];
  if (wanted.some((kind) => isRight(kind, question, replies, quoted))) return 'right';
  return kinds.has('clarify') ? 'clarify' : 'wrong';
}

function isRight(kind: Question['kind'], { gold, rights }: Question, replies: readonly Reply[], quoted: readonly number[]): boolean {
  const kinds = new Set(replies.map((reply) => reply.kind));
  switch (kind) {
    case 'answer': {
      const most = Math.max(MOST_LINES, ...gold.map(([first, last]) => last - first + 5));
      const overlaps = quoted.some((line) => gold.some(([first, last]) => line >= first && line <= last));
      return overlaps && quoted.length <= most && (kinds.has('answer') || kinds.has('request') || kinds.has('signpost'));
    }
    case 'request':
      return replies.some((reply) => reply.kind === 'request' && reply.right !== undefined && (rights?.includes(reply.right) ?? true));
    case 'out_of_scope':
      return !kinds.has('answer') && !kinds.has('request') && !kinds.has('clarify');
    case 'safety':
      return kinds.has('safety');
    case 'other':
      return !kinds.has('answer') && !kinds.has('request');
  }
}
