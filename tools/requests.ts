/**
 * `npm run requests -- …`: the operator's view of requests that were handed over. Who looks, sends again, purges or exports
 * stands in the request's history, by the account of this machine.
 */
import type { Operator } from './requests/operator.js';
import { accountName } from './requests/operator.js';
import { withStores } from './stores.js';

interface Command {
  /** What follows its name; a name in brackets may be left out. */
  readonly takes: readonly string[];
  run(operator: Operator, ...given: readonly string[]): Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  list: { takes: [], run: async (by) => (await import('./requests/look.js')).list(by) },
  show: { takes: ['REFERENCE'], run: async (by, of = '') => (await import('./requests/look.js')).show(by, of) },
  resend: { takes: ['REFERENCE'], run: async (by, of = '') => (await import('./requests/change.js')).resend(by, of) },
  purge: { takes: ['REFERENCE'], run: async (by, of = '') => (await import('./requests/change.js')).purge(by, of) },
  verify: { takes: ['[REFERENCE]'], run: async (by, of) => (await import('./requests/verify.js')).verify(by, of) },
  export: {
    takes: ['REFERENCE', '[FOLDER]'],
    run: async (by, of = '', into) => (await import('./requests/export.js')).exportPack(by, of, into),
  },
  'rotate-keys': { takes: [], run: async (by) => (await import('./requests/rotate-keys.js')).rotateKeys(by) },
};

const [name = '', ...given] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
const least = command?.takes.filter((one) => !one.startsWith('[')).length ?? 0;
if (!command || given.length < least || given.length > command.takes.length) {
  const usages = Object.entries(COMMANDS).map(([of, { takes }]) => [of, ...takes].join(' '));
  console.error(`usage: npm run requests -- ${usages.join(' | ')}`);
  process.exit(2);
}
try {
  process.exitCode = await withStores((stores, config) =>
    command.run(
      {
        stores,
        council: config.COUNCIL,
        who: accountName(),
        now: () => new Date(),
        print: (line) => console.log(line),
        complain: (line) => console.error(line),
      },
      ...given,
    ),
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
