/** Buttons under a message: each sends what it stands for, and all go dead once the conversation has gone on. */
import type { VNode } from 'preact';
import type { Choice } from './content/bot-message.js';
import { MESSAGE } from './content/wording.js';

export interface ChoicesProps {
  readonly choices: readonly Choice[];
  /** What is asked, shown before small buttons; without it they are large, and speak for themselves. */
  readonly question?: string;
  /** What was said next; undefined: nothing yet, so they can be pressed. */
  readonly answer: string | undefined;
  /** The first one is what people came for. */
  readonly hasMain?: boolean;
  choose(value: string): void;
}

/**
 * Dead buttons stay where they are, and stay focusable, so that nobody's focus is lost by pressing one. That they are
 * dead is in attributes, which a live region does not announce.
 */
export function Choices({ choices, question, answer, hasMain = false, choose }: ChoicesProps): VNode {
  const isOver = answer !== undefined;
  return (
    <div
      class={question === undefined ? 'choices' : 'choices small'}
      role="group"
      aria-label={question ?? (isOver ? MESSAGE.answered : MESSAGE.choices)}
    >
      {question !== undefined && <span>{question}</span>}
      {choices.map(({ title, value }, index) => (
        <button
          type="button"
          class={classOf(isOver && value === answer, hasMain && index === 0)}
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

const classOf = (isChosen: boolean, isMain: boolean): string =>
  ['choice', ...(isChosen ? ['chosen'] : []), ...(isMain ? ['first'] : [])].join(' ');
