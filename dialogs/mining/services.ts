/** The council's services that a text names, matched to the council's own list; the person's words are kept. */
import { plainWords } from '../../src/requests/plain-words.js';
import type { StepAnswer, StepContext } from '../requests/definition.js';
import { meantService } from './misspelt.js';

export type Services = StepContext['services'];

/** A service, and the words that name it as they were typed. */
export interface NamedService {
  readonly name: string;
  readonly words: string;
  /** Places in the text. */
  readonly start: number;
  readonly end: number;
}

interface Token {
  /** As in {@link plainWords}. */
  readonly plain: string;
  /** Without the "'s" that something may have been typed to belong by: "the council tax team's letter". */
  readonly bare: string;
  readonly start: number;
  readonly end: number;
}

interface Phrase {
  readonly name: string;
  readonly tokens: readonly string[];
}

/** Longest first: "housing benefit" names no housing. The list is the same for as long as the service runs. */
const phrasesOf = new WeakMap<Services, readonly Phrase[]>();

function phrases(services: Services): readonly Phrase[] {
  let known = phrasesOf.get(services);
  if (!known) {
    known = services
      .flatMap(({ name, also }) => [name, ...also].map((words) => ({ name, plain: plainWords(words) })))
      .sort((a, b) => b.plain.length - a.plain.length)
      .map(({ name, plain }) => ({ name, tokens: plain.split(' ') }));
    phrasesOf.set(services, known);
  }
  return known;
}

function tokensOf(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}’']+/gu)].flatMap(({ index, 0: typed }) => {
    const plain = plainWords(typed);
    const bare = plainWords(typed.replace(/[’']s$/i, ''));
    return plain ? [{ plain, bare, start: index, end: index + typed.length }] : [];
  });
}

const is = (token: Token | undefined, word: string): boolean => token?.plain === word || token?.bare === word;

/** Services named in whole words, in the order of the text. */
export function servicesNamed(text: string, services: Services): NamedService[] {
  const tokens = tokensOf(text);
  const places = new Map<string, number[]>();
  tokens.forEach(({ plain, bare }, i) => {
    for (const word of new Set([plain, bare])) places.set(word, [...(places.get(word) ?? []), i]);
  });
  const taken = new Set<number>();
  const found: NamedService[] = [];
  for (const { name, tokens: words } of phrases(services)) {
    for (const place of places.get(words[0] ?? '') ?? []) {
      const there = words.map((word, i) => is(tokens[place + i], word) && !taken.has(place + i));
      // "24 hr" is no department.
      if (there.includes(false) || (words.join('').length < 3 && /^\d+$/.test(tokens[place - 1]?.plain ?? '')))
        continue;
      words.forEach((_word, i) => taken.add(place + i));
      const [first, last] = [tokens[place], tokens[place + words.length - 1]];
      if (first && last)
        found.push({ name, words: text.slice(first.start, last.end), start: first.start, end: last.end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Their names, in the order of the council's list, each once. */
export function servicesIn(text: string, services: Services): string[] {
  return inOrder(servicesNamed(text, services), services);
}

export function inOrder(found: readonly { readonly name: string }[], services: Services): string[] {
  const names = new Set(found.map(({ name }) => name));
  return services.map(({ name }) => name).filter((name) => names.has(name));
}

/** Most words of a misspelt name. */
const MOST_WORDS = 4;

/** Services whose names are misspelt in a text, outside of what is named already. */
function misspeltIn(text: string, named: readonly NamedService[], services: Services): NamedService[] {
  const free = tokensOf(text).filter(({ start, end }) => !named.some((one) => start < one.end && end > one.start));
  const found: NamedService[] = [];
  for (let i = 0; i < free.length; i++) {
    for (let length = MOST_WORDS; length >= 1; length--) {
      const typed = free.slice(i, i + length);
      const [first, last] = [typed[0], typed.at(-1)];
      if (!first || !last || typed.length < length) continue;
      const name = meantService(typed.map(({ plain }) => plain).join(' '), services, { amongWords: true });
      // Words that stand apart in the text, or have another name between them, are no name.
      const apart =
        /[.!?;:\n]|\bor\b/.test(text.slice(first.end, last.start)) ||
        named.some(({ start }) => start > first.start && start < last.start);
      if (name === undefined || apart) continue;
      found.push({ name, words: text.slice(first.start, last.end), start: first.start, end: last.end });
      i += length - 1;
      break;
    }
  }
  return found;
}

/** Before a single word that then is no service: "I'm planning to move", "that is rubbish". */
const OTHERWISE_MEANT =
  /(?:^|[\s"“(])(?:i['’]?m|am|is|are|was|were|been|be|we['’]?re|you['’]?re|that['’]?s|it['’]?s|keep|load of)\s+(?:\w+ly\s+)?$/i;

/** What a first message says of the services; undefined where it names none. */
export function mineServices(text: string, services: Services): StepAnswer | undefined {
  const named = servicesNamed(text, services);
  const meant = named.filter(
    ({ words, start }) => /\s/.test(words) || !OTHERWISE_MEANT.test(text.slice(Math.max(0, start - 30), start)),
  );
  const found = [...meant, ...misspeltIn(text, named, services)].sort((a, b) => a.start - b.start);
  if (!found.length) return undefined;
  const names = inOrder(found, services);
  const words = [...new Map(found.map(({ words: typed }) => [typed.toLowerCase(), typed])).values()];
  return { words: words.join('; '), understood: names.join('; '), services: names };
}
