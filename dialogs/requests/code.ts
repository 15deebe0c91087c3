/** The code that shows that an email address works: when one is sent, and what becomes of it. */
import type { Reading, SentCode } from './definition.js';
import { applicableSteps, withRequest, type Running } from './running.js';

/** With a code that is to be sent, where the step is reached for an address that none was sent to. */
export function withCodeFor(running: Running): { readonly running: Running; readonly code?: SentCode } {
  const { code, answers } = running.request;
  return code?.email === answers.contact?.email ? { running } : withNewCode(running);
}

/** With another code, in place of the one before. */
export function withNewCode(running: Running): { readonly running: Running; readonly code?: SentCode } {
  const { request, surroundings } = running;
  const email = request.answers.contact?.email;
  if (email === undefined || !applicableSteps(running).some(({ step }) => step === 'emailCode')) return { running };
  const code = {
    email,
    digits: surroundings.newCode(),
    sentAt: surroundings.now.toISOString(),
    tries: 0,
  };
  const counted = { ...running.state, codesSent: (running.state.codesSent ?? 0) + 1 };
  return { running: withRequest({ ...running, state: counted }, { ...request, code }), code };
}

/** After a message that was no answer: a wrong code is counted, and another is sent where that was asked for. */
export function afterProblem(
  running: Running,
  reading: Extract<Reading, { problem: string }>,
): { readonly running: Running; readonly code?: SentCode } {
  const { code } = running.request;
  if (reading.code === 'resend') return withNewCode(running);
  if (reading.code !== 'wrong' || !code) return { running };
  return { running: withRequest(running, { ...running.request, code: { ...code, tries: code.tries + 1 } }) };
}
