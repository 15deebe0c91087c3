/** The field that a person writes into: one line where a line is enough, and else as many as it takes. */
import type { TargetedKeyboardEvent, VNode } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Field } from './content/step-field.js';

/** The field, whichever of the two it is just now. */
export interface Writing {
  current: HTMLTextAreaElement | HTMLInputElement | null;
}

interface ComposerFieldProps {
  readonly field: Field;
  readonly draft: string;
  readonly input: Writing;
  readonly isWrong: boolean;
  write(text: string): void;
  submit(event: Event): void;
}

export function ComposerField({ field, draft, input, isWrong, write, submit }: ComposerFieldProps): VNode {
  const { autocomplete, inputmode, isLine, rows = 1, isName = false } = field;
  useFocusKept(input, isLine);
  useFittingHeight(input, draft, rows);
  const common = {
    id: 'pa-message',
    ref: (element: Writing['current']) => void (input.current = element),
    value: draft,
    'aria-describedby': isWrong ? 'pa-error pa-hint' : 'pa-hint',
    'aria-invalid': isWrong ? ('true' as const) : undefined,
    autocomplete,
    inputmode,
    spellcheck: !isName,
    enterkeyhint: 'send' as const,
  };
  if (isLine) return <input type="text" {...common} onInput={(event) => write(event.currentTarget.value)} />;
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    // While a word is being composed, as in Chinese or Korean, Enter belongs to the input method.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  return (
    <textarea rows={rows} {...common} onInput={(event) => write(event.currentTarget.value)} onKeyDown={onKeyDown} />
  );
}

/** The field that takes the other one's place takes its focus as well. */
function useFocusKept(input: Writing, isLine: boolean): void {
  const before = input.current;
  const root = before?.getRootNode();
  const hadFocus = root instanceof ShadowRoot && root.activeElement === before;
  useLayoutEffect(() => {
    if (hadFocus && input.current !== before) input.current?.focus();
    // Only where one field became the other.
  }, [isLine]);
}

/** As high as what is in it, and no lower than its rows; the style sheet says how high at most. */
function useFittingHeight(input: Writing, draft: string, rows: number): void {
  useLayoutEffect(() => {
    const element = input.current;
    if (!(element instanceof HTMLTextAreaElement)) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
    // Where there is so little room that the panel scrolls as a whole, browsers bring only the cursor into view.
    if (draft !== '') element.scrollIntoView({ block: 'nearest' });
  }, [draft, input, rows]);
}
