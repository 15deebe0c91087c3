/** Encrypts what rests under older keys anew, under the first of ENCRYPTION_KEYS. */
import type { Operator } from './operator.js';

/** Returns the exit code: 1 where something is left under an older key. */
export async function rotateKeys({ stores, print, complain }: Operator): Promise<number> {
  const counts = new Map<string, number>();
  const { rotated, unreadable, left } = await stores.keys.rotate((table, some) => {
    const count = (counts.get(table) ?? 0) + some;
    counts.set(table, count);
    print(`${table.padEnd(19)} ${count}`);
  });
  print(`${rotated} rows are under the first key now`);
  for (const remedy of unreadable) complain(remedy);
  if (left > 0) {
    complain(
      `${left} rows came under an older key meanwhile, or were in use: start every instance of the service with the new key first in ENCRYPTION_KEYS, then run this again`,
    );
  }
  if (unreadable.length > 0 || left > 0) return 1;
  print('the older keys may be taken out of ENCRYPTION_KEYS; backups from before still need them');
  return 0;
}
