/** The app package for Teams, as `npm run teams:package` writes it. */
import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect } from 'chai';
import { strFromU8, unzipSync } from 'fflate';
import { ConfigError } from '../../src/config.js';
import { appIdOf, manifestOf } from '../../tools/teams/manifest.js';
import { writeTeamsPackage } from '../../tools/teams/package.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BOT_ID = 'b00f7d57-6d4a-4d7a-9b77-1e6f1f3f6b11';
const ENV = { MicrosoftAppId: BOT_ID, PUBLIC_URL: 'https://privacy.example.gov.uk' };
const VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;

type Manifest = ReturnType<typeof manifestOf>;

/** The schema that Microsoft publishes, out of its own package. */
function faultsOf(manifest: Manifest): unknown {
  const file = join(
    createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'),
    `../build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`,
  );
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  // It says draft 4, of which it uses nothing that later drafts changed.
  const { $schema: _draft, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const validate = ajv.compile(schema);
  return validate(manifest) ? [] : validate.errors;
}

describe('the app package for Teams', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'teams-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (env: Readonly<Record<string, string | undefined>> = ENV): Record<string, Uint8Array> =>
    unzipSync(readFileSync(writeTeamsPackage({ root: ROOT, env, folder })));
  const manifestIn = (files: Record<string, Uint8Array>): Manifest =>
    JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;

  it('is a zip of the manifest and two icons, named for the council', () => {
    expect(writeTeamsPackage({ root: ROOT, env: ENV, folder })).to.equal(join(folder, 'barnet.zip'));
    expect(Object.keys(write()).sort()).to.deep.equal(['color.png', 'manifest.json', 'outline.png']);
  });

  it('has a manifest that Microsoft’s schema allows', () => {
    expect(faultsOf(manifestIn(write()))).to.deep.equal([]);
  });

  it('would be told by the schema of a name that is too long', () => {
    const manifest = manifestIn(write());
    const long = { ...manifest, name: { ...manifest.name, short: 'x'.repeat(31) } };
    expect(faultsOf(long)).to.have.nested.property('[0].instancePath', '/name/short');
  });

  it('names the council, its notice and the service’s own address', () => {
    const manifest = manifestIn(write());
    expect(manifest).to.deep.include({ version: VERSION, validDomains: ['privacy.example.gov.uk'] });
    expect(manifest.developer).to.deep.equal({
      name: 'London Borough of Barnet',
      websiteUrl: 'https://privacy.example.gov.uk',
      privacyUrl: 'https://www.barnet.gov.uk/your-council/policies-plans-and-performance/privacy-notices',
      termsOfUseUrl: 'https://www.barnet.gov.uk',
    });
    expect(manifest.name.short).to.equal('Barnet privacy assistant');
  });

  it('offers the bot everywhere, a search of the notice, and a look at a message', () => {
    const { bots, composeExtensions } = manifestIn(write());
    expect(bots[0]).to.deep.include({ botId: BOT_ID, scopes: ['personal', 'team', 'groupChat'] });
    expect(bots[0]?.commandLists.map(({ scopes }) => scopes)).to.deep.equal([['personal'], ['team'], ['groupChat']]);
    const [search, action] = composeExtensions[0]?.commands ?? [];
    expect(search).to.include({ id: 'searchNotice', type: 'query' }).and.have.property('parameters').with.lengthOf(1);
    expect(action).to.deep.include({ id: 'isItARequest', type: 'action', context: ['message'], fetchTask: true });
  });

  for (const [name, side] of [
    ['color.png', 192],
    ['outline.png', 32],
  ] as const)
    it(`has ${name} of ${side} by ${side} pixels`, () => {
      const png = Buffer.from(write()[name] ?? []);
      expect(png.subarray(1, 4).toString('latin1')).to.equal('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).to.deep.equal([side, side]);
    });

  it('keeps its id for one bot, however that is written, and has another for another bot', () => {
    expect(appIdOf(BOT_ID)).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(appIdOf(BOT_ID.toUpperCase())).to.equal(appIdOf(BOT_ID)).and.not.equal(BOT_ID);
    expect(appIdOf('11111111-2222-4333-8444-555555555555')).to.not.equal(appIdOf(BOT_ID));
    expect(manifestIn(write()).id).to.equal(appIdOf(BOT_ID));
  });

  it('is the same, byte for byte, when it is built again', () => {
    const read = (): Buffer => readFileSync(writeTeamsPackage({ root: ROOT, env: ENV, folder }));
    expect(read().equals(read())).to.equal(true);
  });

  it('fits the schema for a council with a very long name', () => {
    const long = 'The Metropolitan Borough Council of Somewhere upon a River that has a Long Name';
    const council = {
      name: long,
      shortName: long,
      noticeUrl: 'https://a.example',
      website: { title: 'A', url: 'https://a.example' },
    };
    expect(
      faultsOf(manifestOf({ council, botId: BOT_ID, publicUrl: 'https://a.example', version: '1.0.0' })),
    ).to.deep.equal([]);
  });

  const REFUSED: Readonly<Record<string, readonly [Readonly<Record<string, string>>, readonly string[]]>> = {
    'nothing is set': [{}, ['MicrosoftAppId is missing: ', 'PUBLIC_URL is missing: ']],
    'what is set is empty': [
      { MicrosoftAppId: ' ', PUBLIC_URL: '' },
      ['MicrosoftAppId is missing: ', 'PUBLIC_URL is missing: '],
    ],
    'both are wrong': [
      { MicrosoftAppId: 'my-bot', PUBLIC_URL: 'http://a.example' },
      ['MicrosoftAppId: ', 'PUBLIC_URL: '],
    ],
    'the address is not https': [{ ...ENV, PUBLIC_URL: 'http://a.example' }, ['PUBLIC_URL: ']],
  };
  for (const [when, [env, begins]] of Object.entries(REFUSED))
    it(`says all that is missing or wrong at once where ${when}`, () => {
      let fault: unknown;
      try {
        write(env);
      } catch (error) {
        fault = error;
      }
      expect(fault).to.be.instanceOf(ConfigError);
      const { faults } = fault as ConfigError;
      expect(faults.map((line, at) => line.startsWith(begins[at] ?? '-'))).to.deep.equal(begins.map(() => true));
      expect(faults.every((line) => line.includes('set it to'))).to.equal(true);
    });

  it('says which file is missing for a council that is not there', () => {
    expect(() => write({ ...ENV, COUNCIL: 'nowhere' })).to.throw('knowledge/nowhere/council.yaml');
  });
});
