/** "Exit this page quickly", as the Design System has it: for people who must not be seen here. */
import type { VNode } from 'preact';
import { EXIT } from './content/wording.js';

/** @param clear takes away what can be seen, and what is remembered, before the page is left. */
export function ExitLink({ clear }: { clear(): void }): VNode {
  const leave = (event: Event): void => {
    event.preventDefault();
    clear();
    // Takes this page's place in the history, so that Back does not lead to it.
    location.replace(EXIT.url);
  };
  return (
    <a class="exit" href={EXIT.url} rel="nofollow noreferrer" onClick={leave}>
      {EXIT.label}
    </a>
  );
}
