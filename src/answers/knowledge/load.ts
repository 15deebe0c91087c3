/** Reads the knowledge of one council from its folder; every fault is gathered with file, line and remedy. */
import { KnowledgeError, type Fault } from './fault.js';
import { parseNotice, placesOf, type Notice } from './notice.js';
import { KnowledgeReader, type Where } from './reader.js';
import {
  beyondSchema,
  nearbySchema,
  councilSchema,
  lexiconSchema,
  notAskedSchema,
  requestSchema,
  talkSchema,
  topicSchema,
  type Council,
  type Entry,
  type Quote,
} from './schema.js';

export { KnowledgeError, describeFault, type Fault } from './fault.js';

export interface LexiconConcept {
  readonly concept: string;
  readonly words: readonly string[];
}

/** All that the assistant knows for one council. */
export interface Knowledge {
  readonly council: Council;
  readonly notice: Notice;
  readonly entries: readonly Entry[];
  readonly lexicon: readonly LexiconConcept[];
  /** The text of `word-classes.txt`. */
  readonly wordClasses: string;
  readonly notAsked: readonly { readonly passage: string; readonly reason: string }[];
  /** Where each entry stands, for messages to its editor. */
  readonly whereabouts: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
}

/**
 * Loads `knowledge/<council>` and `knowledge/uk`.
 * @throws {KnowledgeError} when a file cannot be read as its schema says, or a quote is not in the notice.
 */
export function loadKnowledge(root: string, councilFolder: string): Knowledge {
  const { knowledge, faults } = readKnowledge(root, councilFolder);
  if (!knowledge || faults.length) throw new KnowledgeError(faults);
  return knowledge;
}

/** Like {@link loadKnowledge}, but hands the faults back. `knowledge` is missing where the council or its notice could not be read. */
export function readKnowledge(root: string, councilFolder: string): { knowledge?: Knowledge; faults: Fault[] } {
  const reader = new KnowledgeReader(root);
  const own = (name: string): string => `${councilFolder}/${name}`;
  const council = reader.one(own('council.yaml'), councilSchema);
  const published = reader.text(own('notice.md'));
  const notAsked = reader.one(own('not-asked.yaml'), notAskedSchema) ?? [];
  const lexicon = reader.one('uk/lexicon.yaml', lexiconSchema) ?? [];
  const wordClasses = reader.text('uk/word-classes.txt') ?? '';
  if (!council || published === undefined) return { faults: reader.faults };

  const notice = parseNotice(published);
  const fill = (text: string, where: Where): string => fillPlaceholders(text, council, where, reader.faults);
  const nearby = nearbyQuotes(reader, own('nearby.yaml'), notice);
  const entries: Entry[] = [
    ...reader.filesIn(own('topics')).flatMap((file) =>
      reader.list(file, topicSchema).map(({ value, where }): Entry => ({
        ...value,
        act: 'answer',
        answer: fill(value.answer, where),
        quotes: value.quotes.map((quote) => locate(notice, quote, where, reader.faults)),
      })),
    ),
    ...reader.list('uk/beyond.yaml', beyondSchema).map(({ value, where }): Entry => ({
      ...value,
      act: 'beyond',
      answer: fill(value.answer, where),
      quotes: nearby.get(value.id),
    })),
    ...reader.list('uk/requests.yaml', requestSchema).map(({ value }): Entry => ({ ...value, act: 'request' })),
    ...talk(reader, fill),
  ];
  reader.faults.push(...unknownNearby(own('nearby.yaml'), nearby.keys(), entries));
  return {
    knowledge: { council, notice, entries, lexicon, wordClasses, notAsked, whereabouts: reader.whereabouts },
    faults: reader.faults,
  };
}

/** Danger and distress, small talk, other languages. */
function talk(reader: KnowledgeReader, fill: (text: string, where: Where) => string): Entry[] {
  const read = (file: string, act: 'safety' | 'chat'): Entry[] =>
    reader.list(file, talkSchema).map(({ value, where }) => ({ ...value, act, answer: fill(value.answer, where) }));
  return [...read('uk/safety.yaml', 'safety'), ...read('uk/chat.yaml', 'chat'), ...read('uk/languages.yaml', 'chat')];
}

/** Quotes by the entry of `beyond.yaml` that they are shown with. */
function nearbyQuotes(reader: KnowledgeReader, file: string, notice: Notice): ReadonlyMap<string, readonly Quote[]> {
  const listed = reader.one(file, nearbySchema) ?? [];
  return new Map(
    listed.map(({ entry, quotes }) => {
      const where = { file, line: 0, entry };
      return [entry, quotes.map((quote) => locate(notice, quote, where, reader.faults))];
    }),
  );
}

/** @returns what to say of the ids that are those of no entry beyond the notice. */
function unknownNearby(file: string, ids: Iterable<string>, entries: readonly Entry[]): Fault[] {
  const known = new Set(entries.filter(({ act }) => act === 'beyond').map(({ id }) => id));
  return [...ids]
    .filter((id) => !known.has(id))
    .map((id) => ({
      file,
      line: 0,
      entry: id,
      message: 'is not the id of an entry of beyond.yaml; correct it or leave it out',
    }));
}

function locate(
  notice: Notice,
  quote: { text: string; section?: string | undefined },
  where: Where,
  faults: Fault[],
): Quote {
  const places = placesOf(notice, quote.text, quote.section);
  const start = quote.text.slice(0, 60).replaceAll('\n', ' / ');
  if (places.length === 0) {
    faults.push({
      ...where,
      message: `not in the notice${quote.section ? ` under "${quote.section}"` : ''}, as whole sentences or list items: "${start}"; copy the words from notice.md`,
    });
  } else if (places.length > 1) {
    faults.push({
      ...where,
      message: `stands in ${places.length} places of the notice: "${start}"; add a neighbouring line, or a section`,
    });
  }
  return { text: quote.text.trim(), section: places[0]?.section ?? '', lines: places[0]?.lines ?? [] };
}

/** `{council}`, `{controller}`, `{dpo}`, `{website}`, `{notice}` and `{links.foi}` stand for what `council.yaml` says. */
function fillPlaceholders(text: string, council: Council, where: Where, faults: Fault[]): string {
  const values = new Map([
    ['council', council.name],
    ['controller', council.controller],
    ['dpo', council.dpoMailbox],
    ['website', council.website.url],
    ['notice', council.noticeUrl],
    ...Object.entries(council.links).map(([name, { url }]): [string, string] => [`links.${name}`, url]),
  ]);
  return text.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const value = values.get(name);
    if (value === undefined)
      faults.push({ ...where, message: `${whole} is not known: add it to council.yaml, or write the words out` });
    return value ?? whole;
  });
}
