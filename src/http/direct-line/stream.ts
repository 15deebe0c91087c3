/** Opens a conversation's WebSocket: `GET /v3/directline/conversations/{id}/stream?watermark=&t=`. */
import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { WebSocketServer, type WebSocket } from 'ws';
import { describeError } from '../../log.js';
import { faultBody, HttpFault, toFault } from '../faults.js';
import { authenticate, grantFor, readWatermark, type DirectLineContext } from './context.js';
import { findConversation } from './conversations.js';
import { serveSocket } from './socket.js';

const STREAM_PATH = /^\/v3\/directline\/conversations\/([\w-]{1,100})\/stream$/;
/** Clients send nothing but empty frames. Bytes. */
const CLIENT_FRAME_CAP = 4096;

/** Takes the server's upgrades; a plain GET is told that this is for WebSockets. */
export function installStream(server: Server, context: DirectLineContext): void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: CLIENT_FRAME_CAP, perMessageDeflate: false });

  server.get('/v3/directline/conversations/:conversationId/stream', async () => {
    throw new HttpFault('UpgradeRequired', undefined, { Upgrade: 'websocket' });
  });

  server.on('upgrade', (req: IncomingMessage, connection: Duplex, head: Buffer) => {
    connection.on('error', () => connection.destroy());
    admit(context, req)
      .then((stream) => {
        // It may have begun to stop meanwhile, and has then already ended the streams that there were.
        if (!server.server.listening) {
          connection.destroy();
          return;
        }
        sockets.handleUpgrade(req, connection, head, (socket: WebSocket) => {
          socket.on('error', () => socket.terminate());
          serveSocket(socket, context.deps, stream);
        });
      })
      .catch((error: unknown) => {
        const fault = toFault(error);
        if (fault.code === 'Internal') context.deps.log.error('upgrade-fault', describeError(error));
        refuse(connection, fault);
      });
  });
}

async function admit(context: DirectLineContext, req: IncomingMessage) {
  // Once there is a listener for upgrades, Node takes every request with this header away from its route.
  if (req.headers.upgrade?.toLowerCase() !== 'websocket') {
    throw new HttpFault(
      'BadRequest',
      'The only upgrade is to a WebSocket. Send the request without an Upgrade header.',
    );
  }
  const url = parseUrl(req.url);
  const id = STREAM_PATH.exec(url.pathname)?.[1];
  if (!id) throw new HttpFault('UnknownRoute');
  if (req.headers.origin !== undefined && !context.isAllowedOrigin(req.headers.origin)) {
    throw new HttpFault('OriginNotAllowed');
  }
  grantFor(await authenticate(context.tokens, req, url.searchParams.get('t')), id);
  const after = readWatermark(url.searchParams.get('watermark'));
  const conversation = await findConversation(context, id);
  return { conversationId: conversation.id, after };
}

// Only path and query matter. The base is never seen by anybody.
function parseUrl(target: string | undefined): URL {
  try {
    return new URL(target ?? '/', 'http://localhost');
  } catch {
    throw new HttpFault('BadRequest');
  }
}

function refuse(connection: Duplex, fault: HttpFault): void {
  if (!connection.writable) return;
  connection.end(rawAnswer(fault));
}

/** A refusal for a connection that has no response object: the whole answer as it goes over the wire. */
export function rawAnswer(fault: HttpFault): string {
  const body = JSON.stringify(faultBody(fault));
  const headers = {
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(body)),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    Connection: 'close',
    ...fault.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${fault.status} ${STATUS_CODES[fault.status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}
