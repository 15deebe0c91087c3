/** A mail that belongs to no request, for the tests of the stores. */
import { composeCodeMail } from '../../src/handoff/code-mail.js';
import type { PassingMail } from '../../src/stores/store.js';
import { CONTEXT } from '../handoff/requests.js';
import { after } from './a-conversation.js';

/** @param minutes after which it is of no use. */
export function aPassingMail(minutes = 10, digits = '042917'): PassingMail {
  return {
    mail: composeCodeMail({ email: 'zq@example.com', digits, minutes }, CONTEXT),
    expiresAt: after(minutes * 60_000),
  };
}
