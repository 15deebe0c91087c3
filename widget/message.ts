/** What an activity says to the person, as the transcript shows it. */
import { newClientId } from './direct-line/ids.js';
import type { Delivery } from './direct-line/outbox.js';
import { isFields, listIn, textIn, type Activity, type Fields } from './direct-line/protocol.js';

/** Words of the published notice. */
export interface Quote {
  /** Headings above it: "Your rights > You can object to us using your data". */
  readonly section: string;
  /** Verbatim; line breaks part list items. */
  readonly text: string;
  /** Where the notice is published. */
  readonly url?: string;
}

/** A button: what it shows, and the message that it sends. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

export interface BotMessage {
  readonly by: 'assistant';
  readonly key: string;
  readonly text: string;
  /** Plain text is shown as it is. */
  readonly isMarkdown: boolean;
  /** "answer", "safety" …; undefined from a bot that does not say. */
  readonly kind?: string;
  readonly quotes: readonly Quote[];
  readonly choices: readonly Choice[];
  /** The messages by which somebody says that it helped, or did not. */
  readonly feedback?: { readonly yes: string; readonly no: string };
  /** A request went to the council with this message. */
  readonly sent?: { readonly reference: string; readonly isComplaint: boolean };
}

export interface OwnMessage {
  readonly by: 'you';
  /** The id that this browser gave it, so that it stays the same message once the service has it. */
  readonly key: string;
  readonly text: string;
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
  const text = textIn(activity['text'])?.trim() ?? '';
  const from = fieldsIn(activity['from']);
  if (from['role'] === 'user' || (userId !== undefined && from['id'] === userId)) {
    const ownId = textIn(fieldsIn(activity['channelData'])['clientActivityID']);
    return text === '' ? undefined : { by: 'you', key: ownId ?? key, text, delivery: 'sent', isPlaced: true };
  }
  return readBotMessage(activity, key, text);
}

function readBotMessage(activity: Activity, key: string, whole: string): BotMessage | undefined {
  const ours = fieldsIn(fieldsIn(activity['channelData'])['privacyAssistant']);
  const choices = listIn(fieldsIn(activity['suggestedActions'])['actions']).flatMap(readChoice);
  const quotes = readQuotes(ours, activity);
  // Where quotes are shown as quotes, they are not repeated in the text.
  const text = (quotes.length > 0 ? textIn(ours['plain']) : undefined) ?? whole;
  if (text === '' && choices.length === 0 && quotes.length === 0) return undefined;
  const reference = ours['kind'] === 'request' && ours['step'] === 'sent' ? textIn(ours['reference']) : undefined;
  return {
    by: 'assistant',
    key,
    text,
    isMarkdown: activity['textFormat'] !== 'plain',
    kind: textIn(ours['kind']),
    quotes,
    choices,
    ...readFeedback(fieldsIn(ours['feedback'])),
    ...(reference === undefined ? {} : { sent: { reference, isComplaint: ours['right'] === 'complaint' } }),
  };
}

function readChoice(action: Fields): Choice[] {
  const title = textIn(action['title']);
  const value = textIn(action['value']) ?? title;
  return action['type'] === 'imBack' && title && value ? [{ title, value }] : [];
}

function readFeedback(fields: Fields): Pick<BotMessage, 'feedback'> {
  const [yes, no] = [textIn(fields['yes']), textIn(fields['no'])];
  return yes && no ? { feedback: { yes, no } } : {};
}

/** Quotes are whole where the assistant sends its own; a citation's abstract may have been cut. */
function readQuotes(ours: Fields, activity: Activity): Quote[] {
  const cited = listIn(activity['entities']).flatMap((entity) => listIn(entity['citation']));
  return listIn(ours['quotes']).flatMap((quote, index) => {
    const section = textIn(quote['section']) ?? '';
    const text = textIn(quote['text']);
    const url = textIn(fieldsIn(cited[index]?.['appearance'])['url']);
    return text ? [{ section, text, ...(url === undefined ? {} : { url }) }] : [];
  });
}

function fieldsIn(value: unknown): Fields {
  return isFields(value) ? value : {};
}
