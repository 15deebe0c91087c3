/** What a message of the assistant says to a person, read from its activity. */
import { fieldsIn, listIn, textIn, type Activity, type Fields } from './fields.js';
import { withNumbersToCall } from './telephone.js';

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

/** An answer that was given to a request. */
export interface SummaryRow {
  readonly label: string;
  readonly value: string;
  /** The message that asks to change it. */
  readonly change: string;
}

export interface BotMessage {
  readonly by: 'assistant';
  readonly key: string;
  readonly text: string;
  /** Plain text is shown as it is. */
  readonly isMarkdown: boolean;
  /** When it was said, ISO 8601; undefined from a channel that does not say. */
  readonly at?: string;
  /** "answer", "safety" …; undefined from a bot that does not say. */
  readonly kind?: string;
  /** Id of the entry of the knowledge that it answers from. */
  readonly entry?: string;
  /** The step of a request whose question it asks: "fullName", "checkAnswers" … */
  readonly step?: string;
  /** Which question of a request it asks, of about how many. */
  readonly progress?: { readonly question: number; readonly of: number };
  readonly quotes: readonly Quote[];
  readonly choices: readonly Choice[];
  /** Answers to be checked, each with the message that changes it. */
  readonly summary: readonly SummaryRow[];
  /** The messages by which somebody says that it helped, or did not. */
  readonly feedback?: { readonly yes: string; readonly no: string };
  /** A request went to the council with this message. */
  readonly sent?: { readonly reference: string; readonly isComplaint: boolean };
  /** The person asked in words to have the conversation deleted, and all before this message was. */
  readonly deletes?: true;
}

/** Reads a message of the assistant; undefined: it says nothing. @param key by which it is known again. */
export function readBotMessage(activity: Activity, key: string): BotMessage | undefined {
  const ours = fieldsIn(fieldsIn(activity['channelData'])['privacyAssistant']);
  const whole = textIn(activity['text'])?.trim() ?? '';
  const summary = listIn(ours['summary']).flatMap(readRow);
  // What can be changed in its row needs no button of its own.
  const choices = listIn(fieldsIn(activity['suggestedActions'])['actions'])
    .flatMap(readChoice)
    .filter(({ value }) => !summary.some(({ change }) => change === value));
  const quotes = readQuotes(ours, activity);
  // Where quotes and answers are shown by themselves, they are not repeated in the text.
  const text = (quotes.length > 0 || summary.length > 0 ? textIn(ours['plain']) : undefined) ?? whole;
  const kind = textIn(ours['kind']);
  const isMarkdown = activity['textFormat'] !== 'plain';
  const request = kind === 'request' ? readRequest(ours) : {};
  if (text === '' && choices.length === 0 && quotes.length === 0) return undefined;
  return {
    by: 'assistant',
    key,
    text: request.sent
      ? withoutReference(text, request.sent.reference)
      : kind === 'safety' && isMarkdown
        ? withNumbersToCall(text)
        : text,
    isMarkdown,
    ...present({ at: textIn(activity['timestamp']), kind, entry: textIn(ours['entry']) }),
    quotes,
    summary,
    choices,
    ...readFeedback(fieldsIn(ours['feedback'])),
    ...(ours['deleted'] === true ? { deletes: true } : {}),
    ...request,
  };
}

/** Without what is undefined. */
function present<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

function readRequest(ours: Fields): Pick<BotMessage, 'step' | 'progress' | 'sent'> {
  const step = textIn(ours['step']);
  const reference = step === 'sent' ? textIn(ours['reference']) : undefined;
  const { question, of } = fieldsIn(ours['progress']);
  return {
    ...present({ step }),
    ...(isCount(question) && isCount(of) && question <= of ? { progress: { question, of } } : {}),
    ...(reference === undefined ? {} : { sent: { reference, isComplaint: ours['right'] === 'complaint' } }),
  };
}

/** So long a paragraph says more than a reference. Characters. */
const MOST_OF_REFERENCE = 60;

/** The reference is shown by itself, and not again in a line of its own. */
function withoutReference(text: string, reference: string): string {
  const paragraphs = text.split('\n\n');
  return paragraphs.filter((one) => !(one.includes(reference) && one.length < MOST_OF_REFERENCE)).join('\n\n');
}

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;

function readChoice(action: Fields): Choice[] {
  const title = textIn(action['title']);
  const value = textIn(action['value']) ?? title;
  return action['type'] === 'imBack' && title && value ? [{ title, value }] : [];
}

function readRow(row: Fields): SummaryRow[] {
  const [label, value, change] = [textIn(row['label']), textIn(row['value']), textIn(row['change'])];
  return label && value && change ? [{ label, value, change }] : [];
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

/** Steps that ask nothing of their own: an offer, the answers for checking, the confirmation. */
const NO_QUESTION: readonly string[] = ['start', 'checkAnswers', 'sent'];

/**
 * A step's question stands last, after what leads up to it: what a request is about, what was wrong with an answer.
 * @returns the parts in their order; `question` is undefined where the message asks none in so many words.
 */
export function questionIn({ text, step }: BotMessage): {
  readonly before: string;
  readonly question?: string;
  /** What helps to answer it. */
  readonly after: string;
} {
  if (step === undefined || NO_QUESTION.includes(step)) return { before: text, after: '' };
  const at = text.lastIndexOf('\n\n');
  const [before, last] = at < 0 ? ['', text] : [text.slice(0, at), text.slice(at + 2)];
  const end = last.search(/\?(?: |$)/) + 1;
  return end === 0 ? { before, after: last } : { before, question: last.slice(0, end), after: last.slice(end).trim() };
}
