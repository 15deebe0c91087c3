/** PostgreSQL's faults, told to the operator. */
import { codeOf, StoreUnavailableError } from './unavailable.js';

type Meaning = readonly [what: string, remedy: string];

const UNREACHABLE: Meaning = [
  'The database server cannot be reached',
  'Check that it runs, the host and port in DATABASE_URL, and the network between.',
];
const LOST: Meaning = [
  'The connection to the database was lost',
  'Check the database server; the service connects again by itself.',
];
const STOPPING: Meaning = [
  'The database server is starting or stopping',
  'Wait until it is up; the service connects again by itself.',
];
const SIGN_IN: Meaning = [
  'The database server refused the user or password',
  'Check both in DATABASE_URL; special characters in the password need %-encoding.',
];
const NOT_ALLOWED: Meaning = [
  'The database user may not do what the service needs',
  'Let it create and use tables in its schema: GRANT USAGE, CREATE ON SCHEMA … TO ….',
];
const NO_ROOM: Meaning = [
  'The disk or memory of the database server is full',
  'Make room there; what was accepted before is kept.',
];
const TOO_MANY: Meaning = [
  'The database server has no connection left',
  'Raise its max_connections (11 for each instance of the service), or end what else is connected.',
];
const TOO_SLOW: Meaning = [
  'The database took too long',
  'Look for what locks or loads it (pg_stat_activity, pg_locks).',
];
const READ_ONLY: Meaning = ['The database can only be read', 'Point DATABASE_URL to the primary server.'];
const NO_DATABASE: Meaning = [
  'There is no such database on the server',
  'Create it, or correct its name in DATABASE_URL.',
];
const NO_TRUST: Meaning = [
  'The certificate of the database server is not trusted',
  'Give its authority to the service by NODE_EXTRA_CA_CERTS, and write the host in DATABASE_URL as the certificate has it.',
];

/** By SQLSTATE or its class (the first two characters), by Node's code, and by what pg says where it has no code. */
const MEANINGS: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  [/^(28|08004|08P01$)/, SIGN_IN],
  [/^3D000$/, NO_DATABASE],
  [/^(42501|3F000)$/, NOT_ALLOWED],
  [/^53300$/, TOO_MANY],
  [/^53/, NO_ROOM],
  [/^57P0[123]$/, STOPPING],
  [/^(57014|55P03|25P0[34])$/, TOO_SLOW],
  [/^25006$/, READ_ONLY],
  [/^(08|57P|58|XX)/, LOST],
  [/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EACCES|ENOENT)$/, UNREACHABLE],
  [/^(ECONNRESET|EPIPE)$/, LOST],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/, NO_TRUST],
  [/^Connection terminated due to connection timeout/, UNREACHABLE],
  [/^timeout exceeded when trying to connect/, TOO_SLOW],
  [/^(Connection terminated|Client has encountered a connection error|Client was closed)/, LOST],
  [
    /does not support SSL/,
    ['The database server does not encrypt', 'Turn on TLS there, or leave sslmode out of DATABASE_URL.'],
  ],
];

/** What a fault of PostgreSQL means and what to do; any other fault comes back as it is. */
export function explainPostgres(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreUnavailableError) return error;
  const sign = codeOf(error) ?? error.message;
  const meaning = MEANINGS.find(([pattern]) => pattern.test(sign))?.[1];
  return meaning ? new StoreUnavailableError(meaning[0], where, meaning[1], error) : error;
}
