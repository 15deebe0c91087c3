/** Shows what was handed over. */
import { notThere, type Operator } from './operator.js';

const MOST_LISTED = 500;

/** The newest requests, a line each, without their content. Returns the exit code. */
export async function list({ stores, print }: Operator): Promise<number> {
  const found = await stores.requests.list(MOST_LISTED);
  for (const { reference, right, receivedAt, dueDate, channel, delivery } of found) {
    const received = `${receivedAt.toISOString().slice(0, 16)}Z`;
    print(`${reference}  ${right.padEnd(18)} received ${received}  due ${dueDate}  ${delivery.padEnd(8)} ${channel}`);
  }
  print(`${found.length} requests`);
  return 0;
}

/** A request with its history; that it was looked at is recorded first. Returns the exit code. */
export async function show(operator: Operator, reference: string): Promise<number> {
  const { stores, who, now, print } = operator;
  const found = await stores.requests.find(reference);
  if (!found) return notThere(operator, reference);
  await stores.requests.viewed(reference, who, now());
  print(JSON.stringify(found.request ?? found.summary, undefined, 2));
  for (const { at, event, detail } of found.history) print(`${at.toISOString()}  ${event.padEnd(9)} ${detail}`);
  return 0;
}
