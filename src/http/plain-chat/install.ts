/** `/chat`: the assistant as plain forms, for whoever has no script; where scripts run, the widget takes their place. */
import type { Request, Response, Server } from 'restify';
import { describeError } from '../../log.js';
import { baseUrl } from '../direct-line/addresses.js';
import type { DirectLineContext } from '../direct-line/context.js';
import { HttpFault, toFault, type FaultCode } from '../faults.js';
import type { SiteCouncil } from '../public/site.js';
import { readable } from '../readable.js';
import { pagePolicy } from '../security-headers.js';
import { newConversationId, newUserId } from '../tokens.js';
import { COMPOSER, EXIT } from '../../../widget/content/wording.js';
import { NEW, readConversation } from './conversation.js';
import { NO_FIELDS, readFilled, type Fields, type Filled } from './form-fields.js';
import { deletePage, faultPage } from './other-pages.js';
import { chatPage, type ChatPage } from './page.js';
import { isSameOrigin } from './same-origin.js';
import { send } from './sending.js';
import { createPlainSessions, type PlainSession, type PlainSessions } from './session.js';
import { NEW_REPLY } from './transcript.js';
import { PLAIN } from './wording.js';

/** A message that an address brings with it is cut. Characters. */
const MOST_GIVEN = 2_000;

/** What people are told of a request that is refused, where it is not our own fault. */
const PROBLEMS: Readonly<Partial<Record<FaultCode, string>>> = {
  OriginNotAllowed: PLAIN.notOurs,
  BodyTooLarge: COMPOSER.tooLong,
};

/** What the routes share. */
interface PlainChat {
  readonly context: DirectLineContext;
  readonly council: SiteCouncil;
  readonly sessions: PlainSessions;
}

/** Only where the app gave a council. */
export function installPlainChat(server: Server, context: DirectLineContext): void {
  const { site, settings, now } = context.deps;
  if (!site) return;
  const sessions = createPlainSessions({
    secret: settings.directLineSecret,
    isSecure: settings.publicUrl?.startsWith('https:') ?? false,
    now,
  });
  const chat: PlainChat = { context, council: site.council, sessions };
  const answer = (handle: Handler) => async (req: Request, res: Response) => answerOrApologise(chat, handle, req, res);

  readable(server, '/chat', answer(showChat));
  readable(server, '/chat/delete', answer(askToDelete));
  server.post('/chat', answer(takeForm));
  server.post('/chat/delete', answer(deleteChat));
  server.post('/chat/leave', answer(leave));
}

type Handler = (chat: PlainChat, req: Request, res: Response) => Promise<void>;

/** People get a page, whatever goes wrong. */
async function answerOrApologise(chat: PlainChat, handle: Handler, req: Request, res: Response): Promise<void> {
  res.setHeader('Content-Security-Policy', policyOf(chat));
  // With "no-referrer", browsers would not say where a form comes from. To other websites they still say nothing.
  res.setHeader('Referrer-Policy', 'same-origin');
  try {
    await handle(chat, req, res);
  } catch (error) {
    const fault = toFault(error);
    if (fault.code === 'Internal') chat.context.deps.log.error('plain-chat-fault', describeError(error));
    sendHtml(res, fault.status, faultPage(chat.council, PROBLEMS[fault.code] ?? PLAIN.broken));
  }
}

/** Leaving is a form as well, and where it leads to counts. */
function policyOf({ context }: PlainChat): string {
  return pagePolicy({ publicUrl: context.deps.settings.publicUrl, forms: `'self' ${new URL(EXIT.url).origin}` });
}

async function showChat(chat: PlainChat, req: Request, res: Response): Promise<void> {
  const query = new URLSearchParams(req.getQuery());
  const session = await liveSession(chat, req);
  // The browser keeps cookies, as it now shows; nothing in its history is to say that somebody wrote here.
  if (session && query.has('first')) return redirect(res, `/chat#${NEW_REPLY}`);
  const message = (query.get('message') ?? '').slice(0, MOST_GIVEN);
  const notice = query.has('deleted') ? PLAIN.deleted : query.has('first') ? PLAIN.noCookie : undefined;
  await sendChat(chat, res, {
    session,
    isEnhanced: !query.has('plain'),
    fields: { ...NO_FIELDS, message },
    ...(session || notice === undefined ? {} : { notice }),
  });
}

async function takeForm(chat: PlainChat, req: Request, res: Response): Promise<void> {
  const { context, sessions } = chat;
  refuseOthers(chat, req);
  const filled = await readFilled(req);
  const [grant, session] = await Promise.all([sessions.readForm(filled.form), sessions.sessionOf(req)]);
  const sending = await send(context, req, filled, { grant, session });
  if (sending.outcome === 'sent') {
    res.setHeader('Set-Cookie', await sessions.cookieFor(sending.session));
    redirect(res, `/chat${session ? '' : '?first=1'}#${NEW_REPLY}`);
    return;
  }
  const { status, ...shown } = sending;
  if (!shown.session) res.setHeader('Set-Cookie', sessions.noCookie);
  await sendChat(chat, res, { ...shown, isEnhanced: false, fields: keptOf(filled) }, status);
}

/** Nothing that was written is lost; what a button would have said can be sent by hand. */
function keptOf({ fields, choice }: Filled): Fields {
  return choice === undefined ? fields : { ...fields, message: fields.message || choice };
}

async function askToDelete(chat: PlainChat, req: Request, res: Response): Promise<void> {
  const session = await liveSession(chat, req);
  if (!session) return redirect(res, '/chat');
  sendHtml(res, 200, deletePage(chat.council, await chat.sessions.formFor({ ...session, isStart: false, after: 0 })));
}

async function deleteChat(chat: PlainChat, req: Request, res: Response): Promise<void> {
  const { context, sessions } = chat;
  refuseOthers(chat, req);
  const { form } = await readFilled(req);
  const [grant, session] = await Promise.all([sessions.readForm(form), sessions.sessionOf(req)]);
  if (!session || grant?.conversationId !== session.conversationId) return redirect(res, '/chat');
  await context.deps.conversations.delete(session.conversationId);
  res.setHeader('Set-Cookie', sessions.noCookie);
  redirect(res, '/chat?deleted=1');
}

/** Anybody may make a browser forget: it leads nowhere and gives nothing away. */
async function leave({ sessions }: PlainChat, _req: Request, res: Response): Promise<void> {
  res.setHeader('Set-Cookie', sessions.noCookie);
  redirect(res, EXIT.url);
}

function refuseOthers({ context }: PlainChat, req: Request): void {
  if (!isSameOrigin(req, baseUrl(req, context.deps.settings.publicUrl))) throw new HttpFault('OriginNotAllowed');
}

/** The conversation that the cookie leads to, if it is still there. */
async function liveSession({ context, sessions }: PlainChat, req: Request): Promise<PlainSession | undefined> {
  const session = await sessions.sessionOf(req);
  return session && (await context.deps.conversations.find(session.conversationId)) ? session : undefined;
}

type Shown = Pick<ChatPage, 'fields' | 'problem' | 'notice' | 'isEnhanced'> & {
  /** Undefined: a new conversation, which is there once something is sent. */
  readonly session: PlainSession | undefined;
};

async function sendChat(
  { context, council, sessions }: PlainChat,
  res: Response,
  shown: Shown,
  status = 200,
): Promise<void> {
  const { session, ...page } = shown;
  const { said, last } = session ? await readConversation(context.deps.conversations, session.conversationId) : NEW;
  const form = await sessions.formFor({
    ...(session ?? { conversationId: newConversationId(), userId: newUserId() }),
    isStart: session === undefined,
    after: last,
  });
  // What was begun with forms goes on with forms.
  const isEnhanced = page.isEnhanced && session === undefined;
  sendHtml(res, status, chatPage({ council, said, form, ...page, isEnhanced }));
}

function sendHtml(res: Response, status: number, html: string): void {
  res.setHeader('Content-Type', 'text/html; charset=utf-8');
  res.sendRaw(status, html);
}

function redirect(res: Response, address: string): void {
  res.setHeader('Location', address);
  res.sendRaw(303, '');
}
