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

/** @param number 1 for the first addition to the request. @returns `<pr-7k3m-2qx9.addition-1@example.gov.uk>` */
export function additionIdOf(reference: string, number: number, from: string): string {
  return `<${reference.toLowerCase()}.addition-${number}@${domainOf(from)}>`;
}

/** The reference that a Message-ID was made from, and what for: "dpo", "addition-1"; undefined where it is not one of ours. */
export function readMessageId(messageId: string): { readonly reference: string; readonly purpose: string } | undefined {
  const [, reference, purpose] =
    /^<(pr-[a-z0-9]{4}-[a-z0-9]{4})\.(dpo|acknowledgement|addition-\d{1,6})@/.exec(messageId) ?? [];
  return reference && purpose ? { reference: reference.toUpperCase(), purpose } : undefined;
}

/** The domain of a sender. */
export function domainOf(from: string): string {
  const domain = /@([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)>?\s*$/i.exec(from)?.[1];
  return domain?.toLowerCase() ?? FALLBACK_DOMAIN;
}
