/** Checks that histories are as they were written. */
import { notThere, type Operator } from './operator.js';

/** Names each history that was changed. Returns the exit code: 1 where one was. */
export async function verify(operator: Operator, reference?: string): Promise<number> {
  const { stores, print, complain } = operator;
  const { requests, events, faults } = await stores.audit.verify(reference);
  if (reference !== undefined && requests === 0) return notThere(operator, reference);
  for (const { reference: of, fault } of faults) complain(`${of}: ${fault}`);
  print(
    `${requests} requests, ${events} events: ${faults.length === 0 ? 'all as written' : `${faults.length} not as written`}`,
  );
  return faults.length === 0 ? 0 : 1;
}
