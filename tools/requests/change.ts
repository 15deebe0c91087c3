/** Sends a request's mails again, or forgets its content. */
import { notThere, type Operator } from './operator.js';

/** Returns the exit code. */
export async function resend(operator: Operator, reference: string): Promise<number> {
  const { stores, who, now, print } = operator;
  if (!(await stores.requests.find(reference))) return notThere(operator, reference);
  print(`${reference}: ${await stores.outbox.resend(reference, now(), who)} mails are due again`);
  return 0;
}

/** Returns the exit code. */
export async function purge(operator: Operator, reference: string): Promise<number> {
  const { stores, who, now, print } = operator;
  if (!(await stores.requests.purge(reference, now(), who))) return notThere(operator, reference);
  print(`${reference}: the content and the mails are gone; reference, dates and history stay`);
  return 0;
}
