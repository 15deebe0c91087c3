/** What is read of Direct Line 3.0, checked where it comes in. */
import { isFields, listIn, textIn, type Activity, type Fields } from '../content/fields.js';

/** A batch of activities: what a frame of the stream holds, and what polling answers. */
export interface ActivitySet {
  readonly activities: readonly Activity[];
  /** Given back to be sent only what comes after. Missing where nothing in the batch is kept. */
  readonly watermark?: string;
}

/** A conversation and the right to speak in it. */
export interface Session {
  readonly conversationId: string;
  readonly userId: string;
  readonly token: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly expiresAt: number;
}

/** Reads a batch; undefined: it is none. */
export function readActivitySet(value: unknown): ActivitySet | undefined {
  if (!isFields(value)) return undefined;
  const activities = listIn(value['activities']).filter(isActivity);
  return { activities, watermark: textIn(value['watermark']) };
}

function isActivity(fields: Fields): fields is Activity {
  return typeof fields['type'] === 'string' && (fields['id'] === undefined || typeof fields['id'] === 'string');
}

/** How long a token is taken to last where nothing is said, as Azure's does. Seconds. */
const USUAL_SECONDS = 1800;

/** Reads a session out of an answer that holds a new token; what else it leaves out stays as it was before. */
export function readSession(body: Fields, now: number, before?: Session): Session | undefined {
  const conversationId = textIn(body['conversationId']) ?? before?.conversationId;
  const userId = textIn(body['userId']) ?? before?.userId;
  const token = textIn(body['token']);
  const seconds = body['expires_in'];
  if (!conversationId || !userId || !token) return undefined;
  const lasts = typeof seconds === 'number' && seconds > 0 ? seconds : USUAL_SECONDS;
  return { conversationId, userId, token, expiresAt: now + lasts * 1000 };
}
