/** Answers to be checked, as the Design System's summary list: each with a way to change it. */
import type { VNode } from 'preact';
import type { SummaryRow } from './content/bot-message.js';
import { MESSAGE } from './content/wording.js';

export interface SummaryProps {
  readonly rows: readonly SummaryRow[];
  /** The conversation has gone on: nothing here can be changed any more. */
  readonly isOver: boolean;
  choose(value: string): void;
}

export function Summary({ rows, isOver, choose }: SummaryProps): VNode {
  return (
    <dl class="summary">
      {rows.map(({ label, value, change }) => (
        <div class="summary-row">
          <dt>{label}</dt>
          <dd class="as-typed">{value}</dd>
          <dd class="summary-change">
            {/* Dead, it stays focusable: nobody's focus is lost by pressing it. */}
            <button
              type="button"
              class="as-link"
              aria-disabled={isOver ? 'true' : undefined}
              onClick={() => {
                if (!isOver) choose(change);
              }}
            >
              {MESSAGE.change}
              <span class="unseen"> {label}</span>
            </button>
          </dd>
        </div>
      ))}
    </dl>
  );
}
