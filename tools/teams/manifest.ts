/** The manifest of the app in Teams. What it is called, and who stands behind it, comes from the council's file. */
import { createHash } from 'node:crypto';
import type { Council } from '../../src/answers/knowledge/schema.js';

export interface ManifestOptions {
  readonly council: Pick<Council, 'name' | 'shortName' | 'noticeUrl' | 'website'>;
  /** MicrosoftAppId, a GUID. */
  readonly botId: string;
  /** https, where residents and Teams reach the service. */
  readonly publicUrl: string;
  /** "1.2.3" */
  readonly version: string;
}

const SCHEMA_VERSION = '1.19';
const SCOPES = ['personal', 'team', 'groupChat'] as const;

/** What staff do most. Titles up to 32 characters, descriptions up to 128. */
const COMMANDS = [
  {
    title: 'What does the notice say about',
    description: 'Add a subject. The answer quotes the published privacy notice.',
  },
  { title: 'Log a request', description: 'Record a data protection request that somebody made to you.' },
  { title: 'Help', description: 'What the assistant can do, and what it cannot.' },
];

/** As the published schema has it: https://developer.microsoft.com/json-schemas/teams/v1.19/MicrosoftTeams.schema.json */
export function manifestOf({ council, botId, publicUrl, version }: ManifestOptions) {
  const about = `${council.shortName} Council’s privacy notice`;
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA_VERSION,
    version,
    id: appIdOf(botId),
    localizationInfo: { defaultLanguageTag: 'en-gb' },
    developer: {
      name: firstWithin(32, council.name, `${council.shortName} Council`, council.shortName),
      websiteUrl: publicUrl,
      privacyUrl: council.noticeUrl,
      termsOfUseUrl: council.website.url,
    },
    name: {
      short: firstWithin(30, `${council.shortName} privacy assistant`, 'Privacy assistant'),
      full: firstWithin(100, `${council.name} privacy assistant`, 'Privacy assistant'),
    },
    description: {
      short: firstWithin(
        80,
        `Answers from ${about}; takes data protection requests.`,
        'Answers from the privacy notice.',
      ),
      full:
        `Answers questions from ${about}, in its own words, and records data protection requests ` +
        'for the Data Protection Officer. It gives no legal advice, and has no access to anybody’s records.',
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1f4e79',
    bots: [botOf(botId)],
    composeExtensions: [{ botId, commands: [SEARCH, IS_IT_A_REQUEST] }],
    validDomains: [new URL(publicUrl).hostname],
  };
}

const botOf = (botId: string) => ({
  botId,
  scopes: SCOPES,
  supportsFiles: false,
  isNotificationOnly: false,
  commandLists: SCOPES.map((scope) => ({ scopes: [scope], commands: COMMANDS })),
});

const SEARCH = {
  id: 'searchNotice',
  type: 'query',
  context: ['compose', 'commandBox'],
  title: 'Search the privacy notice',
  description: 'Find what the notice says, and put it into your message.',
  parameters: [
    { name: 'subject', title: 'Subject', description: 'A word or a question, such as council tax', inputType: 'text' },
  ],
};
const IS_IT_A_REQUEST = {
  id: 'isItARequest',
  type: 'action',
  context: ['message'],
  title: 'Is it a request?',
  description: 'Check whether this message is a data protection request, and log it.',
  fetchTask: true,
};

/** The namespace of URLs in RFC 9562. */
const NAMESPACE = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/** A version 5 UUID: the same for one bot always, so that a new package replaces the old one, and unlike the bot's id. */
export function appIdOf(botId: string): string {
  const name = `council-privacy-assistant/teams/${botId.toLowerCase()}`;
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The first that is short enough, or else the last, cut. */
function firstWithin(most: number, ...names: readonly string[]): string {
  return names.find((name) => name.length <= most) ?? (names.at(-1) ?? '').slice(0, most);
}
