/**
 * Tokens of conversations: JSON Web Tokens (RFC 7519), signed with HMAC-SHA-256. A token opens one conversation for
 * half an hour. The claims `conv` and `user` are named as Azure's Direct Line names them, because
 * botframework-directlinejs and Web Chat read the user's id out of the token.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

/** Seconds that a token is good for, as in Azure; clients refresh it half way. */
export const TOKEN_SECONDS = 1800;
/** Seconds in which a stream address has to be used. Addresses end up in proxies' logs, so their token is short-lived. */
export const STREAM_SECONDS = 120;
/** Seconds by which the clocks of two instances may differ before a token of the other looks forged. */
const CLOCK_SKEW_SECONDS = 60;

/** What a token allows. */
export interface Grant {
  readonly conversationId: string;
  /** Missing where the secret's holder named no user; then the client's own `from.id` is believed. */
  readonly userId?: string;
}

/** What came of reading a token. */
export type TokenReading =
  | { readonly outcome: 'valid'; readonly grant: Grant }
  | { readonly outcome: 'expired' }
  | { readonly outcome: 'invalid' };

export interface Tokens {
  /** For everything in the conversation. */
  issue(grant: Grant): Promise<string>;
  /** For opening the conversation's stream only. */
  issueForStream(grant: Grant): Promise<string>;
  /** @param forStream also takes a token of {@link issueForStream}. */
  read(token: string, forStream?: boolean): Promise<TokenReading>;
  /** Whether this is the secret itself, which its holder may use in place of any token. */
  isSecret(credential: string): boolean;
}

/** A new conversation's id: 144 random bits, so that none can be guessed. */
export function newConversationId(): string {
  return randomBytes(18).toString('base64url');
}

/** A new user's id. Direct Line keeps the prefix `dl_` for ids that are fixed by a token. */
export function newUserId(): string {
  return `dl_${randomBytes(16).toString('base64url')}`;
}

const ANYTHING = 'conversation';
const STREAM = 'stream';
const claims = z.object({ conv: z.string().min(1), user: z.string().min(1).optional(), iat: z.number() });

/** @param secret DIRECT_LINE_SECRET; another one makes all earlier tokens invalid. */
export function createTokens({ secret, now }: { readonly secret: string; readonly now: () => Date }): Tokens {
  const key = new TextEncoder().encode(secret);
  const nowSeconds = (): number => Math.floor(now().getTime() / 1000);
  const sign = ({ conversationId, userId }: Grant, audience: string, seconds: number): Promise<string> =>
    new SignJWT({ conv: conversationId, ...(userId ? { user: userId } : {}) })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setIssuedAt(nowSeconds())
      .setExpirationTime(nowSeconds() + seconds)
      // Two tokens of the same second differ, so that a refreshed one is a new one.
      .setJti(randomBytes(6).toString('base64url'))
      .sign(key);

  return {
    issue: (grant) => sign(grant, ANYTHING, TOKEN_SECONDS),
    issueForStream: (grant) => sign(grant, STREAM, STREAM_SECONDS),
    async read(token, forStream = false) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          audience: forStream ? [ANYTHING, STREAM] : [ANYTHING],
          requiredClaims: ['iat', 'exp'],
          currentDate: now(),
        });
        const { conv, user, iat } = claims.parse(payload);
        if (iat > nowSeconds() + CLOCK_SKEW_SECONDS) return { outcome: 'invalid' };
        return { outcome: 'valid', grant: { conversationId: conv, ...(user ? { userId: user } : {}) } };
      } catch (error) {
        return { outcome: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
      }
    },
    isSecret: (credential) => timingSafeEqual(digest(credential), digest(secret)),
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
