/** What the Direct Line routes share. */
import type { IncomingMessage } from 'node:http';
import type { HttpDependencies } from '../dependencies.js';
import { HttpFault } from '../faults.js';
import type { OriginCheck } from '../origins.js';
import type { RateLimit } from '../rate-limit.js';
import type { Grant, Tokens } from '../tokens.js';
import type { TurnRunner } from './turn-runner.js';

export interface DirectLineContext {
  readonly deps: HttpDependencies;
  readonly tokens: Tokens;
  readonly turnRunner: TurnRunner;
  /** By conversation. */
  readonly messageLimit: RateLimit;
  /** New conversations, by the client's address. */
  readonly conversationLimit: RateLimit;
  readonly isAllowedOrigin: OriginCheck;
}

/** Who calls: the holder of a conversation's token, or of the secret, who may open every conversation. */
export type Caller = { readonly kind: 'token'; readonly grant: Grant } | { readonly kind: 'secret' };

/**
 * Reads `Authorization: Bearer …`, or `t` of the address where a stream is opened.
 * @throws {HttpFault} TokenMissing, TokenInvalid, TokenExpired
 */
export async function authenticate(tokens: Tokens, req: IncomingMessage, streamToken?: string | null): Promise<Caller> {
  const bearer = /^Bearer +(\S+)$/i.exec(req.headers.authorization?.trim() ?? '')?.[1];
  const credential = bearer ?? streamToken;
  if (!credential) throw new HttpFault('TokenMissing', undefined, { 'WWW-Authenticate': 'Bearer' });
  if (tokens.isSecret(credential)) return { kind: 'secret' };
  const reading = await tokens.read(credential, streamToken !== undefined);
  switch (reading.outcome) {
    case 'valid':
      return { kind: 'token', grant: reading.grant };
    case 'expired':
      throw new HttpFault('TokenExpired');
    case 'invalid':
      throw new HttpFault('TokenInvalid');
  }
}

/**
 * What the caller may do in this conversation.
 * @throws {HttpFault} NotForToken if its token is another conversation's.
 */
export function grantFor(caller: Caller, conversationId: string): Grant {
  if (caller.kind === 'secret') return { conversationId };
  if (caller.grant.conversationId !== conversationId) throw new HttpFault('NotForToken');
  return caller.grant;
}

/**
 * A watermark as clients give it back; missing or empty: from the beginning.
 * @throws {HttpFault} BadArgument
 */
export function readWatermark(text: string | null): number {
  if (!text) return 0;
  if (!/^\d{1,15}$/.test(text)) throw new HttpFault('BadArgument', 'watermark: give back the one that you were sent');
  return Number(text);
}
