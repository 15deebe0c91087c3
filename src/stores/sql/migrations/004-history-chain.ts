/** Histories that show when they were changed: each event chained to the one before, and only ever added to. */
import { sql, type Generated, type Kysely, type Migration } from 'kysely';
import type { RequestEvent } from '../../../requests/history.js';
import { hashOf, startOf, type ChainStart } from '../chain.js';
import type { Database } from '../tables.js';

/** How many events are read at once. */
const BATCH = 500;

interface EventBefore {
  id: Generated<number>;
  reference: string;
  at: number;
  event: RequestEvent['event'];
  detail: string;
}

interface Tables004 {
  requests: ChainStart & { history_length: number; history_head: string };
  request_events_before: EventBefore;
  request_events: EventBefore & { sequence: number; who: string | null; hash: string };
}

export function historyChain(dialect: Database['dialect']): Migration {
  return {
    up: async (db: Kysely<Tables004>) => {
      await db.schema
        .alterTable('requests')
        .addColumn('history_length', 'integer', (column) => column.notNull().defaultTo(0))
        .execute();
      await db.schema
        .alterTable('requests')
        .addColumn('history_head', 'text', (column) => column.notNull().defaultTo(''))
        .execute();
      await db.schema.dropIndex('request_events_of').execute();
      await db.schema.alterTable('request_events').renameTo('request_events_before').execute();
      await createEvents(db, dialect);
      await chainWhatIsThere(db);
      await db.schema.dropTable('request_events_before').execute();
      for (const statement of dialect === 'postgres' ? POSTGRES_GUARD : SQLITE_GUARD) {
        await sql.raw(statement).execute(db);
      }
    },
  };
}

/** Events go with their request as a whole: that is the only way for one to go. */
async function createEvents(db: Kysely<Tables004>, dialect: Database['dialect']): Promise<void> {
  await db.schema
    .createTable('request_events')
    .addColumn('id', dialect === 'postgres' ? 'bigserial' : 'integer', (column) =>
      dialect === 'postgres' ? column.primaryKey() : column.primaryKey().autoIncrement(),
    )
    .addColumn('reference', 'text', (column) => column.notNull().references('requests.reference').onDelete('cascade'))
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('who', 'text')
    .addColumn('hash', 'text', (column) => column.notNull())
    .addUniqueConstraint('request_events_in_order', ['reference', 'sequence'])
    .execute();
}

async function chainWhatIsThere(db: Kysely<Tables004>): Promise<void> {
  const heads = new Map<string, { length: number; hash: string }>();
  for (const request of await db.selectFrom('requests').selectAll().execute()) {
    heads.set(request.reference, { length: 0, hash: startOf(request) });
  }
  const eventsAfter = (id: number) =>
    db.selectFrom('request_events_before').selectAll().where('id', '>', id).orderBy('id').limit(BATCH).execute();
  for (let events = await eventsAfter(0); events.length > 0; events = await eventsAfter(events.at(-1)?.id ?? 0)) {
    for (const { reference, at, event, detail } of events) {
      const head = heads.get(reference);
      if (!head) throw new Error(`request_events has events of ${reference}, which requests has not`);
      // Who looked stood in the detail before.
      const said = event === 'viewed' ? { detail: '', who: detail } : { detail, who: null };
      const next = { sequence: head.length + 1, at, event, ...said };
      const hash = hashOf(head.hash, reference, next);
      await db
        .insertInto('request_events')
        .values({ reference, ...next, hash })
        .execute();
      heads.set(reference, { length: next.sequence, hash });
    }
  }
  for (const [reference, { length, hash }] of heads) {
    await db
      .updateTable('requests')
      .set({ history_length: length, history_head: hash })
      .where('reference', '=', reference)
      .execute();
  }
}

const REFUSAL = 'the history of requests is only added to';

const SQLITE_GUARD = [
  `create trigger request_events_unchanged before update on request_events
     begin select raise(abort, '${REFUSAL}'); end`,
  `create trigger request_events_kept before delete on request_events
     when exists (select 1 from requests where reference = old.reference)
     begin select raise(abort, '${REFUSAL}'); end`,
];

const POSTGRES_GUARD = [
  `create function request_events_guard() returns trigger language plpgsql as $$
     begin
       if tg_op = 'DELETE' then
         if not exists (select 1 from requests where reference = old.reference) then return old; end if;
       end if;
       raise exception '${REFUSAL}';
     end $$`,
  `create trigger request_events_unchanged before update or delete on request_events
     for each row execute function request_events_guard()`,
  `create trigger request_events_kept before truncate on request_events
     for each statement execute function request_events_guard()`,
];
