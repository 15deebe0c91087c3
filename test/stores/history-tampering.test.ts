import { expect } from 'chai';
import type { Stores } from '../../src/stores/store.js';
import { describeOnEach } from '../support/databases.js';
import type { FreshDatabase } from '../support/fresh-database.js';
import { event, liveThrough, THIRD } from './a-history.js';
import { OTHER, REFERENCE } from './earlier-schema.js';

/** As somebody may who owns the tables: the triggers are off. */
async function unguarded({ raw, location }: FreshDatabase): Promise<void> {
  const postgres = location.databaseUrl !== undefined;
  for (const name of ['request_events_unchanged', 'request_events_kept']) {
    await raw(`drop trigger ${name}${postgres ? ' on request_events' : ''}`);
  }
}

describeOnEach('Checking the history of requests', (database) => {
  let stores: Stores;
  beforeEach(async () => {
    stores = await database().open();
    await liveThrough(stores);
  });

  const tampering: readonly (readonly [what: string, statements: readonly string[], fault: RegExp])[] = [
    [
      'a changed answer',
      [`update request_events set detail = 'dpo: 250 Yes' where ${event(5)}`],
      /^event 5 \(accepted\)/,
    ],
    ['a changed time', [`update request_events set at = at - 1000 where ${event(4)}`], /^event 4 \(failed\)/],
    ['another who', [`update request_events set who = 'j.doe' where ${event(6)}`], /^event 6 \(viewed\)/],
    ['a who taken away', [`update request_events set who = null where ${event(10)}`], /^event 10 \(purged\)/],
    ['another event', [`update request_events set event = 'accepted' where ${event(4)}`], /^event 4 \(accepted\)/],
    ['a changed hash', [`update request_events set hash = 'f00' where ${event(2)}`], /^event 2 \(queued\)/],
    ['a removed event', [`delete from request_events where ${event(6)}`], /^event 6 is missing$/],
    [
      'a removed event, with the rest moved up',
      [
        `delete from request_events where ${event(9)}`,
        `update request_events set sequence = 9 where ${event(10)}`,
        `update requests set history_length = 9 where reference = '${REFERENCE}'`,
      ],
      /^event 9 \(purged\) does not follow/,
    ],
    ['an end cut off', [`delete from request_events where ${event(10)}`], /^event 10 is missing, of 10$/],
    [
      'an end cut off, and counted',
      [
        `delete from request_events where ${event(10)}`,
        `update requests set history_length = 9 where reference = '${REFERENCE}'`,
      ],
      /^event 9 is not the last that was recorded$/,
    ],
    ['all of it gone', [`delete from request_events where reference = '${REFERENCE}'`], /^event 1 is missing, of 10$/],
    [
      'an event put in at the end',
      [
        `insert into request_events (reference, sequence, at, event, detail, hash)
         values ('${REFERENCE}', 11, 0, 'accepted', 'dpo: 250 Ok', 'f00')`,
      ],
      /^event 11 \(accepted\) does not follow/,
    ],
    [
      'an event put in before the beginning',
      [
        `insert into request_events (reference, sequence, at, event, detail, hash)
         values ('${REFERENCE}', 0, 0, 'accepted', 'dpo: 250 Ok', 'f00')`,
      ],
      /^event 0 \(accepted\) was put in$/,
    ],
    [
      'two events that changed places',
      [
        `update request_events set sequence = 99 where ${event(4)}`,
        `update request_events set sequence = 4 where ${event(5)}`,
        `update request_events set sequence = 5 where ${event(99)}`,
      ],
      /^event 4 \(accepted\) does not follow/,
    ],
    [
      "another request's event",
      [
        `delete from request_events where ${event(1)}`,
        `update request_events set reference = '${REFERENCE}' where ${event(1, OTHER)}`,
      ],
      /^event 1 \(created\) does not fit the request/,
    ],
    [
      'another due date',
      [`update requests set due_date = '2027-01-23' where reference = '${REFERENCE}'`],
      /^event 1 \(created\) does not fit the request/,
    ],
    [
      'another moment of receipt',
      [`update requests set received_at = received_at + 86400000 where reference = '${REFERENCE}'`],
      /^event 1 \(created\) does not fit the request/,
    ],
    [
      'another head',
      [`update requests set history_head = 'f00' where reference = '${REFERENCE}'`],
      /^event 10 is not the last that was recorded$/,
    ],
  ];
  for (const [what, statements, fault] of tampering) {
    it(`shows ${what}`, async () => {
      await unguarded(database());
      for (const statement of statements) await database().raw(statement);
      const found = (await stores.audit.verify()).faults.filter(({ reference }) => reference === REFERENCE);
      expect(found.map(({ fault: said }) => said)).to.have.length(1);
      expect(found[0]?.fault).to.match(fault);
      expect((await stores.audit.history(REFERENCE))?.fault).to.match(fault);
      const others = await stores.audit.verify(THIRD);
      expect(others.faults).to.deep.equal([]);
    });
  }
});
