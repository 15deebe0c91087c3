/**
 * Message-IDs that follow from the reference. SMTP cannot promise that a mail arrives exactly once; with the same
 * Message-ID on every attempt, whoever gets two can tell that they are one.
 */
import type { MailPurpose } from '../stores/store.js';

/** Used where a sender has no domain that could stand in a Message-ID. */
const FALLBACK_DOMAIN = 'privacy-assistant.invalid';

/** @returns `<pr-7k3m-2qx9.dpo@example.gov.uk>`: the domain is that of the sender. */
export function messageIdOf(reference: string, purpose: MailPurpose, from: string): string {
  return `<${reference.toLowerCase()}.${purpose}@${domainOf(from)}>`;
}

/** The reference and purpose that a Message-ID was made from; undefined where it is not one of ours. */
export function readMessageId(
  messageId: string,
): { readonly reference: string; readonly purpose: MailPurpose } | undefined {
  const parts = /^<(pr-[a-z0-9]{4}-[a-z0-9]{4})\.(dpo|acknowledgement)@/.exec(messageId);
  if (!parts?.[1]) return undefined;
  return { reference: parts[1].toUpperCase(), purpose: parts[2] === 'dpo' ? 'dpo' : 'acknowledgement' };
}

/** The domain of a sender. */
export function domainOf(from: string): string {
  const domain = /@([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)>?\s*$/i.exec(from)?.[1];
  return domain?.toLowerCase() ?? FALLBACK_DOMAIN;
}
