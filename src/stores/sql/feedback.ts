/** What the editors of the knowledge learn from, in SQL: verdicts as counts, gaps as encrypted rows. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import { londonDate } from '../../requests/dates.js';
import type { FeedbackStore, Gap, Tally, Verdict } from '../store.js';
import type { Sql } from './access.js';
import { openAs, readableOf } from './sealed-rows.js';
import type { Tables } from './tables.js';

const gapSchema: z.ZodType<Gap> = z.strictObject({
  words: z.string(),
  why: z.enum(['unanswerable', 'clarify', 'unhelpful']),
  entry: z.string().optional(),
});

export function feedbackStore(sql: Sql): FeedbackStore {
  return {
    tallies: () => tallies(sql),
    gaps: (limit) => gaps(sql, limit),
    deleteGaps: (before) => deleteBefore(sql, 'gaps', before),
    deleteVerdicts: (before) => deleteBefore(sql, 'feedback', before),
  };
}

/** Adds a verdict to its day's count, within a turn's transaction. */
export async function countVerdict(
  transaction: Transaction<Tables>,
  { entry, helpful }: Verdict,
  at: Date,
): Promise<void> {
  await transaction
    .insertInto('feedback')
    .values({ entry, day: londonDate(at), helpful: helpful ? 1 : 0, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['entry', 'day', 'helpful']).doUpdateSet((row) => ({ count: row('feedback.count', '+', 1) })),
    )
    .execute();
}

/** Keeps a gap, within a turn's transaction. */
export async function keepGap(
  { encryption }: Sql,
  transaction: Transaction<Tables>,
  { words, why, entry }: Gap,
  at: Date,
): Promise<void> {
  const id = randomUUID();
  await transaction
    .insertInto('gaps')
    .values({ id, day: londonDate(at), ...encryption.seal(['gaps', id], { words, why, entry }) })
    .execute();
}

async function tallies(sql: Sql): Promise<readonly Tally[]> {
  const rows = await sql.read((db) =>
    db
      .selectFrom('feedback')
      .select(({ fn }) => ['entry', 'helpful', fn.sum<number | string>('count').as('count')])
      .groupBy(['entry', 'helpful'])
      .orderBy('entry')
      .execute(),
  );
  const counts = new Map<string, Tally>();
  for (const { entry, helpful, count } of rows) {
    const sofar = counts.get(entry) ?? { entry, helpful: 0, unhelpful: 0 };
    counts.set(entry, { ...sofar, [helpful ? 'helpful' : 'unhelpful']: Number(count) });
  }
  return [...counts.values()];
}

async function gaps(sql: Sql, limit: number): ReturnType<FeedbackStore['gaps']> {
  const rows = await sql.read((db) =>
    db.selectFrom('gaps').selectAll().orderBy('day', 'desc').orderBy('id').limit(limit).execute(),
  );
  return readableOf(
    sql,
    rows,
    (row) => ({ ...openAs(sql, gapSchema, ['gaps', row.id], row), day: row.day }),
    () => ({}),
  );
}

/** The day on which a moment lies began before it, but for midnight, which may as well be counted to the day before. */
const deleteBefore = (sql: Sql, table: 'gaps' | 'feedback', before: Date): Promise<number> =>
  sql.write(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom(table)
      .where('day', '<=', londonDate(before))
      .executeTakeFirst();
    return Number(numDeletedRows);
  });
