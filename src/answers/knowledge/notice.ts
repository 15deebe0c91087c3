/**
 * The published notice as text that can be quoted: lines with their section, passages, and where a quote stands.
 *
 * `notice.md` is the notice line for line; the only thing added is the `#` marks of its headings.
 */

/** One line of the notice. `number` is 1-based, as in the published text. */
export interface NoticeLine {
  readonly number: number;
  readonly text: string;
  readonly heading: boolean;
  /** Headings above this line below the page's title, joined: "Your rights > You can object to us using your data". */
  readonly section: string;
}

/** Something the notice says: a sentence, a list item, or one group of the cookie table. */
export interface Passage {
  readonly line: number;
  readonly lastLine: number;
  readonly section: string;
  readonly text: string;
}

/** Where a quote stands: the section, and the notice's line for each line of the quote, in order. */
export interface Place {
  readonly section: string;
  readonly lines: readonly number[];
}

export interface Notice {
  readonly lines: readonly NoticeLine[];
  readonly passages: readonly Passage[];
}

const HEADING = /^(#{1,6})\s+(.*)$/;
const TABLE_START = '---|---|---|';
const COLUMNS = 3;

/** Parses `notice.md`. */
export function parseNotice(markdown: string): Notice {
  let trail: string[] = [];
  const lines = markdown.split(/\r?\n/).map((raw, index): NoticeLine => {
    const [, marks, heading] = HEADING.exec(raw) ?? [];
    if (marks !== undefined && heading !== undefined) {
      const above = trail.slice(0, marks.length - 1);
      trail = [...above, ...Array<string>(marks.length - 1 - above.length).fill(''), heading];
    }
    const section = trail.slice(1).filter(Boolean).join(' > ') || (trail[0] ?? '');
    return { number: index + 1, text: heading ?? raw, heading: heading !== undefined, section };
  });
  return { lines, passages: passagesOf(lines) };
}

function passagesOf(lines: readonly NoticeLine[]): Passage[] {
  const bars = lines.findIndex((line) => line.text === TABLE_START);
  const after = lines.findIndex((line, i) => i > bars && line.heading);
  const tableEnd = after < 0 ? lines.length : after;
  const passages = lines.flatMap((line, i) => {
    const inTable = bars >= 0 && i >= bars - COLUMNS && i < tableEnd;
    if (line.heading || inTable) return [];
    const { number, section } = line;
    return sentencesOf(line.text).map((text): Passage => ({ line: number, lastLine: number, section, text }));
  });
  if (bars >= 0) passages.push(...cookieGroups(lines.slice(bars + 1, tableEnd)));
  return passages.sort((a, b) => a.line - b.line);
}

/**
 * The cookie table came out of a web page as one cell a line, three to a row: purpose, name, domain. Only the first row
 * of a group names the purpose; in the others that cell is empty ("|").
 */
function cookieGroups(cells: readonly NoticeLine[]): Passage[] {
  const groups: Passage[] = [];
  cells.forEach(({ number, section, text }, i) => {
    const group = groups.at(-1);
    if (!group || (i % COLUMNS === 0 && text.trim() !== '|')) {
      groups.push({ line: number, lastLine: number, section, text });
    } else {
      groups[groups.length - 1] = { ...group, lastLine: number, text: `${group.text}\n${text}` };
    }
  });
  return groups;
}

/** Splits a line at sentence ends; a list item or table cell is one passage, however it is punctuated. */
export function sentencesOf(line: string): string[] {
  if (/^\s*[-•]\s/.test(line)) return [line];
  return line
    .split(/(?<=[.!?])\s+(?=[A-Z‘“'"])/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

/** Text as it is compared: quotes made straight, list marks and table bars off, white space folded. */
export function foldQuote(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/^\s*[-•]\s+/, '')
    .replace(/\|/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Every place where a quote stands. Each of its lines must be a run of whole sentences, a list item or a table cell of
 * the notice, in the notice's order and within one section; lines in between may be left out.
 * @param section narrows the search where the same words stand in several sections.
 */
export function placesOf(notice: Notice, quote: string, section?: string): Place[] {
  const [first, ...rest] = quote.split(/[\n|]/).map(foldQuote).filter(Boolean);
  if (first === undefined) return [];
  const places: Place[] = [];
  for (const line of notice.lines) {
    if (section !== undefined && line.section !== section) continue;
    const start = find(line, first, 0);
    if (start === undefined) continue;
    const inSection = notice.lines.filter((other) => other.section === line.section && other.number >= line.number);
    let last: Found | undefined = { line, end: start };
    const found = [line.number];
    for (const part of rest) {
      last = nextPlace(inSection, part, last);
      if (!last) break;
      found.push(last.line.number);
    }
    if (last) places.push({ section: line.section, lines: found });
  }
  return places;
}

/** A part of a quote where it was found: its line, and how many of the line's sentences are used up with it. */
interface Found {
  readonly line: NoticeLine;
  readonly end: number;
}

function nextPlace(lines: readonly NoticeLine[], part: string, last: Found): Found | undefined {
  for (const line of lines) {
    if (line.number < last.line.number) continue;
    const end = find(line, part, line === last.line ? last.end : 0);
    if (end !== undefined) return { line, end };
  }
  return undefined;
}

/**
 * Finds a run of whole sentences from a line's sentence number `from` on: half a sentence can say the opposite.
 * @returns the number of the sentence after it.
 */
function find(line: NoticeLine, part: string, from: number): number | undefined {
  if (line.heading) return undefined;
  const sentences = sentencesOf(line.text).map(foldQuote);
  for (let start = from; start < sentences.length; start += 1) {
    for (let end = start + 1; end <= sentences.length; end += 1) {
      const run = sentences.slice(start, end).join(' ');
      if (run === part) return end;
      if (run.length > part.length) break;
    }
  }
  return undefined;
}
