/** What the bot says in one message, and how that becomes a Bot Framework activity. */
import { ActivityTypes, type Activity, type Entity } from 'botbuilder-core';
import type { Quote } from '../src/answers/knowledge/schema.js';
import type { Right } from '../src/requests/right.js';
import type { Step } from '../src/requests/step.js';

export type ReplyKind = 'answer' | 'clarify' | 'unanswerable' | 'signpost' | 'request' | 'safety' | 'chat';

/** A button: what it shows, and the message that it sends. */
export interface Button {
  readonly title: string;
  readonly value: string;
}

/** How far a request has come. `of` may still change, because what has to be asked hangs on the answers. */
export interface Progress {
  /** From 1 on. */
  readonly question: number;
  readonly of: number;
}

/** One message of the bot. `text` is Markdown without HTML; what a person typed is in it only by {@link escapeMarkdown}. */
export interface Reply {
  readonly kind: ReplyKind;
  readonly text: string;
  /** The text without the quotes that it ends with, for clients that show quotes in their own way. */
  readonly plain?: string;
  readonly entry?: string;
  readonly quotes?: readonly Quote[];
  readonly buttons?: readonly Button[];
  readonly right?: Right;
  readonly step?: Step;
  /** Which question of a request this is, of about how many; undefined where an answer is changed. */
  readonly progress?: Progress;
  readonly reference?: string;
  /** Every answer of a request, for checking; `change` is the message that asks to change it. `plain` is then without them. */
  readonly summary?: readonly { readonly label: string; readonly value: string; readonly change: string }[];
  /** The messages by which a person says that it helped, or did not. */
  readonly feedback?: { readonly yes: string; readonly no: string };
  /** With this, all that was said before it is deleted. */
  readonly deleted?: true;
}

/** Teams cuts a citation's abstract at this many characters. */
const MOST_ABSTRACT = 160;

/** @param noticeUrl where the published notice stands, for citations. */
export function toActivity(reply: Reply, noticeUrl: string): Partial<Activity> {
  const { kind, entry, quotes, right, step, reference } = reply;
  const privacyAssistant = {
    kind,
    ...(entry ? { entry } : {}),
    ...(reply.plain ? { plain: reply.plain } : {}),
    ...(quotes?.length ? { quotes: quotes.map(({ section, text }) => ({ section, text })) } : {}),
    ...(kind === 'clarify' ? { options: reply.buttons ?? [] } : {}),
    ...(right ? { right } : {}),
    ...(step ? { step } : {}),
    ...(reply.progress ? { progress: reply.progress } : {}),
    ...(reference ? { reference } : {}),
    ...(reply.summary ? { summary: reply.summary } : {}),
    ...(reply.feedback ? { feedback: reply.feedback } : {}),
    ...(reply.deleted ? { deleted: true } : {}),
  };
  return {
    type: ActivityTypes.Message,
    text: reply.text,
    textFormat: 'markdown',
    locale: 'en-GB',
    channelData: { privacyAssistant },
    ...(quotes?.length ? { entities: [citationsOf(quotes, noticeUrl)] } : {}),
    ...(reply.buttons?.length
      ? {
          suggestedActions: {
            to: [],
            actions: reply.buttons.map(({ title, value }) => ({ type: 'imBack', title, value })),
          },
        }
      : {}),
  };
}

function citationsOf(quotes: readonly Quote[], url: string): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    citation: quotes.map((quote, i) => ({
      '@type': 'Claim',
      position: i + 1,
      appearance: {
        '@type': 'DigitalDocument',
        name: quote.section,
        url,
        abstract: quote.text.length > MOST_ABSTRACT ? `${quote.text.slice(0, MOST_ABSTRACT - 1)}…` : quote.text,
      },
    })),
  };
}

/** What somebody typed, so that it reads as typed: no mark-up, no HTML, no control or direction characters. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}]/gu, (character) => (character === '\n' ? ' ' : character === '\u200d' ? character : ''))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+\-.!|~]/g, '\\$&')
    .trim();
}
