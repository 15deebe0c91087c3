/** A guided request → the request that is handed to the Data Protection Officer. */
import { dayInWords } from '../../src/requests/dates.js';
import { deadlineFor } from '../../src/requests/deadline.js';
import type { PrivacyRequest } from '../../src/requests/request.js';
import type { Finished } from '../conversation.js';
import { safeEmail } from '../../src/requests/safe-email.js';
import { isForSomebodyElse } from '../steps/for-whom.js';
import type { Answers } from './definition.js';
import { applicableSteps, type Running } from './running.js';

/**
 * @param unfinished the person never came to check and send it.
 * @returns besides the request, what the resident is told: the day in words, and whether an email will come.
 */
export function finish(
  running: Running,
  { unfinished = false }: { readonly unfinished?: boolean } = {},
): Finished & { readonly due: string; readonly acknowledged: boolean } {
  const { definition, request, surroundings } = running;
  const { council, holidays } = surroundings;
  const receivedAt = new Date(request.receivedAt);
  const deadline = deadlineFor({
    right: request.right,
    receivedAt,
    holidays,
    noticePromiseDays: council.noticePromiseDays,
  });
  const answers = applicableAnswers(running);
  const built: PrivacyRequest = {
    reference: surroundings.newReference(),
    right: request.right,
    receivedAt: request.receivedAt,
    dueDate: deadline.due,
    dueDateReason: deadline.reason,
    channel: surroundings.channel,
    firstMessage: request.firstMessage,
    requester: requesterOf(answers),
    ...(isForSomebodyElse(answers) ? { subject: subjectOf(answers) } : {}),
    scope: {
      services: [...(answers.services?.services ?? [])],
      ...(answers.period?.from ? { from: answers.period.from } : {}),
      ...(answers.period?.to ? { to: answers.period.to } : {}),
      details: definition.details(answers) || request.firstMessage,
    },
    answers: Object.fromEntries(Object.entries(answers).map(([step, answer]) => [step, answer.words])),
    ...(answers.format?.understood ? { format: answers.format.understood } : {}),
    ...(answers.adjustments?.understood ? { adjustments: answers.adjustments.understood } : {}),
    noticeVersion: council.noticeVersion,
    ...(unfinished ? { unfinished } : {}),
  };
  return { request: built, deadline, due: dayInWords(deadline.due), acknowledged: safeEmail(built) !== undefined };
}

/** Without what was answered and then ceased to apply, as when "someone else" was changed to "my own". */
export function applicableAnswers(running: Running): Answers {
  return Object.fromEntries(
    applicableSteps(running).flatMap(({ step }) => {
      const answer = running.request.answers[step];
      return answer ? [[step, answer]] : [];
    }),
  );
}

function requesterOf({ fullName, contact, emailCode, safeToContact }: Answers): PrivacyRequest['requester'] {
  return {
    fullName: fullName?.understood ?? '',
    ...(contact?.email ? { email: contact.email } : {}),
    emailConfirmed: emailCode?.emailConfirmed ?? false,
    ...(contact?.phone ? { phone: contact.phone } : {}),
    ...(contact?.post ? { post: contact.post } : {}),
    ...(safeToContact ? { safeToContact: safeToContact.understood } : {}),
  };
}

function subjectOf({ subjectName, relationship, authority }: Answers): NonNullable<PrivacyRequest['subject']> {
  return {
    fullName: subjectName?.understood ?? '',
    relationship: relationship?.understood ?? '',
    authority: authority?.understood ?? '',
  };
}
