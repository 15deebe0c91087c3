/** The panel from top to bottom. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Chat, View } from './chat.js';
import { Composer } from './composer.js';
import type { Writing } from './composer-field.js';
import { KEEPING } from './content/wording.js';
import { ExitLink } from './exit.js';
import { Keeping } from './keeping.js';
import type { Entry } from './message.js';
import { ConnectionNotice, Over } from './notices.js';
import type { Options } from './options.js';
import { offer, savedAsPage, savedAsText } from './saved.js';
import { Transcript } from './transcript.js';
import { PANEL } from './wording.js';

/** Only a slow connection is worth words. Milliseconds. */
const CONNECTING_AFTER_MS = 800;

export interface PanelViewProps {
  readonly options: Options;
  readonly chat: Chat;
  readonly view: View;
  readonly input: Writing;
  close(): void;
  /** Resolves with whether the conversation is gone. */
  remove(): Promise<boolean>;
  /** Takes the panel away before the page is left. */
  clear(): void;
}

export function PanelView({ options, chat, view, input, close, remove, clear }: PanelViewProps): VNode {
  const isPage = options.page !== undefined;
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <>
      <header>
        <Heading id="pa-heading" tabIndex={-1}>
          {options.heading}
        </Heading>
        {!isPage && (
          <button type="button" class="close" aria-label={PANEL.closeLabel} onClick={close}>
            {PANEL.close}
            <span aria-hidden="true">✕</span>
          </button>
        )}
      </header>
      <Bar view={view} remove={remove} clear={clear} />
      <Transcript
        view={view}
        aboutId="pa-about"
        base={options.base}
        hasLinks={options.hasLinks}
        choose={(value) => chat.send(value)}
        retry={(message) => chat.retry(message)}
      />
      <Bottom chat={chat} view={view} input={input} />
    </>
  );
}

/** What can be done with the conversation, and the way out. */
function Bar({ view, remove, clear }: Pick<PanelViewProps, 'view' | 'remove' | 'clear'>): VNode {
  const [isOpen, setOpen] = useState(false);
  const { entries, connection } = view;
  const isDeleted = connection === 'deleted';
  return (
    <>
      <div class="bar">
        {!isDeleted && (
          <button
            type="button"
            class="as-link"
            aria-expanded={isOpen}
            aria-controls="pa-keeping"
            onClick={() => setOpen(!isOpen)}
          >
            {KEEPING.menu}
          </button>
        )}
        <ExitLink clear={clear} />
      </div>
      {isOpen && !isDeleted && (
        <Keeping
          id="pa-keeping"
          hasBegun={entries.some(({ by }) => by === 'you')}
          save={(as) => offer((as === 'text' ? savedAsText : savedAsPage)(entries, new Date()))}
          remove={async () => {
            const isGone = await remove();
            if (isGone) setOpen(false);
            return isGone;
          }}
        />
      )}
    </>
  );
}

/** The field, and what is to be said of the connection; or only that it is over. */
function Bottom({ chat, view, input }: Pick<PanelViewProps, 'chat' | 'view' | 'input'>): VNode {
  const { connection, draft } = view;
  const isSlow = useLateness(connection === 'connecting');
  if (connection === 'ended' || connection === 'unavailable' || connection === 'deleted') {
    const restart = (): void => {
      chat.restart();
      // Once the field is back.
      setTimeout(() => input.current?.focus());
    };
    return <Over connection={connection} restart={restart} />;
  }
  return (
    <>
      <ConnectionNotice
        connection={connection === 'connecting' && !isSlow ? 'online' : connection}
        retry={() => chat.retry()}
      />
      <Composer
        draft={draft}
        step={stepIn(view.entries)}
        input={input}
        write={(text) => chat.write(text)}
        send={(text) => chat.send(text)}
      />
    </>
  );
}

/** Of the question that was asked last in this conversation. Until something else is said, what is written answers it. */
function stepIn(entries: readonly Entry[]): string | undefined {
  const last = entries.filter(({ by }) => by !== 'you').at(-1);
  return last?.by === 'assistant' ? last.step : undefined;
}

function useLateness(isWaiting: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setLate(true), CONNECTING_AFTER_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [isWaiting]);
  return isLate;
}
