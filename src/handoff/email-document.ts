/**
 * The content of a mail, before it is text or HTML. Both are made from the same document, so they cannot differ.
 * Strings may hold anything a resident typed: whoever renders them makes them harmless.
 */

/** A name and its value; the value may have several lines. */
export interface Row {
  readonly name: string;
  readonly value: string;
}

export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Must be read before anything is done. */
  | { readonly kind: 'warning'; readonly text: string }
  /** A person's own words. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** `url` is never a resident's. */
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface EmailDocument {
  readonly title: string;
  /** Under the title, before the first heading. */
  readonly opening: readonly Block[];
  readonly sections: readonly Section[];
}

/** Rows of a table without those that have no value. */
export function rowsOf(...rows: readonly (readonly [name: string, value: string | undefined])[]): Block {
  return { kind: 'rows', rows: rows.flatMap(([name, value]) => (value?.trim() ? [{ name, value }] : [])) };
}
