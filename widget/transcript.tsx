/** What was said, in a log that screen readers follow. */
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { View } from './chat.js';
import { EntryView } from './entry.js';
import { Intro } from './intro.js';
import type { Entry, OwnMessage } from './message.js';
import { useScrolling } from './scrolling.js';
import { PANEL } from './wording.js';

/** A reply that comes at once needs no notice that it is coming. Milliseconds. */
const REPLYING_AFTER_MS = 500;

export interface TranscriptProps {
  readonly view: View;
  readonly aboutId: string;
  /** Where the service is, with a slash at the end. */
  readonly base: string;
  readonly hasLinks: boolean;
  choose(value: string): void;
  retry(message: OwnMessage): void;
}

export function Transcript({ view, aboutId, base, hasLinks, choose, retry }: TranscriptProps): VNode {
  const { connection, entries, isReplying, isRestoring } = view;
  const verdicts = verdictsIn(entries);
  const isOver = connection === 'ended' || connection === 'unavailable' || connection === 'deleted';
  const scroller = useRef<HTMLDivElement>(null);
  const log = useRef<HTMLDivElement>(null);
  const { isBehind, toEnd } = useScrolling({ scroller, log, entries, isReplying, isRestoring });
  return (
    <div class="middle">
      <div class="scroller" ref={scroller} tabIndex={0} role="group" aria-label={PANEL.conversation}>
        <Intro aboutId={aboutId} base={hasLinks ? base : undefined} />
        {/* What is only fetched again was heard before, and is not read aloud as a whole. */}
        <div role="log" aria-live={isRestoring ? 'off' : 'polite'} aria-label={PANEL.messages} ref={log}>
          {entries.map((entry, index) => (
            <EntryView
              key={entry.key}
              entry={entry}
              answer={nextSaid(entries, index)}
              reply={nextSaid(entries, index, verdicts)}
              answersUrl={hasLinks ? `${base}answers` : undefined}
              choose={choose}
              retry={isOver ? undefined : retry}
            />
          ))}
        </div>
        <Replying isReplying={isReplying} />
      </div>
      {isBehind && (
        <button type="button" class="behind" onClick={toEnd}>
          {PANEL.newBelow} <span aria-hidden="true">↓</span>
        </button>
      )}
    </div>
  );
}

/**
 * What the person said after this entry; "" where only a new conversation began.
 * @param ignored messages that are passed over.
 */
export function nextSaid(entries: readonly Entry[], index: number, ignored?: ReadonlySet<string>): string | undefined {
  const next = entries
    .slice(index + 1)
    .find((entry) => entry.by === 'divider' || (entry.by === 'you' && !ignored?.has(entry.text)));
  return next?.by === 'you' ? next.text : next && '';
}

/** The messages by which answers are said to have helped or not. */
export function verdictsIn(entries: readonly Entry[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => (entry.by === 'assistant' ? Object.values(entry.feedback ?? {}) : [])));
}

function Replying({ isReplying }: { readonly isReplying: boolean }): VNode {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isReplying) {
      setShown(false);
      return undefined;
    }
    const timer = setTimeout(() => setShown(true), REPLYING_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isReplying]);
  return (
    <div role="status" class="replying">
      {isShown && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {PANEL.replying}
        </>
      )}
    </div>
  );
}
