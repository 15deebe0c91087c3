/** Starts the service from the environment, and stops it when asked to. */
import { fileURLToPath } from 'node:url';
import { createApp } from './app.js';
import { ConfigError, readConfig } from './config.js';

// Of the project: this file is bundled into dist/main.js.
const root = process.env['ASSISTANT_ROOT'] ?? fileURLToPath(new URL('..', import.meta.url));

try {
  const config = readConfig(process.env);
  const app = await createApp({ config, root, now: () => new Date() });
  const development = config.NODE_ENV !== 'production';
  const lines = [
    `Privacy assistant for ${config.COUNCIL}: ${app.url}${development ? '   <- open this in a browser' : ''}`,
    `Data: ${app.database}, encrypted.   Mail: ${app.mail}`,
    ...(development ? [`Mail that went out: ${app.url}/dev/mail   Stop with Ctrl+C.`] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  const stop = (): void => {
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  const known = error instanceof ConfigError || error instanceof Error;
  process.stderr.write(`The privacy assistant did not start.\n${known ? error.message : String(error)}\n`);
  process.exit(1);
}
