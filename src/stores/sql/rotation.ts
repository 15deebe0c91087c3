/**
 * Encrypts what was written under older keys anew, under the first, while the service runs. In transactions of a few rows
 * each, so that nobody waits for long, and it can be stopped and begun again at any time.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { sql as raw, type RawBuilder } from 'kysely';
import { EncryptionError, type Place, type StoredSealed } from '../encrypt.js';
import type { KeyStore, Rotation } from '../store.js';
import type { Sql } from './access.js';
import { SEALED_TABLES, type SealedTable } from './sealed-rows.js';

/** How many rows a transaction encrypts anew. */
const BATCH = 100;

/** Between two transactions, in milliseconds: on SQLite, a process that wants to write looks every 20 whether it may. */
const REST = 25;

/** A row that somebody had locked is come back to, so often. */
const MOST_PASSES = 5;

type PrimaryKey = readonly (string | number)[];
type Row = StoredSealed & Readonly<Record<string, unknown>>;

export function keyStore(sql: Sql): KeyStore {
  return { rotate: (onBatch) => rotate(sql, onBatch ?? (() => undefined)) };
}

async function rotate(sql: Sql, onBatch: (table: string, rotated: number) => void): Promise<Rotation> {
  let rotated = 0;
  const unreadable = new Map<string, string>();
  for (let pass = 1; pass <= MOST_PASSES && (await countLeft(sql)) > unreadable.size; pass++) {
    for (const table of Object.keys(SEALED_TABLES) as SealedTable[]) {
      let after: PrimaryKey | undefined;
      do {
        const batch = await rotateSome(sql, table, after);
        for (const { place, remedy } of batch.unreadable) unreadable.set(place.join('/'), remedy);
        rotated += batch.rotated;
        if (batch.rotated > 0) onBatch(table, batch.rotated);
        after = batch.last;
        if (after) await pause(REST);
      } while (after);
    }
  }
  await sql.forget(true);
  const left = await countLeft(sql);
  return { rotated, unreadable: [...unreadable.values()], left: Math.max(0, left - unreadable.size) };
}

interface Batch {
  readonly rotated: number;
  readonly unreadable: readonly { readonly place: Place; readonly remedy: string }[];
  /** Where to go on; undefined at the end of the table. */
  readonly last?: PrimaryKey | undefined;
}

/**
 * The rows stay locked from their reading to their writing, so that what is put back is what was there. Rows that somebody
 * else has locked are left for later: nobody is waited for while others wait.
 */
const rotateSome = (
  { dialect, encryption, write }: Sql,
  table: SealedTable,
  after: PrimaryKey | undefined,
): Promise<Batch> =>
  write(async (transaction) => {
    const names = SEALED_TABLES[table];
    const columns = raw.join(names.map((name) => raw.ref(name)));
    const [first] = encryption.keyIds;
    const { rows } = await raw<Row>`
      select ${columns}, key_id, body from ${raw.table(table)}
      where key_id <> ${first} ${after ? raw`and (${columns}) > (${raw.join(after)})` : raw``}
      order by ${columns} limit ${raw.lit(BATCH)}
      ${dialect === 'postgres' ? raw`for no key update skip locked` : raw``}`.execute(transaction);
    const unreadable: Batch['unreadable'][number][] = [];
    let rotated = 0;
    let last: PrimaryKey | undefined;
    for (const row of rows) {
      last = names.map((name) => row[name] as string | number);
      const place: Place = [table, ...last];
      const found = read(() => encryption.open(place, row));
      if ('remedy' in found) unreadable.push({ place, remedy: found.remedy });
      else {
        const { key_id, body } = encryption.seal(place, found.content);
        const here = raw.join(pairs(names, last), raw` and `);
        // The old key's id once more: what was written under the new one meanwhile is never overwritten.
        const changed = await raw`update ${raw.table(table)} set key_id = ${key_id}, body = ${body}
          where ${here} and key_id = ${row.key_id}`.execute(transaction);
        rotated += Number(changed.numAffectedRows ?? 0);
      }
    }
    return { rotated, unreadable, last };
  });

const pairs = (names: readonly string[], values: PrimaryKey): RawBuilder<unknown>[] =>
  names.map((name, i) => raw`${raw.ref(name)} = ${values[i]}`);

/** Content, or why there is none: one row that cannot be read must not keep the others under the old key. */
function read(open: () => unknown): { readonly content: unknown } | { readonly remedy: string } {
  try {
    return { content: open() };
  } catch (error) {
    if (error instanceof EncryptionError) return { remedy: error.message };
    throw error;
  }
}

/** How many rows are under another key than the first. */
const countLeft = ({ encryption, read }: Sql): Promise<number> =>
  read(async (db) => {
    let left = 0;
    for (const table of Object.keys(SEALED_TABLES) as SealedTable[]) {
      const { count } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('key_id', '<>', encryption.keyIds[0])
        .executeTakeFirstOrThrow();
      left += Number(count);
    }
    return left;
  });
