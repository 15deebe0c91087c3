/**
 * Tells the operators of mail that is stuck: refused for good, or on its way for more than four hours. In the log at
 * once, and by mail where there is a mailbox for it. Nothing here changes what happens to the mail itself.
 */
import type { Log } from '../log.js';
import { every, type Periodic } from '../periodic.js';
import type { AlertStore, StuckMail } from '../stores/store.js';
import { composeAlert, type AlertContext } from './alert-mail.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Half a working day: long enough for a mail server that is being mended, short enough for the DPO's time limits. Milliseconds. */
export const LATE_AFTER = 4 * HOUR;
/** Of a kind, however many mails are stuck. Milliseconds. */
const LEAST_BETWEEN = HOUR;
/** What was told of and has not changed is told of again. Milliseconds. */
const AGAIN_AFTER = 24 * HOUR;

const KINDS = ['refused', 'late'] as const satisfies readonly StuckMail['why'][];

export interface AlertOptions {
  readonly store: AlertStore;
  /** Without it there is no mail. */
  readonly mail?: AlertContext;
  /** There is mail in the outbox. */
  readonly onMail: () => void;
  readonly log: Log;
  readonly now: () => Date;
  /** Milliseconds between two looks. */
  readonly everyMs?: number;
}

/** How many mails are stuck, and why. */
export async function countStuck(store: AlertStore, now: Date): Promise<Readonly<Record<StuckMail['why'], number>>> {
  const stuck = await store.stuck(new Date(now.getTime() - LATE_AFTER));
  const refused = stuck.filter(({ why }) => why === 'refused').length;
  return { refused, late: stuck.length - refused };
}

/** Looks at once and then now and then. */
export function startAlerts({ store, mail, onMail, log, now, everyMs = MINUTE }: AlertOptions): Periodic {
  let known: ReadonlySet<string> = new Set();
  return every(everyMs, log, 'alert-fault', async () => {
    const stuck = await store.stuck(new Date(now().getTime() - LATE_AFTER));
    for (const one of stuck) if (!known.has(keyOf(one))) report(log, one);
    known = new Set(stuck.map(keyOf));
    if (!mail) return;
    const queued = [];
    for (const kind of KINDS) {
      const about = stuck.filter(({ why }) => why === kind);
      if (about.length > 0 && (await mailAbout(store, kind, about, mail, now()))) queued.push(kind);
    }
    for (const kind of queued) log.info('alert-mailed', { kind });
    if (queued.length > 0) onMail();
  });
}

const keyOf = ({ reference, purpose, why }: StuckMail): string => `${reference}.${purpose} ${why}`;

function report(log: Log, { reference, purpose, why }: StuckMail): void {
  log.error('mail-stuck', {
    reference,
    purpose,
    kind: why,
    remedy: `read the server's answers with: npm run requests -- show ${reference}; put it right, then: npm run requests -- resend ${reference}`,
  });
}

/** What is new waits for the hour to be over; what is not, for the day. */
function mailAbout(
  store: AlertStore,
  kind: StuckMail['why'],
  about: readonly StuckMail[],
  context: AlertContext,
  at: Date,
): Promise<boolean> {
  const between = about.every(({ told }) => told) ? AGAIN_AFTER : LEAST_BETWEEN;
  return store.queue({
    kind,
    mail: composeAlert(kind, about, context),
    about,
    noneSince: new Date(at.getTime() - between),
    expiresAt: new Date(at.getTime() + AGAIN_AFTER),
    at,
  });
}
