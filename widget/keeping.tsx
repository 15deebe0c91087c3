/** What a person can do with the conversation as a whole: save it on their own device, or delete it from the service. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { KEEPING } from './content/wording.js';

export interface KeepingProps {
  readonly id: string;
  /** Something was said, so there is something to save and to delete. */
  readonly hasBegun: boolean;
  save(as: 'text' | 'page'): void;
  /** Resolves with whether it is gone. */
  remove(): Promise<boolean>;
}

/** `failed`: it could not be deleted. */
type State = 'resting' | 'asking' | 'deleting' | 'failed';

export function Keeping({ id, hasBegun, save, remove }: KeepingProps): VNode {
  const [state, setState] = useState<State>('resting');
  const first = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLParagraphElement>(null);
  useFocusMoved(state, heading, first);

  if (!hasBegun)
    return (
      <p id={id} class="keeping">
        {KEEPING.nothingYet}
      </p>
    );
  if (state === 'resting') {
    return (
      <div id={id} class="keeping">
        <button type="button" onClick={() => save('text')} ref={first}>
          {KEEPING.asText}
        </button>
        <button type="button" onClick={() => save('page')}>
          {KEEPING.asPage}
        </button>
        <button type="button" onClick={() => setState('asking')}>
          {KEEPING.remove}
        </button>
      </div>
    );
  }
  const confirm = async (): Promise<void> => {
    setState('deleting');
    if (!(await remove())) setState('failed');
  };
  return (
    <div id={id} class="keeping" role="group" aria-labelledby="pa-ask">
      <p id="pa-ask" tabIndex={-1} ref={heading}>
        <strong>{KEEPING.ask}</strong>
      </p>
      <Question state={state} confirm={() => void confirm()} cancel={() => setState('resting')} />
    </div>
  );
}

interface QuestionProps {
  readonly state: State;
  confirm(): void;
  cancel(): void;
}

/** What deleting means, and whether it is meant. */
function Question({ state, confirm, cancel }: QuestionProps): VNode {
  const isDeleting = state === 'deleting';
  return (
    <>
      <p>{KEEPING.removes}</p>
      <p>{KEEPING.stops}</p>
      <p>{KEEPING.stays}</p>
      <p class="error" role="alert">
        {state === 'failed' && KEEPING.notDeleted}
      </p>
      <button type="button" class="danger-button" aria-disabled={isDeleting} onClick={isDeleting ? undefined : confirm}>
        {isDeleting ? KEEPING.deleting : KEEPING.confirm}
      </button>
      <button type="button" onClick={cancel}>
        {KEEPING.keep}
      </button>
    </>
  );
}

/** What was pressed is gone, so the focus goes to what took its place. */
function useFocusMoved(
  state: State,
  heading: { readonly current: HTMLElement | null },
  first: { readonly current: HTMLElement | null },
): void {
  const before = useRef(state);
  useLayoutEffect(() => {
    const was = before.current;
    before.current = state;
    if (state === 'asking' && was === 'resting') heading.current?.focus();
    if (state === 'resting' && was !== 'resting') first.current?.focus();
  }, [state, heading, first]);
}
