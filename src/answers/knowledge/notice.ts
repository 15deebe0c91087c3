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

/** Parses `notice.md`. */
export function parseNotice(markdown: string): Notice {
  const trail: string[] = [];
  const lines = markdown.split('\n').map((raw, index): NoticeLine => {
    const mark = HEADING.exec(raw);
    if (mark) {
      trail.length = mark[1]!.length - 1;
      trail[mark[1]!.length - 1] = mark[2]!;
    }
    const section = trail.slice(1).filter(Boolean).join(' > ') || (trail[0] ?? '');
    return { number: index + 1, text: mark ? mark[2]! : raw, heading: Boolean(mark), section };
  });
  return { lines, passages: passagesOf(lines) };
}

function passagesOf(lines: readonly NoticeLine[]): Passage[] {
  const tableStart = lines.findIndex((line) => line.text === TABLE_START);
  const tableEnd = tableStart < 0 ? -1 : lines.findIndex((line, i) => i > tableStart && line.heading);
  const passages: Passage[] = [];
  lines.forEach((line, i) => {
    if (line.heading || !line.text.trim()) return;
    const inTable = tableStart >= 0 && i >= tableStart - 3 && i < tableEnd;
    if (inTable) return;
    for (const text of sentencesOf(line.text)) {
      passages.push({ line: line.number, lastLine: line.number, section: line.section, text });
    }
  });
  if (tableStart >= 0) passages.push(...cookieGroups(lines.slice(tableStart + 1, tableEnd)));
  return passages.sort((a, b) => a.line - b.line);
}

/**
 * The cookie table came out of a web page as one cell a line, three to a row: purpose, name, domain. Only the first row
 * of a group names the purpose; in the others that cell is empty ("|").
 */
function cookieGroups(cells: readonly NoticeLine[]): Passage[] {
  const groups: NoticeLine[][] = [];
  for (let i = 0; i < cells.length; i += 3) {
    const row = cells.slice(i, i + 3);
    if (row[0]!.text.trim() !== '|') groups.push([]);
    groups.at(-1)?.push(...row);
  }
  return groups.map((group) => ({
    line: group[0]!.number,
    lastLine: group.at(-1)!.number,
    section: group[0]!.section,
    text: group.map((line) => line.text).join('\n'),
  }));
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
  const wanted = quote
    .split('\n')
    .flatMap((line) => (line.includes('|') ? line.split('|') : [line]))
    .map(foldQuote)
    .filter(Boolean);
  const [first, ...rest] = wanted;
  if (first === undefined) return [];
  const places: Place[] = [];
  for (const line of notice.lines) {
    if (section !== undefined && line.section !== section) continue;
    if (!holds(line, first)) continue;
    const found = [line.number];
    for (const part of rest) {
      const next = notice.lines.find(
        (candidate) =>
          candidate.number >= found.at(-1)! && candidate.section === line.section && holds(candidate, part) &&
          (candidate.number > found.at(-1)! || isParagraph(candidate)),
      );
      if (!next) break;
      found.push(next.number);
    }
    if (found.length === wanted.length) places.push({ section: line.section, lines: found });
  }
  return places;
}

const isParagraph = (line: NoticeLine): boolean => sentencesOf(line.text).length > 1;

function holds(line: NoticeLine, part: string): boolean {
  if (line.heading) return false;
  const text = foldQuote(line.text);
  if (text === part) return true;
  // Part of a line is a quote only as a run of whole sentences: half a sentence can say the opposite.
  const sentences = sentencesOf(line.text).map(foldQuote);
  for (let from = 0; from < sentences.length; from += 1) {
    let run = '';
    for (let to = from; to < sentences.length; to += 1) {
      run = run ? `${run} ${sentences[to]}` : sentences[to]!;
      if (run === part) return true;
      if (run.length > part.length) break;
    }
  }
  return false;
}
