/** The rights that can be exercised in the conversation. A new one is a file beside this, and a line here. */
import type { Right } from '../../src/requests/right.js';
import { access } from './access.js';
import { automatedDecision } from './automated-decision.js';
import { complaint } from './complaint.js';
import { consentWithdrawal } from './consent-withdrawal.js';
import type { RequestDefinition } from './definition.js';
import { erasure } from './erasure.js';
import { objection } from './objection.js';
import { portability } from './portability.js';
import { rectification } from './rectification.js';
import { restriction } from './restriction.js';

export const definitions: Readonly<Record<Right, RequestDefinition>> = {
  access,
  objection,
  rectification,
  erasure,
  restriction,
  portability,
  automated_decision: automatedDecision,
  consent_withdrawal: consentWithdrawal,
  complaint,
};
