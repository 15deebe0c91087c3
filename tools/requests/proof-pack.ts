/** The files of a proof pack: what was asked, when it was due and why, and what became of it. Pure. */
import { readableJson } from '../../src/handoff/plain-characters.js';
import { longDate } from '../../src/requests/dates.js';
import type { ChainedHistory } from '../../src/requests/history.js';
import type { PrivacyRequest } from '../../src/requests/request.js';
import { RIGHT_NAMES } from '../../src/requests/right.js';
import type { RequestSummary } from '../../src/stores/store.js';

/** The privacy notice as it is in the knowledge at the time of the export. */
export interface NoticeAtHand {
  readonly version: string;
  readonly sha256: string;
}

export interface PackParts {
  readonly summary: RequestSummary;
  /** Missing where it was purged. */
  readonly request?: PrivacyRequest;
  readonly history: ChainedHistory;
  readonly notice: NoticeAtHand;
  readonly taken: { readonly at: Date; readonly who: string };
}

/** @returns the content of each file by its name. */
export function composePack(parts: PackParts): Readonly<Record<string, string>> {
  const { summary, request, history } = parts;
  const { delivery: _, ...kept } = summary;
  return {
    'README.txt': `${readme(parts).join('\n')}\n`,
    ...(request ? { 'request.json': `${readableJson(request)}\n` } : {}),
    'history.json': `${readableJson({ ...kept, ...history })}\n`,
  };
}

function readme(parts: PackParts): string[] {
  const { summary, history, taken } = parts;
  const { reference, right, receivedAt, channel } = summary;
  return [
    `Proof pack of ${reference}`,
    `Taken out at ${taken.at.toISOString()} by ${taken.who}. All times are UTC.`,
    '',
    'WHAT WAS ASKED',
    `${RIGHT_NAMES[right]}, by ${channel}.`,
    `The first message that asked came at ${receivedAt.toISOString()}.`,
    `It was handed over to be mailed at ${history.handedOverAt.toISOString()}.`,
    ...content(parts),
    '',
    'WHEN IT WAS DUE',
    ...dueDate(parts),
    '',
    'THE PRIVACY NOTICE AT THE TIME',
    ...noticeOf(parts),
    '',
    'WHAT THE MAIL SERVER ANSWERED',
    ...answers(history),
    '',
    'THE HISTORY',
    ...proof(reference, history),
  ];
}

function content({ request, history }: PackParts): string[] {
  if (request) return ['request.json has the whole of it, as it was mailed to the Data Protection Officer.'];
  const purged = history.lines.find(({ event }) => event === 'purged');
  const when = purged
    ? ` at ${purged.at.toISOString()}, by ${purged.who ?? 'the service, when its time was over'}`
    : '';
  return [`There is no request.json: what it said was purged${when}. This pack has what is left.`];
}

function dueDate({ summary, request }: PackParts): string[] {
  const counted = request
    ? `How it was counted: ${request.dueDateReason}`
    : 'How it was counted was purged with the rest of the request.';
  return [`${longDate(summary.dueDate)}. ${counted}`];
}

function noticeOf({ request, notice }: PackParts): string[] {
  if (!request) return ['Its version was purged with the rest of the request.'];
  const named = `The request names version ${request.noticeVersion}.`;
  return request.noticeVersion === notice.version
    ? [named, `SHA-256 of that version's text (notice.md), as it is at hand now: ${notice.sha256}`]
    : [named, `The text at hand now is version ${notice.version}: find the other among the council's records.`];
}

function answers({ lines }: ChainedHistory): string[] {
  const said = lines.filter(({ event }) => event === 'accepted' || event === 'failed');
  if (said.length === 0) return ['Nothing yet.'];
  return said.map(({ at, event, detail }) => `${at.toISOString()}  ${event.padEnd(8)}  ${detail}`);
}

function proof(reference: string, { lines, fault }: ChainedHistory): string[] {
  return [
    fault === undefined
      ? `history.json has ${lines.length} lines. Each follows on the one before, and the last is the last that was recorded.`
      : `NOT AS IT WAS WRITTEN: ${fault}. history.json has it as it was found.`,
    '',
    'To check it without the service: "hash" is the SHA-256, in hexadecimal, of this JSON without spaces, in UTF-8:',
    `  [hash of the line before, "${reference}", sequence, at, event, detail, who]`,
    'with "at" in milliseconds since 1970, and null where there is no "who". Before the first line stands "start", the',
    'SHA-256 of [reference, right, receivedAt, dueDate, channel, handedOverAt], with the times in milliseconds too.',
    'A line that is changed in the database from now on no longer agrees with this pack. Whoever could write to the database',
    'before could have changed a line and every hash after it: compare with an earlier pack, or with a backup.',
  ];
}
