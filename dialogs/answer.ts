/** An outcome of the answer engine → what is said. */
import type { Answerer, Outcome } from '../src/answers/answer.js';
import type { AnswerEntry, Council, Entry, Quote } from '../src/answers/knowledge/schema.js';
import type { Button, Reply } from './reply.js';
import { wording } from './wording.js';

/** More buttons than this are not read. */
const MOST_BUTTONS = 3;

/** What is said for every outcome but a request, which is the request dialog's. */
export function sayOutcome(
  outcome: Exclude<Outcome, { family: 'request' }>,
  answerer: Answerer,
  council: Council,
): Reply {
  switch (outcome.family) {
    case 'answer':
      return sayAnswer(outcome.entry, answerer);
    case 'signpost':
      return {
        kind: 'signpost',
        entry: outcome.entry.id,
        text: outcome.entry.answer,
        ...buttonsOf(outcome.entry, answerer),
      };
    case 'unanswerable':
      return outcome.entry
        ? {
            kind: 'unanswerable',
            entry: outcome.entry.id,
            text: outcome.entry.answer,
            ...buttonsOf(outcome.entry, answerer),
          }
        : { kind: 'unanswerable', text: wording.unanswerable(council) };
    case 'safety':
      return { kind: 'safety', entry: outcome.entry.id, text: outcome.entry.answer };
    case 'chat':
      return {
        kind: 'chat',
        entry: outcome.entry.id,
        text: outcome.entry.answer,
        ...buttonsOf(outcome.entry, answerer),
      };
  }
}

function sayAnswer(entry: AnswerEntry, answerer: Answerer): Reply {
  return {
    kind: 'answer',
    entry: entry.id,
    plain: entry.answer,
    text: `${entry.answer}\n\n${entry.quotes.map(quoteInMarkdown).join('\n\n')}`,
    quotes: entry.quotes,
    ...buttonsOf(entry, answerer),
  };
}

/** The notice's words as a quotation with their section, for clients that show nothing but the text. */
function quoteInMarkdown({ text, section }: Quote): string {
  const lines = text.split('\n').map((line) => `> ${line}`);
  return [...lines, '>', `> — *Privacy notice: ${section}*`].join('\n');
}

/** A button sends an entry's title, which the answerer knows again. */
export function buttonOf(entry: Entry): Button {
  return { title: entry.title, value: entry.title };
}

function buttonsOf(
  entry: { readonly followUps: readonly string[] },
  answerer: Answerer,
): { buttons?: readonly Button[] } {
  const known = entry.followUps.flatMap((id) => answerer.entry(id) ?? []).slice(0, MOST_BUTTONS);
  return known.length ? { buttons: known.map(buttonOf) } : {};
}
