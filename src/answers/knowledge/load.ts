/** Reads the knowledge of one council from its folder; every fault is gathered with file, line and remedy. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument, isNode, type Document } from 'yaml';
import { z } from 'zod';
import { parseNotice, placesOf, type Notice } from './notice.js';
import {
  beyondSchema,
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

/** Something wrong in a knowledge file, as an editor needs to read it. */
export interface Fault {
  readonly file: string;
  /** 1-based; 0 where the whole file is meant. */
  readonly line: number;
  readonly entry?: string;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

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
  readonly notAsked: readonly { readonly passage: string; readonly reason: string }[];
  /** Where each entry stands, for messages to its editor. */
  readonly whereabouts: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
}

/** Faults that make the knowledge unusable. The message lists them all, a line each. */
export class KnowledgeError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`${faults.length} fault(s) in the knowledge:\n${faults.map(describeFault).join('\n')}`);
  }
}

/** `topics/rights.yaml:12 sar-free: …` */
export function describeFault({ file, line, entry, message }: Fault): string {
  return `${file}${line ? `:${line}` : ''}${entry ? ` ${entry}` : ''}: ${message}`;
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

/** Like {@link loadKnowledge}, but hands the faults back. `knowledge` is missing where a file could not be read at all. */
export function readKnowledge(root: string, councilFolder: string): { knowledge?: Knowledge; faults: Fault[] } {
  const reader = new Reader(root);
  const own = (name: string): string => join(councilFolder, name);
  const council = reader.one(own('council.yaml'), councilSchema);
  const notAsked = reader.one(own('not-asked.yaml'), notAskedSchema) ?? [];
  const lexicon = reader.one(join('uk', 'lexicon.yaml'), lexiconSchema) ?? [];
  const notice = parseNotice(readFileSync(join(root, own('notice.md')), 'utf8'));
  if (!council) return { faults: reader.faults };

  const fill = (text: string, where: Where): string => fillPlaceholders(text, council, where, reader.faults);
  const topicFiles = readdirSync(join(root, own('topics'))).filter((name) => name.endsWith('.yaml')).sort();
  const entries: Entry[] = [
    ...topicFiles.flatMap((name) =>
      reader.list(own(join('topics', name)), topicSchema).map(({ value, where }): Entry => ({
        ...value,
        act: 'answer',
        answer: fill(value.answer, where),
        quotes: value.quotes.map((quote) => locate(notice, quote, where, reader.faults)),
      })),
    ),
    ...reader.list(join('uk', 'beyond.yaml'), beyondSchema).map(({ value, where }): Entry => ({ ...value, act: 'beyond', answer: fill(value.answer, where) })),
    ...reader.list(join('uk', 'requests.yaml'), requestSchema).map(({ value }): Entry => ({ ...value, act: 'request' })),
    ...reader.list(join('uk', 'safety.yaml'), talkSchema).map(({ value, where }): Entry => ({ ...value, act: 'safety', answer: fill(value.answer, where) })),
    ...['chat.yaml', 'languages.yaml'].flatMap((name) =>
      reader.list(join('uk', name), talkSchema).map(({ value, where }): Entry => ({ ...value, act: 'chat', answer: fill(value.answer, where) })),
    ),
  ];
  return { knowledge: { council, notice, entries, lexicon, notAsked, whereabouts: reader.whereabouts }, faults: reader.faults };
}

interface Where {
  readonly file: string;
  readonly line: number;
  readonly entry: string;
}

class Reader {
  readonly faults: Fault[] = [];
  readonly whereabouts = new Map<string, { file: string; line: number }>();
  constructor(private readonly root: string) {}

  one<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const { document, lineOf } = this.#parse(file);
    const result = schema.safeParse(document.toJS());
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.#report(file, lineOf(issue.path), issue);
    return undefined;
  }

  /** A file that is a list of entries: each is parsed alone, so that one fault does not hide the others. */
  list<S extends z.ZodType<{ id: string }>>(file: string, schema: S): { value: z.output<S>; where: Where }[] {
    const { document, lineOf } = this.#parse(file);
    const items: unknown = document.toJS();
    if (!Array.isArray(items)) {
      this.faults.push({ file, line: 1, message: 'the file must be a list of entries, each beginning with "- id:"' });
      return [];
    }
    return items.flatMap((item: unknown, index) => {
      const line = lineOf([index]);
      const result = schema.safeParse(item);
      const name = z.object({ id: z.string() }).safeParse(item).data?.id ?? `entry ${index + 1}`;
      if (!result.success) {
        for (const issue of result.error.issues) this.#report(file, lineOf([index, ...issue.path]), issue, name);
        return [];
      }
      const known = this.whereabouts.get(result.data.id);
      if (known) this.faults.push({ file, line, entry: name, message: `this id is taken by ${known.file}:${known.line}; choose another` });
      this.whereabouts.set(result.data.id, { file, line });
      return [{ value: result.data, where: { file, line, entry: name } }];
    });
  }

  #report(file: string, line: number, issue: z.core.$ZodIssue, entry?: string): void {
    const field = issue.path.filter((part) => typeof part === 'string').join('.');
    this.faults.push({ file, line, ...(entry ? { entry } : {}), message: `${field ? `${field}: ` : ''}${issue.message}` });
  }

  #parse(file: string): { document: Document; lineOf: (path: readonly PropertyKey[]) => number } {
    const counter = new LineCounter();
    const document = parseDocument(readFileSync(join(this.root, file), 'utf8'), { lineCounter: counter });
    for (const error of document.errors) {
      this.faults.push({ file, line: counter.linePos(error.pos[0]).line, message: `this is not YAML: ${error.message.split('\n')[0] ?? ''}` });
    }
    const lineOf = (path: readonly PropertyKey[]): number => {
      for (let depth = path.length; depth >= 0; depth -= 1) {
        const node: unknown = document.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
      }
      return 1;
    };
    return { document, lineOf };
  }
}

function locate(notice: Notice, quote: { text: string; section?: string | undefined }, where: Where, faults: Fault[]): Quote {
  const places = placesOf(notice, quote.text, quote.section);
  const start = quote.text.slice(0, 60).replaceAll('\n', ' / ');
  if (places.length === 0) {
    faults.push({ ...where, message: `not in the notice${quote.section ? ` under "${quote.section}"` : ''}, as whole sentences or list items: "${start}"; copy the words from ${basename('notice.md')}` });
  } else if (places.length > 1) {
    faults.push({ ...where, message: `stands in ${places.length} places of the notice: "${start}"; add a neighbouring line, or a section` });
  }
  return { text: quote.text.trim(), section: places[0]?.section ?? '', lines: places[0]?.lines ?? [] };
}

/** `{council}`, `{controller}`, `{dpo}`, `{website}`, `{notice}` and `{links.foi}` stand for what `council.yaml` says. */
function fillPlaceholders(text: string, council: Council, where: Where, faults: Fault[]): string {
  const values: Record<string, string | undefined> = {
    council: council.name,
    controller: council.controller,
    dpo: council.dpoMailbox,
    website: council.website.url,
    notice: council.noticeUrl,
  };
  return text.replace(/\{([a-zA-Z.-]+)\}/g, (whole, name: string) => {
    const value = name.startsWith('links.') ? council.links[name.slice('links.'.length)]?.url : values[name];
    if (value === undefined) faults.push({ ...where, message: `${whole} is not known: add it to council.yaml, or write the words out` });
    return value ?? whole;
  });
}
