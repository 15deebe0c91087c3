/** HTML that is written as text: everything put into it is escaped, unless it is HTML already. */

/** HTML that is safe to write into a page. Made by {@link markup}, or of what stands in the source. */
export class Html {
  constructor(readonly source: string) {}
}

/** What may stand in {@link markup}; nothing is shown for what is undefined or false. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/** A template whose parts are escaped; attributes have to be written with double quotes around them. */
export function markup(texts: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return new Html(texts.map((text, index) => text + sourceOf(parts[index])).join(''));
}

function sourceOf(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.source;
  if (typeof part === 'object') return part.map(sourceOf).join('');
  return escapeHtml(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
