/** Azure Bot Service and Microsoft Entra on this machine: vouches for activities, hands out tokens, takes the replies. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PasswordServiceClientCredentialFactory, ServiceClientCredentialsFactory } from 'botframework-connector';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { AppOptions } from '../../src/app.js';

export const APP_ID = 'b00f7d57-6d4a-4d7a-9b77-1e6f1f3f6b11';
export const TENANT = '5c1f2a34-0f6e-4b6c-8a31-2d7f0e9b4c10';
export const ISSUER = 'https://api.botframework.example';

/** Of a token, but for what a test changes. Times are seconds from now. */
export interface Claims {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string;
  readonly notBefore?: number;
  readonly expires?: number;
  /** Which key signs: one for Teams, one for another channel, one that nobody publishes. */
  readonly signedBy?: 'teams' | 'other-channel' | 'stranger';
}

export interface BotService {
  readonly serviceUrl: string;
  /** Authorization headers of the replies, in order. */
  readonly replies: (string | undefined)[];
  /** For `startApp`. */
  readonly standIn: NonNullable<AppOptions['botService']>;
  token(claims?: Claims): Promise<string>;
  close(): Promise<void>;
}

/** The SDK's own, but that it fetches the bot's token from here and not from login.microsoftonline.com. */
class LocalCredentials extends ServiceClientCredentialsFactory {
  readonly #own = new PasswordServiceClientCredentialFactory(APP_ID, 'a-secret', TENANT);
  constructor(private readonly loginUrl: string) {
    super();
  }
  isValidAppId(appId: string): Promise<boolean> {
    return this.#own.isValidAppId(appId);
  }
  isAuthenticationDisabled(): Promise<boolean> {
    return this.#own.isAuthenticationDisabled();
  }
  createCredentials(): ReturnType<ServiceClientCredentialsFactory['createCredentials']> {
    const { loginUrl } = this;
    return Promise.resolve({
      async signRequest(request) {
        const { access_token } = (await (await fetch(loginUrl, { method: 'POST' })).json()) as { access_token: string };
        request.headers.set('Authorization', `Bearer ${access_token}`);
        return request;
      },
    });
  }
}

const BOT_TOKEN = 'the-bots-own-token';

/** On a free port. `close` belongs into `after`. */
export async function startBotService(): Promise<BotService> {
  const pairs = {
    teams: await generateKeyPair('RS256'),
    'other-channel': await generateKeyPair('RS256'),
    stranger: await generateKeyPair('RS256'),
  };
  const keys = [
    { ...(await exportJWK(pairs.teams.publicKey)), kid: 'teams', endorsements: ['msteams'] },
    { ...(await exportJWK(pairs['other-channel'].publicKey)), kid: 'other-channel', endorsements: ['webchat'] },
  ];
  const replies: (string | undefined)[] = [];
  const server = createServer((req, res) => {
    req.resume();
    req.on('end', () => {
      const { url = '', headers } = req;
      if (url.startsWith('/v3/')) replies.push(headers.authorization);
      const bodies: Readonly<Record<string, unknown>> = {
        '/openid': { jwks_uri: `${base}/keys` },
        '/keys': { keys },
        '/token': { access_token: BOT_TOKEN },
      };
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify(bodies[url] ?? { id: 'sent' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    serviceUrl: base,
    replies,
    standIn: {
      addresses: {
        ToBotFromChannelOpenIdMetadataUrl: `${base}/openid`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${base}/openid`,
        ToBotFromChannelTokenIssuer: ISSUER,
        ToChannelFromBotLoginUrl: `${base}/token`,
        ToChannelFromBotOAuthScope: ISSUER,
        OAuthUrl: base,
        CallerId: 'urn:botframework:azure',
      },
      credentials: new LocalCredentials(`${base}/token`),
    },
    async token({
      issuer = ISSUER,
      audience = APP_ID,
      serviceUrl = base,
      notBefore = -60,
      expires = 3600,
      signedBy = 'teams',
    } = {}) {
      const now = Math.floor(Date.now() / 1000);
      return (
        new SignJWT({ serviceurl: serviceUrl })
          // A stranger says that it is the key of Teams.
          .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: signedBy === 'stranger' ? 'teams' : signedBy })
          .setIssuer(issuer)
          .setAudience(audience)
          .setNotBefore(now + notBefore)
          .setExpirationTime(now + expires)
          .sign(pairs[signedBy].privateKey)
      );
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
