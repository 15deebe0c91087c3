/** What has to be said before the first word. */
import type { VNode } from 'preact';
import { INTRO } from './wording.js';

/** @param aboutId of the sentences that a screen reader hears as the panel opens. */
export function Intro({ aboutId }: { readonly aboutId: string }): VNode {
  return (
    <div class="intro">
      <p id={aboutId}>
        <strong>{INTRO.title}</strong> {INTRO.about}
      </p>
      <ul>
        <li>{INTRO.does}</li>
        <li>{INTRO.kept}</li>
        <li>{INTRO.person}</li>
      </ul>
      <p class="danger">
        <strong>{INTRO.danger}</strong> {INTRO.silent}
      </p>
    </div>
  );
}
