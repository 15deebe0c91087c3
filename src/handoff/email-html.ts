/**
 * A mail's content as HTML that Outlook lays out as well as a browser does: tables, inline styles only, no pictures,
 * nothing loaded from elsewhere.
 */
import type { Block, EmailDocument, Row } from './email-document.js';
import { oneLine, readable } from './plain-characters.js';

const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:24px;color:#0b0c0c;';
const WRAP = 'word-break:break-word;overflow-wrap:anywhere;';
const CELL = `${FONT}${WRAP}padding:6px 12px 6px 0;border-bottom:1px solid #b1b4b6;vertical-align:top;text-align:left;`;

/** Text for HTML, in an element or a double-quoted attribute. Hidden characters are taken out; line breaks become `<br>`. */
export function escapeHtml(text: string): string {
  return readable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replace(/\n/g, '<br>');
}

/** A whole HTML page. */
export function renderHtml(document: EmailDocument): string {
  const title = escapeHtml(oneLine(document.title));
  const sections = document.sections.map(
    ({ heading, blocks }) => `${headingOf(2, escapeHtml(heading))}\n${blocks.map(renderBlock).join('\n')}`,
  );
  return `<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="margin:0;padding:0;background-color:#ffffff;">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="left" style="padding:20px;">
<table role="presentation" width="680" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:680px;"><tr><td style="${FONT}${WRAP}">
${headingOf(1, title)}
${[...document.opening.map(renderBlock), ...sections].join('\n')}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function headingOf(level: 1 | 2, html: string): string {
  const size =
    level === 1
      ? 'font-size:24px;line-height:30px;margin:0 0 16px 0;'
      : 'font-size:19px;line-height:25px;margin:28px 0 8px 0;';
  return `<h${level} style="${FONT}font-weight:bold;${size}">${html}</h${level}>`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p style="${FONT}margin:0 0 12px 0;">${escapeHtml(block.text)}</p>`;
    case 'warning':
      return bar('#d4351c', `<strong>${escapeHtml(block.text)}</strong>`);
    case 'quote':
      return bar('#1d70b8', escapeHtml(block.text));
    case 'rows':
      return renderRows(block.rows);
    case 'list':
      return `<ul style="${FONT}margin:0 0 12px 0;padding:0 0 0 24px;">${block.items
        .map((item) => `<li style="${FONT}margin:0 0 8px 0;">${escapeHtml(item)}</li>`)
        .join('')}</ul>`;
    case 'link':
      return `<p style="${FONT}margin:0 0 12px 0;"><a href="${escapeHtml(block.url)}" style="color:#1d70b8;">${escapeHtml(block.label)}</a></p>`;
  }
}

/** A passage with a coloured bar at its left. A table, because Outlook drops the border of other elements. */
function bar(colour: string, html: string): string {
  const style = `${FONT}${WRAP}border-left:6px solid ${colour};padding:8px 0 8px 14px;`;
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 12px 0;"><tr><td dir="auto" style="${style}">${html}</td></tr></table>`;
}

function renderRows(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ name, value }) =>
      `<tr><th scope="row" width="190" style="${CELL}font-weight:bold;">${escapeHtml(name)}</th><td dir="auto" style="${CELL}">${escapeHtml(value)}</td></tr>`,
  );
  return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="border-collapse:collapse;margin:0 0 12px 0;">\n${lines.join('\n')}\n</table>`;
}
