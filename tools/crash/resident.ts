/** Somebody who stops the council's newsletter, by the step that each reply asks for. */
import { openClient, TurnedAwayError, type Activity, type Client } from './client.js';

/** Longer than a restart and the recovery after it take. Milliseconds. */
const STUCK_AFTER = 120_000;
const MOST_TURNS = 30;

/** A conversation that came to its end. */
export interface Finished {
  readonly conversationId: string;
  readonly reference: string;
  /** How to reach the person, as only this one can be. */
  readonly contact: string;
  /** The longest that a message waited for its reply, in milliseconds. */
  readonly slowest: number;
  readonly messages: number;
  readonly faults: readonly string[];
}

/**
 * Has one conversation from beginning to end.
 * @param number makes this person's contact their own: an email address for even ones, a telephone number for odd ones.
 * @returns undefined where the service turned the client away, as it does when its clock has moved.
 * @throws where the conversation is stuck, or goes another way than to a reference.
 */
export async function makeRequest(url: string, number: number): Promise<Finished | undefined> {
  const contact = number % 2 === 0 ? `robin${number}@example.org` : `07700 ${String(900_000 + number)}`;
  const client = await openClient(url).catch(turnedAway);
  if (!client) return undefined;
  try {
    return await converse(client, contact);
  } catch (error) {
    return turnedAway(error);
  } finally {
    client.close();
  }
}

function turnedAway(error: unknown): undefined {
  if (!(error instanceof TurnedAwayError)) throw error;
}

async function converse(client: Client, contact: string): Promise<Finished> {
  let text = 'please stop sending me your newsletter';
  let slowest = 0;
  const said: string[] = [];
  while (said.length < MOST_TURNS) {
    const began = performance.now();
    const replies = await client.say(text, STUCK_AFTER);
    slowest = Math.max(slowest, performance.now() - began);
    const { step, reference } = askedIn(replies);
    said.push(`${text} -> ${step}`);
    if (reference !== undefined) {
      const faults = [...client.faults, ...(await missedBy(client))];
      return { conversationId: client.conversationId, reference, contact, slowest, messages: said.length, faults };
    }
    text = answerTo(step, contact);
  }
  throw new Error(`the conversation does not come to an end: ${said.join(', ')}`);
}

function askedIn(replies: readonly Activity[]): { readonly step: string; readonly reference?: string } {
  const asked = replies.map(({ channelData }) => channelData?.privacyAssistant).findLast((data) => data?.step);
  return { step: asked?.step ?? 'none', ...(asked?.reference ? { reference: asked.reference } : {}) };
}

function answerTo(step: string, contact: string): string {
  switch (step) {
    case 'start':
      return 'yes please';
    case 'forWhom':
      return 'my own';
    case 'fullName':
      return 'Robin Ashdown';
    case 'contact':
      return contact;
    case 'checkAnswers':
      return 'send my request';
    default:
      return 'skip';
  }
}

/** What is in the log and did not come over the stream. */
async function missedBy(client: Client): Promise<string[]> {
  const heard = new Set(client.heard.map(({ id }) => id));
  return (await client.log()).filter(({ id }) => !heard.has(id)).map(({ id }) => `${id} did not come over the stream`);
}
