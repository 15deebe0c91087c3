/**
 * The log. It has events with ids, counts and durations; never what somebody said, who they are or where they live.
 * Every field that may appear is named here, and anything else is dropped: a new field is a decision, not an accident.
 */
import pino from 'pino';

/** The only fields that a log line may have. None can hold personal data. */
const FIELDS = [
  'event',
  'conversation',
  'channel',
  'reference',
  'right',
  'purpose',
  'attempts',
  'retryAt',
  'route',
  'status',
  'ms',
  'error',
  'code',
  'count',
  'kind',
  'entry',
  'step',
  'url',
  'mail',
  'database',
  'knowledge',
  'port',
  'remedy',
] as const;
export type LogFields = Partial<Record<(typeof FIELDS)[number], string | number | boolean | undefined>>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** JSON lines on standard output (or `destination`). */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const logger = pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    destination ?? pino.destination(1),
  );
  const write =
    (as: 'debug' | 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}): void => {
      const allowed = Object.fromEntries(
        FIELDS.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]),
      );
      logger[as]({ event, ...allowed });
    };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * A fault's name and code, and the place in our own code that threw it; not its message, which may quote what
 * somebody typed (a database driver's message holds the values of the row).
 */
export function describeError(error: unknown): { readonly error: string; readonly code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const place = /\n\s+at ([^\n]*)/.exec(error.stack ?? '')?.[1] ?? '';
  return { error: `${error.name} at ${place.replace(/^.*?([\w.-]+:\d+:\d+)\)?$/, '$1')}`, ...(code ? { code } : {}) };
}
