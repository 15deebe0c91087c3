/**
 * Whose conversation the forms go on with. A cookie names it, set only once something was sent, and every form carries a
 * signed value of its own: so a form belongs to one conversation, and one that is sent twice is recognised.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { z } from 'zod';

/** A conversation and who speaks in it. */
export interface PlainSession {
  readonly conversationId: string;
  readonly userId: string;
}

/** What a form stands for. */
export interface FormGrant extends PlainSession {
  /** The conversation begins with it. */
  readonly isStart: boolean;
  /** Sequence of the last entry that the page shows, so that a button of an old page is known for one. */
  readonly after: number;
  /** This form's own. */
  readonly nonce: string;
}

export interface PlainSessions {
  /** The value of `Set-Cookie` that goes on with the conversation. */
  cookieFor(session: PlainSession): Promise<string>;
  /** The value of `Set-Cookie` that forgets it. */
  readonly noCookie: string;
  /** Undefined: none, or none of ours. */
  sessionOf(req: IncomingMessage): Promise<PlainSession | undefined>;
  /** The value of a form's hidden field. */
  formFor(grant: Omit<FormGrant, 'nonce'>): Promise<string>;
  /** Undefined: not of ours, or too old. */
  readForm(value: string): Promise<FormGrant | undefined>;
}

export const COOKIE = 'privacy-chat';
/** A conversation is kept for a day after its last message; what leads to it need not last longer. Seconds. */
const LIFE_SECONDS = 86_400;
const COOKIE_AUDIENCE = 'plain-chat';
const FORM_AUDIENCE = 'plain-chat-form';

const sessionClaims = z.object({ conv: z.string().min(1), user: z.string().min(1) });
const formClaims = sessionClaims.extend({ start: z.boolean(), after: z.int().nonnegative(), jti: z.string().min(1) });

export interface PlainSessionOptions {
  /** DIRECT_LINE_SECRET. Who a token is for keeps these apart from the tokens of Direct Line, which open nothing here. */
  readonly secret: string;
  /** The service is reached by HTTPS, and the cookie goes no other way. */
  readonly isSecure: boolean;
  readonly now: () => Date;
}

export function createPlainSessions({ secret, isSecure, now }: PlainSessionOptions): PlainSessions {
  const key = new TextEncoder().encode(secret);
  const seconds = (): number => Math.floor(now().getTime() / 1000);
  const sign = (claims: JWTPayload, audience: string): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setExpirationTime(seconds() + LIFE_SECONDS)
      .sign(key);
  const read = async <T>(token: string, audience: string, schema: z.ZodType<T>): Promise<T | undefined> => {
    try {
      const options = { algorithms: ['HS256'], audience, requiredClaims: ['exp'], currentDate: now() };
      return schema.safeParse((await jwtVerify(token, key, options)).payload).data;
    } catch {
      return undefined;
    }
  };
  // No end is named: the browser forgets it when it is closed.
  const attributes = `Path=/chat; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

  return {
    noCookie: `${COOKIE}=; Max-Age=0; ${attributes}`,
    async cookieFor({ conversationId, userId }) {
      return `${COOKIE}=${await sign({ conv: conversationId, user: userId }, COOKIE_AUDIENCE)}; ${attributes}`;
    },
    async sessionOf(req) {
      const claims = await read(cookieIn(req), COOKIE_AUDIENCE, sessionClaims);
      return claims && { conversationId: claims.conv, userId: claims.user };
    },
    formFor: ({ conversationId, userId, isStart, after }) =>
      sign({ conv: conversationId, user: userId, start: isStart, after, jti: newNonce() }, FORM_AUDIENCE),
    async readForm(value) {
      const claims = await read(value, FORM_AUDIENCE, formClaims);
      if (!claims) return undefined;
      const { conv: conversationId, user: userId, start: isStart, after, jti: nonce } = claims;
      return { conversationId, userId, isStart, after, nonce };
    },
  };
}

const newNonce = (): string => randomBytes(12).toString('base64url');

function cookieIn(req: IncomingMessage): string {
  const cookies = (req.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}
