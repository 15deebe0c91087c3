/** Months and years for a request's dates, as the Design System's date input has them; sent as words. */
import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NO_PERIOD, periodWords, type PeriodParts } from './content/period-words.js';
import { COMPOSER, FIELDS } from './content/wording.js';
import { ErrorText } from './error-text.js';
import { PANEL } from './wording.js';

export interface PeriodFieldsProps {
  send(words: string): void;
  /** Back to the field for any words. */
  leave(): void;
}

/** A problem, and the field that it is about. */
interface Problem {
  readonly text: string;
  readonly field: keyof PeriodParts;
}

export function PeriodFields({ send, leave }: PeriodFieldsProps): VNode {
  const [parts, setParts] = useState(NO_PERIOD);
  const [problem, setProblem] = useState<Problem>();
  const form = useRef<HTMLFormElement>(null);
  const focusOn = (field: keyof PeriodParts): void => form.current?.querySelector<HTMLElement>(`#pa-${field}`)?.focus();
  useLayoutEffect(() => focusOn('fromMonth'), []);

  const submit = (event: Event): void => {
    event.preventDefault();
    const reading = periodWords(parts);
    if ('words' in reading && reading.words !== undefined) return send(reading.words);
    const wrong = 'problem' in reading ? reading : { problem: FIELDS.datesMissing, field: 'fromYear' as const };
    setProblem({ text: wrong.problem, field: wrong.field });
    focusOn(wrong.field);
  };
  const fields = { parts, problem, type: (change: Partial<PeriodParts>) => setParts({ ...parts, ...change }) };

  return (
    <form class={problem ? 'composer wrong' : 'composer'} ref={form} onSubmit={submit} noValidate>
      <ErrorText text={problem?.text} />
      <div class="dates">
        <MonthAndYear legend={FIELDS.from} month="fromMonth" year="fromYear" {...fields} />
        <MonthAndYear legend={FIELDS.to} month="toMonth" year="toYear" {...fields} />
        <button type="submit" class="main">
          {COMPOSER.send}
        </button>
      </div>
      <p class="hint" id="pa-hint">
        {FIELDS.datesHint}
      </p>
      <button type="button" class="as-link" onClick={leave}>
        {PANEL.ownWords}
      </button>
    </form>
  );
}

interface MonthAndYearProps {
  readonly legend: string;
  readonly month: keyof PeriodParts;
  readonly year: keyof PeriodParts;
  readonly parts: PeriodParts;
  readonly problem: Problem | undefined;
  type(change: Partial<PeriodParts>): void;
}

function MonthAndYear({ legend, month, year, parts, problem, type }: MonthAndYearProps): VNode {
  const field = (name: keyof PeriodParts, label: string, className: string): VNode => (
    <label class={className}>
      {label}
      <input
        id={`pa-${name}`}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        value={parts[name]}
        aria-describedby={problem?.field === name ? 'pa-error pa-hint' : 'pa-hint'}
        aria-invalid={problem?.field === name ? 'true' : undefined}
        onInput={(event) => type({ [name]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <fieldset>
      <legend>{legend}</legend>
      {field(month, FIELDS.month, 'month')}
      {field(year, FIELDS.year, 'year')}
    </fieldset>
  );
}
