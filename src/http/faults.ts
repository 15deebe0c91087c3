/** Every way in which the HTTP layer says no, with the status and the words that a client gets. */
import type { Response } from 'restify';

const FAULTS = {
  BadRequest: [400, 'The request cannot be read.'],
  BadJson: [400, 'The body is not valid JSON.'],
  BadArgument: [400, 'A value in the request is not as it should be.'],
  TokenMissing: [401, 'Send a token as "Authorization: Bearer <token>".'],
  TokenInvalid: [403, 'The token is not one of ours. Ask for a new one.'],
  TokenExpired: [403, 'The token has expired. Ask for a new one.'],
  NotForToken: [403, 'The token was given for another purpose or another conversation.'],
  OriginNotAllowed: [403, 'This website may not use the assistant. Its address has to be added to ALLOWED_ORIGINS.'],
  UnknownRoute: [404, 'There is nothing at this address.'],
  UnknownConversation: [404, 'There is no such conversation, or it has been deleted. Start a new one.'],
  MethodNotAllowed: [405, 'This address does not take that method.'],
  BodyTooLarge: [413, 'The body is larger than 256 KB.'],
  WrongContentType: [415, 'Send the body as application/json in UTF-8, without compression.'],
  UploadsNotTaken: [415, 'The assistant does not take files. Describe what you need in a message instead.'],
  UpgradeRequired: [426, 'This address is for WebSockets.'],
  TooManyRequests: [429, 'That was too much in a short time. Wait a little and try again.'],
  HeadersTooLarge: [431, 'The headers of the request are too large.'],
  Internal: [500, 'Something went wrong on our side. Try again in a moment.'],
} as const satisfies Readonly<Record<string, readonly [status: number, message: string]>>;

/** What `error.code` of an answer may be. */
export type FaultCode = keyof typeof FAULTS;

/** A request that is refused. Thrown anywhere below a route; the server turns it into its answer. */
export class HttpFault extends Error {
  readonly status: number;

  /**
   * @param detail replaces the usual words; goes to the client, so it must not quote what may be private.
   * @param headers go with the answer.
   */
  constructor(
    readonly code: FaultCode,
    detail?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail ?? FAULTS[code][1]);
    this.name = 'HttpFault';
    this.status = FAULTS[code][0];
  }
}

/** The body of every refusal. */
export interface FaultBody {
  readonly error: { readonly code: FaultCode; readonly message: string };
}

/** As JSON for the client. */
export function faultBody(fault: HttpFault): FaultBody {
  return { error: { code: fault.code, message: fault.message } };
}

/**
 * Reads any error as a fault: ours as it is, the router's by its status. Everything else becomes `Internal`, whose
 * answer says nothing of the error.
 */
export function toFault(error: unknown): HttpFault {
  if (error instanceof HttpFault) return error;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  if (status === 404) return new HttpFault('UnknownRoute');
  if (status === 405) return new HttpFault('MethodNotAllowed');
  return new HttpFault('Internal');
}

/** Answers with a fault. Where an answer is already under way, nothing honest can be added: the connection is cut. */
export function sendFault(res: Response, fault: HttpFault): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  for (const [name, value] of Object.entries(fault.headers)) res.setHeader(name, value);
  res.setHeader('Content-Type', 'application/json');
  res.setHeader('Cache-Control', 'no-store');
  res.send(fault.status, faultBody(fault));
}
