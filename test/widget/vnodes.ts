/** What a component would show, without a browser. */
import { isValidElement, type VNode } from 'preact';

export interface Shown {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** All text in it. */
  readonly text: string;
}

/** Every element in the order in which it would be shown. Only components without state. */
export function elementsOf(children: unknown): readonly Shown[] {
  if (Array.isArray(children)) return children.flatMap(elementsOf);
  if (!isValidElement(children)) return [];
  const { type, props }: VNode<Record<string, unknown>> = children;
  if (typeof type === 'function') return elementsOf(rendered(children));
  const { children: within, ...attributes } = props;
  return [{ tag: type, attributes, text: textOf(children) }, ...elementsOf(within)];
}

/** All text, as a person would read it; a line break is one. */
export function textOf(children: unknown): string {
  if (Array.isArray(children)) return children.map(textOf).join('');
  if (typeof children === 'string' || typeof children === 'number') return String(children);
  if (!isValidElement(children)) return '';
  const { type, props } = children;
  if (typeof type === 'function') return textOf(rendered(children));
  return type === 'br' ? '\n' : textOf(props.children);
}

function rendered({ type, props }: VNode): unknown {
  if (typeof type !== 'function') throw new Error('only components are rendered');
  const result: unknown = Reflect.apply(type, undefined, [props]);
  return result;
}
