/** A mail server on the port that it is given, which dies in the middle of the first mail. */
import { SMTPServer } from 'smtp-server';

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData: (stream) => stream.once('data', () => process.kill(process.pid, 'SIGKILL')),
});
server.on('error', () => undefined);
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('listening'));
