/** The panel from top to bottom. */
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Chat, View } from './chat.js';
import { Composer } from './composer.js';
import { ExitLink } from './exit.js';
import { ConnectionNotice, Over } from './notices.js';
import { Transcript } from './transcript.js';
import { PANEL } from './wording.js';

/** Only a slow connection is worth words. Milliseconds. */
const CONNECTING_AFTER_MS = 800;

export interface PanelViewProps {
  readonly heading: string;
  readonly chat: Chat;
  readonly view: View;
  readonly input: { current: HTMLTextAreaElement | null };
  close(): void;
  /** Takes the panel away before the page is left. */
  clear(): void;
}

export function PanelView({ heading, chat, view, input, close, clear }: PanelViewProps): VNode {
  return (
    <>
      <header>
        <h2 id="pa-heading" tabIndex={-1}>
          {heading}
        </h2>
        <button type="button" class="close" aria-label={PANEL.closeLabel} onClick={close}>
          {PANEL.close}
          <span aria-hidden="true">✕</span>
        </button>
      </header>
      <ExitLink clear={clear} />
      <Transcript
        view={view}
        aboutId="pa-about"
        choose={(value) => chat.send(value)}
        retry={(message) => chat.retry(message)}
      />
      <Bottom chat={chat} view={view} input={input} />
    </>
  );
}

/** The field, and what is to be said of the connection; or only that it is over. */
function Bottom({ chat, view, input }: Pick<PanelViewProps, 'chat' | 'view' | 'input'>): VNode {
  const { connection, draft } = view;
  const isSlow = useLateness(connection === 'connecting');
  if (connection === 'ended' || connection === 'unavailable') {
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
      <Composer draft={draft} input={input} write={(text) => chat.write(text)} send={(text) => chat.send(text)} />
    </>
  );
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
