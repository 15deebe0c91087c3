/** A bot with one message of every kind that the widget shows. It writes its replies as the real one does. */
import { randomUUID } from 'node:crypto';
import { escapeMarkdown, toActivity, type Reply } from '../../dialogs/reply.js';
import type { Hub } from '../../src/http/direct-line/hub.js';
import type { Turns } from '../../src/http/turns.js';
import type { ConversationStore, LoggedActivity } from '../../src/stores/store.js';

export const NOTICE_URL = 'https://www.example.gov.uk/privacy-notices';
export const REFERENCE = 'PR-7K3M-2QX9';

const BOT = { id: 'privacy-assistant', name: 'Privacy assistant', role: 'bot' };

const YES_OR_NO = [
  { title: 'Yes, start', value: 'yes' },
  { title: 'No, just a question', value: 'no' },
];

const GREETING: Reply = {
  kind: 'chat',
  text: 'Hello. Ask me how the council uses information about you, or tell me what you need.',
};

/** What is said, by a word in the message. */
const REPLIES: readonly (readonly [RegExp, Reply])[] = [
  [
    /share/i,
    {
      kind: 'answer',
      entry: 'sharing',
      feedback: { yes: 'This answered my question', no: 'This did not answer my question' },
      buttons: [{ title: 'How long do you keep it?', value: 'How long do you keep it?' }],
      text: 'The council shares your information **only where it has to, or where it may**. For example:\n\n- with companies that run services for it\n- with the police, to prevent or detect crime\n- where a court orders it to\n\nYou can [read how to object](https://www.example.gov.uk/object), or write to [data.protection@example.gov.uk](mailto:data.protection@example.gov.uk).',
      quotes: [
        {
          section: 'Who we share your information with > Other organisations',
          text: 'We use a range of companies and partners to either store personal information or help deliver our services to you.',
          lines: [1],
        },
        {
          section: 'Why we need your personal information',
          text: 'We use personal information:\n- to provide services and support to you\n- because the law says we must',
          lines: [2, 3, 4],
        },
      ],
    },
  ],
  [
    /copy|have about me/i,
    {
      kind: 'request',
      right: 'access',
      step: 'start',
      text: 'You can ask for a copy of the information that the council holds about you. It is free. Shall I take your request now?',
      buttons: YES_OR_NO,
    },
  ],
  [/^yes$/i, { kind: 'request', right: 'access', step: 'fullName', text: 'What is your full name?' }],
  [
    /^send/i,
    {
      kind: 'request',
      right: 'access',
      step: 'sent',
      reference: REFERENCE,
      text: `Your request went to the Data Protection Officer. The council has to answer by **4 January 2027**.\n\nKeep this reference: ${REFERENCE.replaceAll('-', '\\-')}. If you gave an email address, it is on its way to you as well.`,
    },
  ],
  [
    /danger/i,
    {
      kind: 'safety',
      text: 'If you are in danger now, call [999](tel:999). If you cannot speak, press **55** when you are asked to.',
    },
  ],
];

function replyTo(text: string): Reply {
  const scripted = REPLIES.find(([pattern]) => pattern.test(text))?.[1];
  return scripted ?? { kind: 'chat', text: `You said: ${escapeMarkdown(text)}` };
}

export interface WidgetBot extends Turns {
  /** Texts that were answered, in order; "(joined)" where somebody opened the widget. */
  readonly heard: readonly string[];
  /** Holds turns back until `release` is called. */
  hold(): { release(): void };
}

export function createWidgetBot(conversations: ConversationStore, hub: Hub, now: () => Date): WidgetBot {
  const heard: string[] = [];
  // What was answered is not answered again, as by the real bot.
  const answered = new Set<string>();
  const queues = new Map<string, Promise<void>>();
  let held = Promise.resolve();

  const turn = async (conversationId: string, { id, activity }: LoggedActivity): Promise<void> => {
    hub.pass(conversationId, { type: 'typing', from: BOT });
    await held;
    const isMessage = activity['type'] === 'message';
    const text = typeof activity['text'] === 'string' ? activity['text'] : '';
    heard.push(isMessage ? text : '(joined)');
    const reply = {
      ...toActivity(isMessage ? replyTo(text) : GREETING, NOTICE_URL),
      from: BOT,
      timestamp: now().toISOString(),
      ...(isMessage ? { replyToId: activity['id'] } : {}),
    };
    const { version } = await conversations.loadState(conversationId);
    await conversations.commitTurn({
      conversationId,
      expectedVersion: version,
      state: {},
      answered: id,
      replies: [{ id: randomUUID(), activity: reply }],
      handedOver: [],
      at: now(),
    });
  };

  return {
    heard,
    respond(conversationId, incoming) {
      if (answered.has(incoming.id)) return Promise.resolve();
      const before = queues.get(conversationId) ?? Promise.resolve();
      const mine = before.then(async () => {
        if (answered.has(incoming.id)) return;
        await turn(conversationId, incoming);
        answered.add(incoming.id);
      });
      queues.set(conversationId, mine);
      return mine;
    },
    hold() {
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return { release: () => release() };
    },
  };
}
