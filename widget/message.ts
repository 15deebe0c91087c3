/** What an activity says to the person, as the transcript shows it. */
import { readBotMessage, type BotMessage } from './content/bot-message.js';
import { fieldsIn, textIn, type Activity } from './content/fields.js';
import { newClientId } from './direct-line/ids.js';
import type { Delivery } from './direct-line/outbox.js';

export interface OwnMessage {
  readonly by: 'you';
  /** The id that this browser gave it, so that it stays the same message once the service has it. */
  readonly key: string;
  readonly text: string;
  /** When the service had it, ISO 8601; undefined before. */
  readonly at?: string;
  readonly delivery: Delivery;
  /** It came back in the conversation, and so has its place there. */
  readonly isPlaced: boolean;
}

/** A new conversation begins below. */
export interface Divider {
  readonly by: 'divider';
  readonly key: string;
}

export type Entry = BotMessage | OwnMessage | Divider;

/** Reads a message; undefined: the activity is none, or it says nothing. */
export function readMessage(activity: Activity, userId: string | undefined): BotMessage | OwnMessage | undefined {
  if (activity.type !== 'message') return undefined;
  const key = activity.id ?? newClientId();
  const from = fieldsIn(activity['from']);
  if (from['role'] !== 'user' && (userId === undefined || from['id'] !== userId)) return readBotMessage(activity, key);
  const text = textIn(activity['text'])?.trim() ?? '';
  const ownId = textIn(fieldsIn(activity['channelData'])['clientActivityID']);
  const at = textIn(activity['timestamp']);
  if (text === '') return undefined;
  return { by: 'you', key: ownId ?? key, text, ...(at === undefined ? {} : { at }), delivery: 'sent', isPlaced: true };
}
