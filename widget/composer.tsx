/** Where a person writes: one field, of the kind that fits what was asked. */
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MOST_CHARACTERS } from './chat.js';
import { ComposerField, type Writing } from './composer-field.js';
import { ContactWays } from './contact-ways.js';
import { CONTACT_FIELDS, fieldFor, isContactStep, isPeriodStep, type ContactWay } from './content/step-field.js';
import { charactersLeft, COMPOSER } from './content/wording.js';
import { ErrorText } from './error-text.js';
import { PeriodFields } from './period-fields.js';
import { PANEL } from './wording.js';

/** Counts are read aloud once somebody stops typing for so long. Milliseconds. */
const COUNT_AFTER_MS = 1_000;

export interface ComposerProps {
  readonly draft: string;
  /** Of the question that was asked last; undefined where none was. */
  readonly step: string | undefined;
  readonly input: Writing;
  write(draft: string): void;
  send(text: string): void;
}

export function Composer(props: ComposerProps): VNode {
  const { step, input, write, send } = props;
  const [isPicking, setPicking] = useState(false);
  const wasPicking = useRef(false);
  const isShown = isPicking && isPeriodStep(step);
  useLayoutEffect(() => {
    // What had the focus is gone; the field for any words has taken its place.
    if (wasPicking.current && !isShown) input.current?.focus();
    wasPicking.current = isShown;
  }, [isShown, input]);

  if (!isShown) {
    return <WordsForm {...props} pickDates={isPeriodStep(step) ? () => setPicking(true) : undefined} />;
  }
  return (
    <PeriodFields
      leave={() => setPicking(false)}
      send={(words) => {
        setPicking(false);
        write('');
        send(words);
      }}
    />
  );
}

interface WordsFormProps extends ComposerProps {
  /** Offered where dates are asked for. */
  readonly pickDates: (() => void) | undefined;
}

function WordsForm({ draft, step, input, write, send, pickDates }: WordsFormProps): VNode {
  const [error, setError] = useState<string>();
  const [way, setWay] = useState<ContactWay>('email');
  const field = isContactStep(step) ? CONTACT_FIELDS[way] : fieldFor(step);

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
  const typed = (text: string): void => {
    setError(undefined);
    write(text);
  };

  return (
    <form class={error ? 'composer wrong' : 'composer'} onSubmit={submit} noValidate>
      {isContactStep(step) && <ContactWays way={way} choose={setWay} />}
      <label for="pa-message">{field.label}</label>
      <ErrorText text={error} />
      <div class="field">
        <ComposerField field={field} draft={draft} input={input} isWrong={!!error} write={typed} submit={submit} />
        <button type="submit">{COMPOSER.send}</button>
      </div>
      <Hint draft={draft} isAnswer={field.label !== COMPOSER.label} isLine={field.isLine} />
      {pickDates && (
        <button type="button" class="as-link" onClick={pickDates}>
          {PANEL.pickDates}
        </button>
      )}
    </form>
  );
}

interface HintProps {
  readonly draft: string;
  readonly isAnswer: boolean;
  readonly isLine: boolean;
}

/** How to send; or, near the limit, how much room there is. */
function Hint({ draft, isAnswer, isLine }: HintProps): VNode {
  const length = draft.trim().length;
  const left = charactersLeft(MOST_CHARACTERS - length);
  const [aloud, setAloud] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    timer.current = setTimeout(() => setAloud(left ?? ''), COUNT_AFTER_MS);
    return () => clearTimeout(timer.current);
  }, [left]);
  return (
    <>
      <p id="pa-hint" class={length > MOST_CHARACTERS ? 'hint too-long' : 'hint'}>
        {left ?? (
          <>
            {isAnswer && <>{COMPOSER.otherWords} </>}
            {!isLine && <span class="keys">{PANEL.keys}</span>}
          </>
        )}
      </p>
      <p class="unseen" role="status">
        {aloud}
      </p>
    </>
  );
}
