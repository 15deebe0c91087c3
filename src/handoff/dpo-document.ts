/**
 * What the Data Protection Officer's team reads, in the order in which a busy person needs it: the words that were said,
 * who said them and how to reach them, what it covers, by when, what to check, and every answer as given.
 */
import { dayInWords, londonDate, longDate } from '../requests/dates.js';
import type { PrivacyRequest } from '../requests/request.js';
import { RIGHT_NAMES } from '../requests/right.js';
import { STEPS } from '../requests/step.js';
import { CHECKS, CHECKS_FOR_SOMEBODY_ELSE } from './checks.js';
import { rowsOf, type Block, type EmailDocument, type Section } from './email-document.js';
import { isSafeToContact, safeEmail } from '../requests/safe-email.js';
import { STEP_NAMES } from './step-names.js';

export interface DpoDocumentContext {
  readonly noticeUrl: string;
  /** The day to aim for, before the due date: `target` of `deadlineFor`. yyyy-mm-dd. */
  readonly internalTarget?: string;
}

/** GOV.UK Design System, check-answers pattern: what was skipped says so. */
const NOT_PROVIDED = 'Not provided';

export function dpoDocument(request: PrivacyRequest, context: DpoDocumentContext): EmailDocument {
  return {
    title: `${RIGHT_NAMES[request.right]} ${request.reference}`,
    opening: [{ kind: 'paragraph', text: `Respond by ${dayInWords(request.dueDate)}.` }, ...warnings(request)],
    sections: [
      asked(request),
      people(request),
      scope(request),
      dates(request, context),
      { heading: 'Check next', blocks: [{ kind: 'list', items: checksFor(request) }] },
      answers(request),
      source(request, context),
    ],
  };
}

function warnings(request: PrivacyRequest): Block[] {
  const unsafe: Block = {
    kind: 'warning',
    text: 'Before you contact this person, read “Is it safe to contact them there” below. It may not be safe.',
  };
  // ICO: a request needs no form, so the month may run from the first message, sent or not.
  const unfinished: Block = {
    kind: 'warning',
    text: 'Unfinished: the person fell silent before they checked and sent this. The time may have begun all the same, when they first asked. Ask them whether they want to go on.',
  };
  return [...(isSafeToContact(request) ? [] : [unsafe]), ...(request.unfinished ? [unfinished] : [])];
}

function asked({ firstMessage, scope: { details } }: PrivacyRequest): Section {
  const more = details.trim() !== '' && details.trim() !== firstMessage.trim();
  return {
    heading: 'What is asked, in the person’s own words',
    blocks: [
      { kind: 'quote', text: firstMessage },
      ...(more
        ? ([
            { kind: 'paragraph', text: 'When asked for the details:' },
            { kind: 'quote', text: details },
          ] as const)
        : []),
    ],
  };
}

function people(request: PrivacyRequest): Section {
  const { requester, subject } = request;
  const email =
    requester.email &&
    `${requester.email}\n${requester.emailConfirmed ? 'Confirmed with a code sent to it' : 'Not confirmed: check it before you send anything'}`;
  return {
    heading: 'Who it is for, and how to reach them',
    blocks: [
      rowsOf(
        ['Asked by', requester.fullName || NOT_PROVIDED],
        ['Email', email],
        ['Phone', requester.phone],
        ['Post', requester.post],
        [STEP_NAMES.safeToContact, safetyOf(request)],
        ['Asked for', subject ? subject.fullName || NOT_PROVIDED : 'Themselves'],
        [STEP_NAMES.relationship, subject?.relationship],
        [STEP_NAMES.authority, subject?.authority],
        [STEP_NAMES.adjustments, request.adjustments],
        [STEP_NAMES.format, request.format],
      ),
    ],
  };
}

function safetyOf({ requester, answers }: PrivacyRequest): string | undefined {
  const said = requester.safeToContact ?? answers.safeToContact;
  return said === '' ? 'They were asked, and did not say' : said;
}

function scope({ scope: { services, from, to }, answers }: PrivacyRequest): Section {
  const period =
    from && to
      ? `${longDate(from)} to ${longDate(to)}`
      : from
        ? `${longDate(from)} onwards`
        : to
          ? `Up to ${longDate(to)}`
          : answers.period || NOT_PROVIDED;
  return {
    heading: 'What it covers',
    blocks: [
      rowsOf(
        [STEP_NAMES.services, services.join('\n') || answers.services || NOT_PROVIDED],
        [STEP_NAMES.period, period],
        [STEP_NAMES.identifiers, answers.identifiers],
      ),
    ],
  };
}

function dates(request: PrivacyRequest, { internalTarget }: DpoDocumentContext): Section {
  return {
    heading: 'Dates',
    blocks: [
      rowsOf(
        ['Received', receivedInWords(request.receivedAt)],
        [
          'How',
          request.loggedBy ? `${request.channel}, logged for the person by ${request.loggedBy}` : request.channel,
        ],
        ['Respond by', dayInWords(request.dueDate)],
        ['How that was counted', request.dueDateReason],
        ['Aim for', internalTarget && dayInWords(internalTarget)],
        [
          'Acknowledged',
          safeEmail(request) === undefined
            ? 'No: there is no email address that is known to be safe. Acknowledge it another way'
            : 'Yes, by email, together with this mail',
        ],
      ),
    ],
  };
}

function receivedInWords(receivedAt: string): string {
  const at = new Date(receivedAt);
  const time = at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });
  return `${dayInWords(londonDate(at))}, ${time} in the United Kingdom`;
}

/** The right's own list, with what this request adds to it. */
function checksFor(request: PrivacyRequest): string[] {
  const words = [request.firstMessage, request.scope.details, ...Object.values(request.answers)];
  return [
    ...(request.subject ? CHECKS_FOR_SOMEBODY_ELSE : []),
    ...CHECKS[request.right],
    ...(words.some((text) => /:\/\/|\bwww\./i.test(text))
      ? ['The person typed a link. Nobody has checked where it leads.']
      : []),
  ];
}

function answers(request: PrivacyRequest): Section {
  const given = STEPS.flatMap((step) => {
    const answer = request.answers[step];
    return answer === undefined ? [] : [[STEP_NAMES[step], answer.trim() || NOT_PROVIDED] as const];
  });
  return {
    heading: 'Every answer, by step',
    blocks: given.length ? [rowsOf(...given)] : [{ kind: 'paragraph', text: 'None.' }],
  };
}

function source({ reference, noticeVersion }: PrivacyRequest, { noticeUrl }: DpoDocumentContext): Section {
  return {
    heading: 'About this mail',
    blocks: [
      rowsOf(['Reference', reference], ['Privacy notice', noticeVersion]),
      { kind: 'link', label: 'The privacy notice', url: noticeUrl },
      {
        kind: 'paragraph',
        text: 'The same content is attached as request.json. A second mail with the same reference and Message-ID is a repeat of this one, not a new request.',
      },
    ],
  };
}
