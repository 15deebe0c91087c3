/** Requests put into a real store's outbox, as the conversation does it: by committing a turn. */
import { composeMails } from '../../src/handoff/email.js';
import type { PrivacyRequest } from '../../src/requests/request.js';
import type { Stores } from '../../src/stores/store.js';
import { CONTEXT } from './requests.js';

/** A conversation of its own, in whose only turn the request was sent. */
export async function queueRequest({ conversations }: Stores, request: PrivacyRequest, at: Date): Promise<void> {
  const conversationId = `conversation-${request.reference}`;
  await conversations.create({ id: conversationId, channel: 'directline', userId: 'dl_test', createdAt: at });
  const answered = `${conversationId}-1`;
  await conversations.accept(conversationId, { id: answered, activity: { type: 'message' }, at });
  await conversations.commitTurn({
    conversationId,
    expectedVersion: 0,
    state: {},
    answered,
    replies: [],
    handedOver: [{ request, mails: composeMails(request, CONTEXT) }],
    at,
  });
}
