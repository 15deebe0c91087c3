/** Reads YAML files of a known shape. Whatever is wrong becomes a fault, so that an editor sees all of it at once. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, isAlias, isNode, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import type { Fault } from './fault.js';

/** Where an entry stands. */
export interface Where {
  readonly file: string;
  readonly line: number;
  readonly entry: string;
}

interface Parsed {
  readonly content: unknown;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const NEEDS_MARKS =
  'put text in quotation marks where it holds a colon and a space, or begins with a mark such as * & ! { [ @';

/** The files under one folder, the faults found in them so far, and where each entry stands. */
export class KnowledgeReader {
  readonly faults: Fault[] = [];
  readonly whereabouts = new Map<string, { file: string; line: number }>();
  /** @param root the folder that file names are relative to. */
  constructor(private readonly root: string) {}

  /** A file as it is. */
  text(file: string): string | undefined {
    return this.#reach(file, (path) => readFileSync(path, 'utf8'));
  }

  /** The YAML files of a folder, sorted. */
  filesIn(folder: string): string[] {
    const names = this.#reach(folder, (path) => readdirSync(path)) ?? [];
    return names
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
      .map((name) => `${folder}/${name}`);
  }

  #reach<T>(name: string, reach: (path: string) => T): T | undefined {
    try {
      return reach(join(this.root, name));
    } catch {
      this.faults.push({ file: name, line: 0, message: 'cannot be read; create it, or check the name of its folder' });
      return undefined;
    }
  }

  /** A file whose whole content has one shape. */
  one<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    const parsed = this.#parse(file);
    if (!parsed) return undefined;
    const result = schema.safeParse(parsed.content);
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.#report({ file }, parsed, [], issue);
    return undefined;
  }

  /** A file that is a list of entries: each is parsed alone, so that one fault does not hide the others. */
  list<S extends z.ZodType<{ id: string }>>(file: string, schema: S): { value: z.output<S>; where: Where }[] {
    const parsed = this.#parse(file);
    if (!parsed) return [];
    if (!Array.isArray(parsed.content)) {
      this.faults.push({ file, line: 1, message: 'the file must be a list of entries, each beginning with "- id:"' });
      return [];
    }
    return parsed.content.flatMap((item: unknown, index) => {
      const result = schema.safeParse(item);
      const entry = z.object({ id: z.string() }).safeParse(item).data?.id ?? `entry ${index + 1}`;
      if (!result.success) {
        for (const issue of result.error.issues) this.#report({ file, entry }, parsed, [index], issue);
        return [];
      }
      const where = { file, line: parsed.lineOf([index]), entry };
      const known = this.whereabouts.get(entry);
      if (known)
        this.faults.push({ ...where, message: `this id is taken by ${known.file}:${known.line}; choose another` });
      else this.whereabouts.set(entry, { file, line: where.line });
      return [{ value: result.data, where }];
    });
  }

  #report(
    at: Pick<Fault, 'file' | 'entry'>,
    { content, lineOf }: Parsed,
    above: readonly number[],
    issue: z.core.$ZodIssue,
  ): void {
    const path = [...above, ...issue.path];
    const field = issue.path.filter((part) => typeof part === 'string').join('.');
    const stray = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const message = remedy(issue, valueAt(content, path));
    this.faults.push({ ...at, line: lineOf([...path, ...stray]), message: `${field ? `${field}: ` : ''}${message}` });
  }

  #parse(file: string): Parsed | undefined {
    const text = this.text(file);
    if (text === undefined) return undefined;
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter });
    const lineAt = (offset: number): number => counter.linePos(offset).line;
    const wrong = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
      line: lineAt(pos[0]),
      message: `this is not YAML: ${message.split('\n')[0] ?? ''}; ${NEEDS_MARKS}`,
    }));
    const found = wrong.length
      ? wrong
      : lostWords(document).map((offset) => ({
          line: lineAt(offset),
          message: `a word that begins with & or * would be lost here; ${NEEDS_MARKS}`,
        }));
    this.faults.push(...found.map((fault) => ({ file, ...fault })));
    if (found.length) return undefined;
    const lineOf = (path: readonly PropertyKey[]): number => {
      for (let depth = path.length; depth >= 0; depth -= 1) {
        const node: unknown = document.getIn(path.slice(0, depth), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return 1;
    };
    return { content: document.toJS(), lineOf };
  }
}

/** Where YAML would take a word for an anchor or an alias, which no knowledge file uses. */
function lostWords(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Node(_, node) {
      if ((isAlias(node) || node.anchor) && node.range) offsets.push(node.range[0]);
    },
  });
  return offsets;
}

const valueAt = (content: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && part in value ? Reflect.get(value, part) : undefined,
    content,
  );

/** What zod found, as what to do about it. The schemas' own messages are kept. */
function remedy(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${issue.keys.map((key) => `"${key}"`).join(', ')} has no meaning here; correct the name, or take it out`;
    case 'invalid_type':
      if (value === undefined || value === null) return 'this is missing; write it';
      if (issue.expected === 'string') return 'this is not read as text; put it in quotation marks';
      return issue.expected === 'array' ? 'this must be a list, with "- " before each item' : issue.message;
    case 'too_small':
      return issue.origin === 'string' ? 'this is empty; fill it in' : issue.message;
    default:
      return issue.message;
  }
}
