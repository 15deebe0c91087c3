/**
 * What is remembered of a conversation across a reload of the page: in this tab only, and only once somebody has said
 * or typed something. The tab forgets it when it is closed.
 */
import { isFields, listIn, textIn } from './content/fields.js';
import type { Outgoing } from './direct-line/outbox.js';
import type { Session } from './direct-line/protocol.js';

/** The one key in sessionStorage. The launcher looks for it as well. */
export const STORAGE_KEY = 'privacy-assistant';

export interface Remembered {
  /** Whether the panel was open. */
  readonly open: boolean;
  readonly session?: Session;
  readonly unsent: readonly Outgoing[];
  /** Typed, and not sent. */
  readonly draft: string;
}

/** Undefined: nothing, or nothing that can be read. */
export function recall(): Remembered | undefined {
  try {
    return readRemembered(JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? 'null'));
  } catch {
    // Storage may be switched off, and what is in it may be anybody's.
    return undefined;
  }
}

/** Undefined: nothing that can be read. */
export function readRemembered(value: unknown): Remembered | undefined {
  if (!isFields(value)) return undefined;
  return {
    open: value['open'] === true,
    session: readSaved(value['session']),
    unsent: listIn(value['unsent']).flatMap((item) => {
      const [clientActivityID, text] = [textIn(item['clientActivityID']), textIn(item['text'])];
      return clientActivityID && text ? [{ clientActivityID, text }] : [];
    }),
    draft: textIn(value['draft']) ?? '',
  };
}

export function remember(remembered: Remembered): void {
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(remembered));
  } catch {
    // Then a reload begins a new conversation.
  }
}

export function forget(): void {
  try {
    sessionStorage.removeItem(STORAGE_KEY);
  } catch {
    // Then there is nothing in it.
  }
}

function readSaved(value: unknown): Session | undefined {
  if (!isFields(value)) return undefined;
  const conversationId = textIn(value['conversationId']);
  const userId = textIn(value['userId']);
  const token = textIn(value['token']);
  const expiresAt = value['expiresAt'];
  if (!conversationId || !userId || !token || typeof expiresAt !== 'number') return undefined;
  return { conversationId, userId, token, expiresAt };
}
