/** The shape of every file under `knowledge/`: one zod schema each, and the types that follow from it. */
import { z } from 'zod';
import { RIGHTS, type Right } from '../../requests/right.js';

const id = z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'use lower-case words joined by hyphens');
const line = z.string().trim().min(1);
const phrasings = z.array(line).min(1, 'an entry needs phrasings: how would people ask for it?');

/** A quote: its words (one line of the notice, or several joined by line breaks), and the section where they are ambiguous. */
const quote = z.union(
  [
    line.transform((text) => ({ text, section: undefined as string | undefined })),
    z.strictObject({ text: line, section: line }),
  ],
  'a quote is text, or a text and its section; write it so',
);

const common = { id, title: line, answer: line, followUps: z.array(id).default([]), phrasings };

/** What the notice says about one thing a person may want to know. */
export const topicSchema = z.strictObject({ ...common, quotes: z.array(quote).min(1, 'an answer needs a quote') });

/** What people ask that a notice does not say: `answer` says so and names the right place. */
export const beyondSchema = z.strictObject({
  ...common,
  kind: z.enum(['signpost', 'unanswerable']).default('signpost'),
});

/** What the notice says near to what it does not: quotes for an entry of `beyond.yaml`. */
export const nearbySchema = z.array(z.strictObject({ entry: id, quotes: z.array(quote).min(1) }));

/** How people ask to exercise a right. */
export const requestSchema = z.strictObject({ id, right: z.enum(RIGHTS), title: line, phrasings });

/** Danger, distress and the rest of talk. */
export const talkSchema = z.strictObject(common);

/** Everyday words for a term of the field: every line under `words` is read as if it held `concept` as well. */
export const lexiconSchema = z.array(z.strictObject({ concept: id, words: z.array(line).min(1) }));

/** Passages that say nothing a person would ask for. */
export const notAskedSchema = z.array(z.strictObject({ passage: line, reason: line }));

const link = z.strictObject({ title: line, url: z.url() });

/** What another council would change. */
export const councilSchema = z.strictObject({
  name: line,
  shortName: line,
  controller: line,
  dpoMailbox: z.email(),
  website: link,
  noticeUrl: z.url(),
  noticeVersion: line,
  /** The number of days the notice itself promises for an access request; the earlier of law and notice is worked to. */
  noticePromiseDays: z.int().positive().optional(),
  nation: z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
  links: z.record(id, link).default({}),
  /** Services a request may name; `also` are other words for them. */
  services: z.array(z.strictObject({ id, name: line, also: z.array(line).default([]) })).min(1),
  partners: z.array(z.strictObject({ name: line, does: line })).default([]),
});
export type Council = z.infer<typeof councilSchema>;

export interface Quote {
  /** Headings above the quote: "Your rights > You can object to us using your data". */
  readonly section: string;
  /** Verbatim; line breaks part list items. */
  readonly text: string;
  /** The notice's line numbers (1-based), one for each line of `text`, or for each cell between its bars. */
  readonly lines: readonly number[];
}

interface EntryBase {
  readonly id: string;
  readonly title: string;
  readonly phrasings: readonly string[];
}
export interface AnswerEntry extends EntryBase {
  readonly act: 'answer';
  readonly answer: string;
  readonly quotes: readonly Quote[];
  readonly followUps: readonly string[];
}
export interface BeyondEntry extends EntryBase {
  readonly act: 'beyond';
  readonly kind: 'signpost' | 'unanswerable';
  readonly answer: string;
  /** What the notice does say near to it. */
  readonly quotes?: readonly Quote[];
  readonly followUps: readonly string[];
}
export interface RequestEntry extends EntryBase {
  readonly act: 'request';
  readonly right: Right;
}
export interface TalkEntry extends EntryBase {
  readonly act: 'safety' | 'chat';
  readonly answer: string;
  readonly followUps: readonly string[];
}
/** One thing the assistant can recognise, and what it then says. */
export type Entry = AnswerEntry | BeyondEntry | RequestEntry | TalkEntry;
/** What a message is, before what it is about. */
export type Act = Entry['act'];
