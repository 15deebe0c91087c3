/** What must hold after everything that happened, seen from outside: by what the clients saw, the database and the mail. */
import { ownSecrets } from '../../src/own-secrets.js';
import { openStores } from '../../src/stores/open.js';
import type { RequestEvent } from '../../src/stores/store.js';
import type { RunDatabase } from './databases.js';
import type { Finished } from './resident.js';

/** More than any run makes. */
const ALL = 1_000_000;

export interface Evidence {
  readonly database: RunDatabase;
  readonly finished: readonly Finished[];
  /** How often each Message-ID arrived. */
  readonly taken: ReadonlyMap<string, number>;
  /** Requests that no client saw the end of are in order: its conversation was turned away, and passed on unfinished. */
  readonly others?: boolean;
}

/** What does not hold, a line each; nothing where all is well. */
export async function violationsOf({ database, finished, taken, others = false }: Evidence): Promise<string[]> {
  const { encryptionKeys } = await ownSecrets(database.dataDir);
  const stores = await openStores({ ...database, encryptionKeys, now: () => new Date() });
  try {
    const found = finished.flatMap(({ conversationId, faults }) =>
      faults.map((fault) => `${conversationId}: ${fault}`),
    );
    const unanswered = await stores.conversations.unanswered();
    found.push(...unanswered.map(({ conversationId }) => `${conversationId} has a message that was never answered`));
    const seen = new Map(finished.map((one) => [one.reference, one]));
    if (seen.size < finished.length) found.push('two conversations saw one reference');
    const expected = new Set<string>();
    const contacts = new Set<string>();
    for (const { reference } of await stores.requests.list(ALL)) {
      const kept = await stores.requests.find(reference);
      const { email, phone } = kept?.request?.requester ?? {};
      const contact = email ?? phone ?? 'none';
      const mine = seen.get(reference);
      seen.delete(reference);
      if (!mine && !others) found.push(`${reference} is a request that no conversation saw`);
      if (mine && mine.contact !== contact) found.push(`${reference} is somebody else's`);
      if (contacts.has(contact)) found.push(`${reference} is a second request of one conversation`);
      contacts.add(contact);
      const purposes = email === undefined ? ['dpo'] : ['dpo', 'acknowledgement'];
      for (const purpose of purposes) expected.add(`${reference.toLowerCase()}.${purpose}`);
      found.push(...gapsIn(reference, purposes, kept?.history ?? []));
    }
    found.push(...[...seen.keys()].map((reference) => `${reference} was seen, and there is no such request`));
    return [...found, ...mailFaults(expected, taken)];
  } finally {
    await stores.close();
  }
}

/** Every mail was queued and accepted in the end, and once that was recorded it was not sent again. */
function gapsIn(reference: string, purposes: readonly string[], history: readonly RequestEvent[]): string[] {
  return purposes.flatMap((purpose) =>
    (['queued', 'accepted'] as const).flatMap((event) => {
      const times = history.filter((line) => line.event === event && line.detail.split(':')[0] === purpose).length;
      return times === 1 ? [] : [`${reference}: its history has "${event} ${purpose}" ${times} times`];
    }),
  );
}

/** One mail for each purpose of each request, by its Message-ID; how often it came does not matter here. */
function mailFaults(expected: ReadonlySet<string>, taken: ReadonlyMap<string, number>): string[] {
  const arrived = [...taken.keys()].map((id) => id.slice(1).split('@')[0] ?? '');
  return [
    ...[...expected].filter((id) => !arrived.includes(id)).map((id) => `${id} never arrived`),
    ...arrived.filter((id) => !expected.has(id)).map((id) => `${id} arrived, and belongs to no request`),
  ];
}
