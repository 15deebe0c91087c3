/** What has to be said before the first word. */
import type { VNode } from 'preact';
import { INTRO, PAGES } from './content/wording.js';
import { Link } from './link.js';

interface IntroProps {
  /** Of the sentences that a screen reader hears as the panel opens. */
  readonly aboutId: string;
  /** Where the service's other pages are, with a slash at the end; undefined: they are not linked to. */
  readonly base: string | undefined;
}

export function Intro({ aboutId, base }: IntroProps): VNode {
  return (
    <div class="intro">
      <p id={aboutId}>
        <strong>{INTRO.title}</strong> {INTRO.about}
      </p>
      <p class="danger">
        <strong>{INTRO.danger}</strong> {INTRO.silent}
      </p>
      <ul>
        <li>{INTRO.does}</li>
        <li>{INTRO.person}</li>
        <li>{INTRO.kept}</li>
        <li>{INTRO.requests}</li>
        <li>{INTRO.questions}</li>
      </ul>
      {base !== undefined && (
        <ul class="links">
          <li>
            <Link href={`${base}answers`}>{PAGES.answers}</Link>
          </li>
          <li>
            <Link href={`${base}accessibility`}>{PAGES.accessibility}</Link>
          </li>
        </ul>
      )}
    </div>
  );
}
