/** Buttons under a message: each sends what it stands for, and all go dead once the conversation has gone on. */
import type { VNode } from 'preact';
import type { Choice } from './message.js';
import { MESSAGE } from './wording.js';

export interface ChoicesProps {
  readonly choices: readonly Choice[];
  /** What is asked, shown before small buttons; without it they are large, and speak for themselves. */
  readonly question?: string;
  /** What was said next; undefined: nothing yet, so they can be pressed. */
  readonly answer: string | undefined;
  choose(value: string): void;
}

/**
 * Dead buttons stay where they are, and stay focusable, so that nobody's focus is lost by pressing one. That they are
 * dead is in attributes, which a live region does not announce.
 */
export function Choices({ choices, question, answer, choose }: ChoicesProps): VNode {
  const isOver = answer !== undefined;
  return (
    <div
      class={question === undefined ? 'choices' : 'choices small'}
      role="group"
      aria-label={question ?? (isOver ? MESSAGE.answered : MESSAGE.choices)}
    >
      {question !== undefined && <span>{question}</span>}
      {choices.map(({ title, value }) => (
        <button
          type="button"
          class={isOver && value === answer ? 'choice chosen' : 'choice'}
          aria-disabled={isOver ? 'true' : undefined}
          aria-label={isOver ? `${title}, ${value === answer ? MESSAGE.chosen : MESSAGE.answered}` : undefined}
          title={isOver ? MESSAGE.answered : undefined}
          onClick={() => {
            if (!isOver) choose(value);
          }}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
