/** A resident at the chat: says something over Direct Line and reads what comes back. */
import { expect } from 'chai';
import { call, post, startConversation, type Activity, type Started } from './direct-line-calls.js';

/** What a reply carries for clients; see the contract of `channelData.privacyAssistant`. */
export interface ReplyData {
  readonly kind: string;
  readonly entry?: string;
  readonly quotes?: readonly { readonly section: string; readonly text: string }[];
  readonly right?: string;
  readonly step?: string;
  readonly reference?: string;
}

export interface Heard extends ReplyData {
  readonly text: string;
  readonly buttons: readonly string[];
  readonly activity: Activity;
}

export interface Resident {
  readonly started: Started;
  /** Says it and resolves with the replies to just this message. */
  says(text: string): Promise<readonly Heard[]>;
  /** Says one after the other; resolves with the replies to the last. */
  saysAll(texts: readonly string[]): Promise<readonly Heard[]>;
}

export async function aResident(service: { readonly url: string }): Promise<Resident> {
  const started = await startConversation(service);
  const says = async (text: string): Promise<readonly Heard[]> => {
    const { status, body } = await post(service, started, text);
    expect(status).to.equal(200);
    return (await allActivities(service, started)).filter(({ replyToId }) => replyToId === body['id']).map(heard);
  };
  return {
    started,
    says,
    async saysAll(texts) {
      let replies: readonly Heard[] = [];
      for (const text of texts) replies = await says(text);
      return replies;
    },
  };
}

async function allActivities(
  service: { readonly url: string },
  { conversationId, token }: Started,
): Promise<Activity[]> {
  const all: Activity[] = [];
  for (let watermark = ''; ;) {
    const { body } = await call(
      service,
      `/v3/directline/conversations/${conversationId}/activities?watermark=${watermark}`,
      { token },
    );
    const page = body['activities'] as Activity[];
    if (page.length === 0) return all;
    all.push(...page);
    watermark = String(body['watermark']);
  }
}

/** Reads a reply as a client does. */
export function heard(activity: Activity): Heard {
  const { privacyAssistant } = activity['channelData'] as { privacyAssistant: ReplyData };
  const suggested = activity['suggestedActions'] as { actions: { title: string }[] } | undefined;
  return {
    ...privacyAssistant,
    text: activity.text ?? '',
    buttons: (suggested?.actions ?? []).map(({ title }) => title),
    activity,
  };
}
