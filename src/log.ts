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
      logger[as]({ ...allowed, event });
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
  const place = placeOf(error);
  return { error: place ? `${error.name} at ${place}` : error.name, ...(code ? { code } : {}) };
}

/** "file.ts:12:3" of the innermost call that is ours, or else of the innermost that has a place. */
function placeOf({ message, stack = '' }: Error): string | undefined {
  // A stack begins with the message, lines of which may look like calls. Where it cannot be told apart, no place.
  const start = message ? stack.indexOf(message) : stack.search(/(?<=^\w*)\n/);
  if (start < 0) return undefined;
  const calls = stack
    .slice(start + message.length)
    .split('\n')
    .filter((line) => /:\d+:\d+\)?$/.test(line));
  const ours = calls.find((line) => !/node_modules|\bnode:|<anonymous>/.test(line)) ?? calls[0];
  return /[\w.-]+:\d+:\d+(?=\)?$)/.exec(ours ?? '')?.[0];
}
