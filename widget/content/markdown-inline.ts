/**
 * The inside of a line of Markdown: `**bold**`, `[links](https://…)`, backslash escapes and the entities by which the
 * assistant writes what a person typed; and addresses as they are. One pass, so that its time grows with the length and with nothing else.
 */

/** A piece of a line. Every text in it is shown as text: nothing of it is ever read as HTML. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'bold'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Inline[] };

/** Opened and not closed yet; if it never is, `mark` is only what it looks like. */
interface Frame {
  readonly kind: 'line' | 'bold' | 'link';
  readonly mark: string;
  readonly children: Inline[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};
const ENTITY = /&(?:lt|gt|amp|quot|#39);/y;
const ESCAPED = /\\([!-/:-@[-`{-~])/y;
/** The target of a link. No parentheses, so that no two attempts to read one ever overlap. */
const TARGET = /\]\(([^()\s<>]{1,2000})\)/y;
/**
 * Addresses that stand in the text as they are. Each has a dot, and the dots of what a person typed are escaped, so that
 * none is found in it. The parts are bounded, so that looking for them is, too.
 */
const BARE_ADDRESS =
  /\b(https?:\/\/[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}(?::\d{1,5})?(?:[/?#](?:[^\s<>()"]{0,500}[^\s<>()".,;:!?])?)?)|\b([\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})/g;
/** Up to the next character that may mean something. */
const PLAIN = /[^\\&*[\]\n]+/y;

/** Parses a paragraph or a list item. Line breaks stay line breaks. */
export function parseInline(source: string): readonly Inline[] {
  const stack: Frame[] = [{ kind: 'line', mark: '', children: [] }];
  let at = 0;
  while (at < source.length) {
    at += readEscaped(source, at, stack) || readMark(source, at, stack) || readPlain(source, at, stack);
  }
  while (stack.length > 1) flatten(stack);
  return stack[0]?.children ?? [];
}

// Each returns how many characters it has read; 0: none of its business.

function readEscaped(source: string, at: number, stack: readonly Frame[]): number {
  const escaped = match(ESCAPED, source, at);
  if (escaped) addText(stack, escaped[1] ?? '');
  const entity = escaped ? undefined : match(ENTITY, source, at);
  if (entity) addText(stack, ENTITIES[entity[0]] ?? '');
  return (escaped ?? entity)?.[0].length ?? 0;
}

function readMark(source: string, at: number, stack: Frame[]): number {
  const character = source[at];
  if (character === '\n') {
    top(stack).children.push({ kind: 'break' });
    return 1;
  }
  if (source.startsWith('**', at)) return readBold(source, at, stack);
  if (character === '[') {
    // Of brackets within brackets, the inner ones are the link.
    if (stack.some(({ kind }) => kind === 'link')) flattenFrom(stack, 'link');
    stack.push({ kind: 'link', mark: '[', children: [] });
    return 1;
  }
  return character === ']' ? readLinkEnd(source, at, stack) : 0;
}

function readBold(source: string, at: number, stack: Frame[]): number {
  const opened = stack.some(({ kind }) => kind === 'bold');
  const [before, after] = [source[at - 1], source[at + 2]];
  if (opened && before !== undefined && !/\s/.test(before)) {
    const { children } = close(stack, 'bold');
    if (children.length > 0) top(stack).children.push({ kind: 'bold', children });
    else addText(stack, '****');
    return 2;
  }
  if (opened || after === undefined || /\s/.test(after)) {
    addText(stack, '**');
    return 2;
  }
  stack.push({ kind: 'bold', mark: '**', children: [] });
  return 2;
}

function readLinkEnd(source: string, at: number, stack: Frame[]): number {
  if (!stack.some(({ kind }) => kind === 'link')) return 0;
  const target = match(TARGET, source, at);
  const href = target?.[1] === undefined ? undefined : safeAddress(unescape(target[1]));
  if (!target || href === undefined) {
    flattenFrom(stack, 'link');
    return 0;
  }
  const { children } = close(stack, 'link');
  top(stack).children.push({ kind: 'link', href, children });
  return target[0].length;
}

function readPlain(source: string, at: number, stack: readonly Frame[]): number {
  const text = match(PLAIN, source, at)?.[0] ?? source[at] ?? '';
  // Within brackets that may become a link, there is no other one.
  if (stack.some(({ kind }) => kind === 'link')) addText(stack, text);
  else addLinked(stack, text);
  return text.length;
}

function addLinked(stack: readonly Frame[], text: string): void {
  let end = 0;
  for (const found of text.matchAll(BARE_ADDRESS)) {
    const [address, website] = found;
    const href = safeAddress(website ?? `mailto:${address}`);
    if (href === undefined) continue;
    if (found.index > end) addText(stack, text.slice(end, found.index));
    top(stack).children.push({ kind: 'link', href, children: [{ kind: 'text', text: address }] });
    end = found.index + address.length;
  }
  if (end < text.length) addText(stack, text.slice(end));
}

/**
 * An address that a link may have: a website, an email address, a telephone number. Anything else, above all what
 * would run as a script, is undefined.
 */
export function safeAddress(address: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:|tel:)[\x21-\x7e\u00a0-\uffff]+$/i.test(address)) return undefined;
  try {
    const url = new URL(address);
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

function unescape(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])|&(?:lt|gt|amp|quot|#39);/g, (found, escaped: string | undefined) =>
    escaped === undefined ? (ENTITIES[found] ?? found) : escaped,
  );
}

function match(sticky: RegExp, source: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(source);
}

function top(stack: readonly Frame[]): Frame {
  const frame = stack.at(-1);
  if (!frame) throw new Error('the outermost frame is never taken away');
  return frame;
}

/** Adjoining texts become one, so that what is read aloud is not chopped up. */
function addText(stack: readonly Frame[], text: string): void {
  const { children } = top(stack);
  const last = children.at(-1);
  if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', text: last.text + text };
  else children.push({ kind: 'text', text });
}

/** Takes the frame of this kind, and makes whatever was opened within it and not closed into text. */
function close(stack: Frame[], kind: Frame['kind']): Frame {
  while (top(stack).kind !== kind) flatten(stack);
  const frame = top(stack);
  stack.pop();
  return frame;
}

/** The innermost frame is only text, after all. */
function flatten(stack: Frame[]): void {
  const { mark, children } = top(stack);
  stack.pop();
  addText(stack, mark);
  for (const child of children) {
    if (child.kind === 'text') addText(stack, child.text);
    else top(stack).children.push(child);
  }
}

/** The frame of this kind is only text; those within it stay open. */
function flattenFrom(stack: Frame[], kind: Frame['kind']): void {
  const within: Frame[] = [];
  while (top(stack).kind !== kind) within.unshift(stack.pop() ?? top(stack));
  flatten(stack);
  stack.push(...within);
}
