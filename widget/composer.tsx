/** Where a person writes. */
import type { Ref, TargetedKeyboardEvent, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MOST_CHARACTERS } from './chat.js';
import { charactersLeft, COMPOSER } from './wording.js';

/** Counts are read aloud once somebody stops typing for so long. Milliseconds. */
const COUNT_AFTER_MS = 1_000;

export interface ComposerProps {
  readonly draft: string;
  readonly input: { current: HTMLTextAreaElement | null };
  write(draft: string): void;
  send(text: string): void;
}

export function Composer({ draft, input, write, send }: ComposerProps): VNode {
  const [error, setError] = useState<string>();
  const left = charactersLeft(MOST_CHARACTERS - draft.trim().length);

  const submit = (event: Event): void => {
    event.preventDefault();
    const text = draft.trim();
    const problem = text === '' ? COMPOSER.empty : text.length > MOST_CHARACTERS ? COMPOSER.tooLong : undefined;
    setError(problem);
    if (problem === undefined) {
      write('');
      send(text);
    }
    input.current?.focus();
  };

  return (
    <form class={error ? 'composer wrong' : 'composer'} onSubmit={submit} noValidate>
      <label for="pa-message">{COMPOSER.label}</label>
      {/* Tied to the field, and read aloud at once where it appears. */}
      <p class="error" id="pa-error" role="alert">
        {error}
      </p>
      <div class="field">
        <Field
          draft={draft}
          input={input}
          isWrong={error !== undefined}
          write={(text) => {
            setError(undefined);
            write(text);
          }}
          submit={submit}
        />
        <button type="submit">{COMPOSER.send}</button>
      </div>
      <Hint left={left} isTooLong={draft.trim().length > MOST_CHARACTERS} />
    </form>
  );
}

interface FieldProps {
  readonly draft: string;
  readonly input: Ref<HTMLTextAreaElement> & { readonly current: HTMLTextAreaElement | null };
  readonly isWrong: boolean;
  write(text: string): void;
  submit(event: Event): void;
}

function Field({ draft, input, isWrong, write, submit }: FieldProps): VNode {
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    // As high as what is in it; the style sheet says how high at most.
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
    // Where there is so little room that the panel scrolls as a whole, browsers bring only the cursor into view.
    if (draft !== '') element.scrollIntoView({ block: 'nearest' });
  }, [draft, input]);

  const onKeyDown = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    // While a word is being composed, as in Chinese or Korean, Enter belongs to the input method.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) submit(event);
  };
  return (
    <textarea
      id="pa-message"
      ref={input}
      rows={1}
      value={draft}
      aria-describedby={isWrong ? 'pa-error pa-hint' : 'pa-hint'}
      aria-invalid={isWrong ? 'true' : undefined}
      autocomplete="off"
      enterkeyhint="send"
      onInput={(event) => write(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

/** How to send; or, near the limit, how much room there is. */
function Hint({ left, isTooLong }: { readonly left: string | undefined; readonly isTooLong: boolean }): VNode {
  const [aloud, setAloud] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    timer.current = setTimeout(() => setAloud(left ?? ''), COUNT_AFTER_MS);
    return () => clearTimeout(timer.current);
  }, [left]);
  return (
    <>
      <p id="pa-hint" class={isTooLong ? 'hint too-long' : left ? 'hint' : 'hint keys'}>
        {left ?? COMPOSER.hint}
      </p>
      <p class="unseen" role="status">
        {aloud}
      </p>
    </>
  );
}
