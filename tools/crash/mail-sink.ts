/** A mail server that takes everything, now and then slowly, and remembers what it said yes to. */
import { setTimeout as pause } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface MailSink {
  readonly port: number;
  /** How often each mail was taken, by its Message-ID. */
  readonly taken: ReadonlyMap<string, number>;
  close(): Promise<void>;
}

/**
 * @param slowest how long the yes to a mail may take, in milliseconds; each takes its own random part of it.
 * @param port any that is free, unless given.
 */
export async function startMailSink(slowest: number, port = 0): Promise<MailSink> {
  const taken = new Map<string, number>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, _session, done) => {
      void text(stream).then(async (raw) => {
        await pause(Math.random() * slowest);
        const id = /^Message-ID:\s*(<[^>]+>)/im.exec(raw)?.[1] ?? 'none';
        taken.set(id, (taken.get(id) ?? 0) + 1);
        done(null, 'OK: taken');
      }, done);
    },
  });
  // A client that was killed is an error of its connection.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
