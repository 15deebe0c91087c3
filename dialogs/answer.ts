/** An outcome of the answer engine → what is said. */
import type { Answerer, Outcome } from '../src/answers/answer.js';
import type { BeyondEntry, Council, Entry, Quote } from '../src/answers/knowledge/schema.js';
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
      return sayAnswer(outcome, answerer);
    case 'signpost':
      return saySignpost(outcome.entry, answerer);
    case 'unanswerable':
      return outcome.entry
        ? {
            kind: 'unanswerable',
            entry: outcome.entry.id,
            text: outcome.entry.answer,
            ...buttonsOf(outcome.entry, answerer),
          }
        : { kind: 'unanswerable', text: wording.unanswerable(council) };
    case 'clarify':
      return { kind: 'clarify', text: wording.clarify, buttons: optionsOf(outcome.entries) };
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

function saySignpost(entry: BeyondEntry, answerer: Answerer): Reply {
  const { id, answer, quotes = [] } = entry;
  if (quotes.length === 0) return { kind: 'signpost', entry: id, text: answer, ...buttonsOf(entry, answerer) };
  const plain = `${answer}\n\n${wording.onlyThis}`;
  return { kind: 'signpost', entry: id, plain, ...quoted(plain, quotes), ...buttonsOf(entry, answerer) };
}

/** The text with the notice's words below it, and the quotes by themselves. */
export function quoted(
  plain: string,
  quotes: readonly Quote[],
): { readonly text: string; readonly quotes: readonly Quote[] } {
  return { text: `${plain}\n\n${quotes.map(quoteInMarkdown).join('\n\n')}`, quotes };
}

function sayAnswer({ entry, sure, other }: Extract<Outcome, { family: 'answer' }>, answerer: Answerer): Reply {
  const lead = other ? wording.orPerhaps(entry.title) : wording.perhaps(entry.title);
  const plain = sure ? entry.answer : `${lead}\n\n${entry.answer}`;
  return { kind: 'answer', entry: entry.id, plain, ...quoted(plain, entry.quotes), ...buttonsOf(entry, answerer) };
}

function optionsOf(entries: readonly Entry[]): Button[] {
  return [...entries.map(buttonOf), { title: wording.somethingElse, value: wording.somethingElse }];
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
