/**
 * A mail's text for GOV.UK Notify, which formats whatever it is given: # headings, * lists, ^ insets, [links](…), bare
 * web addresses. Only what is ours may be formatted. What a resident typed comes out as it was typed, never as markup.
 *
 * It relies on `renderText`, which marks every line of a resident's words: by "> ", by an indent, or by the name of a
 * row before them. A line that begins otherwise is ours.
 */

/** Invisible, and enough to keep Notify from seeing a web address, or the beginning of a list. */
const ZERO_WIDTH_SPACE = '\u200b';
/** What has a meaning inside a line, and none after a backslash; and web addresses, in which a backslash would stay. */
const ADDRESS_OR_MARK = /https?:\/\/[^\s<]+|[\\`*_{}[\]()#+~|!]/g;
/** What begins a list, an inset, a rule or an underline, and cannot always be put behind a backslash. */
const BEGINS_A_BLOCK = /^ *(?:[-•^=]|\d+\.)/;
/** Notify takes it for the end of a line. */
const SYMBOL_FOR_NEWLINE = /\u2424/g;
const SYMBOL_FOR_LINE_FEED = '\u240a';
const INDENT = '    ';

export interface NotifyMarkdownOptions {
  /** Whether web addresses become links. Not where a resident may have typed one. */
  readonly links: boolean;
}

/** @param text as `renderText` writes it. Our headings and lists become Notify's. Linear in its length. */
export function toNotifyMarkdown(text: string, options: NotifyMarkdownOptions): string {
  const lines = text.split('\n');
  const result: string[] = [];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1] ?? '';
    if (isUnderline(line, lines[i - 1] ?? '')) continue;
    if (isUnderline(next, line)) result.push(`${next.startsWith('=') ? '#' : '##'} ${inline(line, options)}`, '');
    else result.push(renderLine(line, options));
  }
  return result.join('\n').trim();
}

const isOwn = (line: string): boolean => line !== '' && !/^(?:>|- | {4})/.test(line);
const isUnderline = (line: string, above: string): boolean => /^(?:={3,}|-{3,})$/.test(line) && isOwn(above);

function renderLine(line: string, options: NotifyMarkdownOptions): string {
  if (line.startsWith('- ')) return `* ${inline(line.slice(2), options)}`;
  if (line.startsWith('>')) return `> ${inline(line.slice(1).trim(), options)}`.trimEnd();
  // An indent would be lost on the way, and with it the mark of a resident's words.
  if (line.startsWith(INDENT)) return `> ${inline(line.trim(), options)}`;
  return BEGINS_A_BLOCK.test(line) ? `${ZERO_WIDTH_SPACE}${inline(line, options)}` : inline(line, options);
}

/** Part of a line, so that nothing in it is read as markup. Notify decodes entities before it reads Markdown. */
function inline(text: string, { links }: NotifyMarkdownOptions): string {
  const shown = text.replace(/&/g, '&amp;').replace(SYMBOL_FOR_NEWLINE, SYMBOL_FOR_LINE_FEED);
  const parted = links ? shown : shown.replace(/https?:(?=\/\/)/gi, (scheme) => `${scheme}${ZERO_WIDTH_SPACE}`);
  return parted.replace(ADDRESS_OR_MARK, (found) => (found.length > 1 ? found : `\\${found}`));
}
