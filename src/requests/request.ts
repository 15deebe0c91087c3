/** A privacy request as it is handed to the Data Protection Officer: the `request.json` of the mail. */
import { z } from 'zod';
import { RIGHTS } from './right.js';
import { STEPS } from './step.js';
import { REFERENCE } from './reference.js';

const text = z.string().max(20_000);

export const privacyRequestSchema = z.strictObject({
  reference: z.string().regex(REFERENCE).describe('What the resident and the council call this request'),
  right: z.enum(RIGHTS),
  receivedAt: z.iso
    .datetime({ offset: true })
    .describe('When the first message that asked came in; the clock starts here'),
  dueDate: z.iso.date().describe('The day to respond by, in the United Kingdom'),
  dueDateReason: text.describe('How the due date was counted, in words'),
  channel: z.string().describe('Where it came by: web chat, Microsoft Teams …'),
  firstMessage: text.describe("The person's own words that began the request"),
  requester: z.strictObject({
    fullName: text,
    email: z.email().max(254).optional(),
    emailConfirmed: z.boolean(),
    phone: text.optional(),
    post: text.optional(),
    safeToContact: text.optional().describe('What the person said about how it is safe to reach them'),
  }),
  subject: z
    .strictObject({ fullName: text, relationship: text, authority: text })
    .optional()
    .describe('Whose information it is, where that is not the requester'),
  scope: z.strictObject({
    services: z.array(text),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    details: text,
  }),
  answers: z.partialRecord(z.enum(STEPS), text).describe('Every answer by step, in words'),
  format: text.optional(),
  adjustments: text.optional(),
  noticeVersion: z.string(),
  unfinished: z
    .literal(true)
    .optional()
    .describe('The person fell silent before they checked and sent it; passed on so that it is not lost'),
  loggedBy: z.string().optional().describe('The member of staff who logged it for a caller'),
});
export type PrivacyRequest = z.infer<typeof privacyRequestSchema>;
