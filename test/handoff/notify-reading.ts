/**
 * How GOV.UK Notify reads an email's Markdown, by its guidance on formatting, and somewhat more eagerly: what this finds
 * no markup in, Notify does not format either.
 */

/** What was formatted, and all the words that are shown. */
export interface NotifyReading {
  readonly headings: string[];
  readonly bullets: string[];
  /** Numbered lists, insets, rules, code: nothing of it is ever meant. */
  readonly other: string[];
  /** Words and address of what can be clicked. */
  readonly links: (readonly [string, string])[];
  /** The lines as they are shown, without empty ones. */
  readonly lines: string[];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', ast: '*', num: '#', lbrack: '[' };
const ESCAPED = /[\\`*{}[\]()#+\-.!_>~|]/;

export function readAsNotify(markdown: string): NotifyReading {
  const reading: NotifyReading = { headings: [], bullets: [], other: [], links: [], lines: [] };
  const lines = decoded(markdown)
    .replace(/\u2424/g, '\n')
    .split('\n');
  for (const [i, line] of lines.entries()) {
    if (!line.trim()) continue;
    const shown = readLine(line.replace(/^ *(?:#+|[*•-]) */, ''), reading.links);
    reading.lines.push(shown);
    if (/^ *#/.test(line) || /^ *(?:=+|-+) *$/.test(lines[i + 1] ?? '')) reading.headings.push(shown);
    else if (/^ *[*•-]/.test(line)) reading.bullets.push(shown);
    else if (/^ *(?:\d+\.|\^|[-*_]{3}|`{3}|~{3}|=|\|)/.test(line)) reading.other.push(shown);
    else if (line.startsWith('    ') && !lines[i - 1]?.trim()) reading.other.push(shown);
  }
  return reading;
}

/** Notify decodes every entity before it reads Markdown, but for the ampersand's own. */
const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name = '') => {
    if (decimal ?? hex) return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex ?? '', 16));
    return ENTITIES[String(name).toLowerCase()] ?? whole;
  });

/** A line's words as they are shown: without backslashes and link marks. */
function readLine(line: string, links: NotifyReading['links']): string {
  let shown = '';
  let rest = line;
  while (rest) {
    const link = /^!?\[([^\]]*)\](?:\(([^)]*)\)|\[[^\]]*\]|: *(\S+))/.exec(rest);
    const address = /^https?:\/\/[^\s<]+[^<.,:"')\]\s]/.exec(rest)?.[0];
    if (link) links.push([link[1] ?? '', link[2] ?? link[3] ?? '']);
    if (address) links.push([address, address]);
    const escaped = rest.startsWith('\\') && ESCAPED.test(rest[1] ?? '');
    const taken = link?.[0] ?? address ?? (escaped ? rest.slice(0, 2) : rest.slice(0, 1));
    shown += escaped ? (rest[1] ?? '') : (link?.[1] ?? taken);
    rest = rest.slice(taken.length);
  }
  return shown.replace(/&amp;/g, '&').replace(/\u200b/g, '');
}
