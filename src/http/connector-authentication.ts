/** Who may speak to `POST /api/messages`: Azure Bot Service, for this bot, out of the council's own tenant. */
import {
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type ConfigurationBotFrameworkAuthenticationOptions,
} from 'botbuilder';
import {
  AuthenticationError,
  type AuthenticateRequestResult,
  type BotFrameworkAuthentication,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Metrics } from '../metrics.js';
import { HttpFault } from './faults.js';

export interface Registration {
  /** Unset: no authentication, and then only services on this machine are answered. */
  readonly appId?: string;
  readonly appPassword?: string;
  readonly appType: string;
  readonly tenantId?: string;
}

/** Where Azure Bot Service is, and who gets the bot's own tokens, instead of what the SDK has built in. For tests. */
export interface BotServiceStandIn {
  readonly addresses: Omit<ConfigurationBotFrameworkAuthenticationOptions, `MicrosoftApp${string}`>;
  readonly credentials: ServiceClientCredentialsFactory;
}

export interface AuthenticationOptions extends Registration {
  readonly refused: Metrics['channelRefused'];
  readonly standIn?: BotServiceStandIn;
}

/** What the SDK reads of a registration. */
export function authenticationOf({ standIn, ...registration }: AuthenticationOptions): BotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(
    {
      ...standIn?.addresses,
      MicrosoftAppId: registration.appId ?? '',
      MicrosoftAppPassword: registration.appPassword ?? '',
      // Of the types, only this one may be without an id, which then means no authentication.
      MicrosoftAppType: registration.appId === undefined ? 'MultiTenant' : registration.appType,
      MicrosoftAppTenantId: registration.tenantId ?? '',
    },
    standIn?.credentials,
  );
}

type RefusalReason = 'token-missing' | 'token-invalid' | 'other-tenant' | 'not-local';

/**
 * Lets an activity in, or counts the refusal.
 * @returns what the adapter needs to answer it.
 * @throws {HttpFault} 401 for a token that is missing or not good for this activity, 403 for another tenant's activity;
 *   what keeps the keys of Azure Bot Service from being fetched, which says nothing about the token.
 */
export async function admit(
  authentication: BotFrameworkAuthentication,
  { refused, ...registration }: AuthenticationOptions,
  authorization: string,
  activity: Activity,
): Promise<AuthenticateRequestResult> {
  const refuse = (reason: RefusalReason, fault: HttpFault): never => {
    refused.inc({ reason });
    throw fault;
  };
  if (registration.appId === undefined) {
    if (!isLocal(activity.serviceUrl)) refuse('not-local', new HttpFault('NotForToken', NOT_LOCAL));
    return authentication.authenticateRequest(activity, authorization);
  }
  if (!authorization.trim()) refuse('token-missing', new HttpFault('TokenMissing', BAD_TOKEN));
  // The SDK takes any token of the tenant's directory for this channel, without asking which service sent it.
  if (activity.channelId === 'AseChannel') refuse('token-invalid', new HttpFault('TokenMissing', BAD_TOKEN));
  const admitted = await authentication.authenticateRequest(activity, authorization).catch((error: unknown) => {
    if (keysAreOutOfReach(error)) throw error;
    return refuse('token-invalid', new HttpFault('TokenMissing', BAD_TOKEN));
  });
  if (isOfAnotherTenant(activity, registration)) refuse('other-tenant', new HttpFault('NotForToken', OTHER_TENANT));
  return admitted;
}

const NOT_LOCAL = 'Without MicrosoftAppId, only a service on this machine is answered.';
const BAD_TOKEN = 'The Bot Framework token is missing or not valid.';
const OTHER_TENANT = 'This bot serves one organisation in Teams only, and the activity is not from there.';

/** Without credentials anybody could have the answers sent anywhere. */
function isLocal(serviceUrl: string): boolean {
  const { hostname } = new URL(serviceUrl);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** Whatever else the SDK throws, from three libraries, is about the token. */
function keysAreOutOfReach(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode >= 500;
  return error instanceof Error && error.name === 'FetchError';
}

/** Teams vouches for the tenant in the activity; the token does not name it. An activity of no tenant is not let in. */
function isOfAnotherTenant({ channelId, conversation, channelData }: Activity, own: Registration): boolean {
  if (channelId !== 'msteams' || own.appType === 'MultiTenant' || own.tenantId === undefined) return false;
  const inChannelData = (channelData as { tenant?: { id?: unknown } } | null | undefined)?.tenant?.id;
  const named = [conversation.tenantId, inChannelData].filter((id) => id !== undefined && id !== null);
  const ownId = own.tenantId.toLowerCase();
  return named.length === 0 || named.some((id) => typeof id !== 'string' || id.toLowerCase() !== ownId);
}
