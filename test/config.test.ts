import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { ConfigError, environmentSchema, readConfig } from '../src/config.js';

type Variables = Record<string, string>;

/** A set-up that production accepts. */
const PRODUCTION: Variables = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://privacy.example.gov.uk',
  SMTP_URL: 'smtp://mail.example.gov.uk:587',
  MAIL_FROM: 'privacy@example.gov.uk',
  ENCRYPTION_KEYS: `2026-11:${Buffer.alloc(32, 7).toString('base64')}`,
  DIRECT_LINE_SECRET: 'thirty-two characters, or more of them',
  MicrosoftAppId: 'an-id',
  MicrosoftAppPassword: 'a-password',
  MicrosoftAppTenantId: 'a-tenant',
};
/** What GOV.UK Notify needs. */
const NOTIFY: Variables = {
  NOTIFY_API_KEY: 'a key-4f7d9f1e-7b0a-4b8a-9a55-0c8e0d3c1a01-5a1d2c3b-6e7f-4a8b-8c9d-0e1f2a3b4c02',
  NOTIFY_TEMPLATE_DPO: '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c03',
  NOTIFY_TEMPLATE_RESIDENT: '1b2c3d4e-5f60-4718-8293-a4b5c6d7e804',
};
const without = (...names: string[]): Variables =>
  Object.fromEntries(Object.entries(PRODUCTION).filter(([name]) => !names.includes(name)));

function faultsOf(env: Variables): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}
const namesIn = (faults: readonly string[]): string[] => faults.map((fault) => /^\w+/.exec(fault)?.[0] ?? '');

describe('the configuration', () => {
  it('needs nothing in development', () => {
    expect(readConfig({})).to.include({ NODE_ENV: 'development', PORT: 3978, COUNCIL: 'barnet', DATA_DIR: './data' });
  });

  it('takes an empty value for none', () => {
    expect(readConfig({ PORT: '', SMTP_URL: ' ' })).to.deep.equal(readConfig({}));
  });

  it('leaves alone what is not its own', () => {
    expect(readConfig({ HOME: '/root', PATH: '/bin' })).to.deep.equal(readConfig({}));
  });

  it('reads lists, keys and switches', () => {
    const config = readConfig({
      ...PRODUCTION,
      ALLOWED_ORIGINS: 'https://a.gov.uk/, https://b.gov.uk',
      DEMO_PAGE: 'on',
    });
    expect(config.ALLOWED_ORIGINS).to.deep.equal(['https://a.gov.uk', 'https://b.gov.uk']);
    expect(config.ENCRYPTION_KEYS).to.deep.equal([{ id: '2026-11', key: Buffer.alloc(32, 7) }]);
    expect(config.DEMO_PAGE).to.equal(true);
  });

  it('passes unfinished requests on after a day, or after the hours that it is told', () => {
    expect(readConfig({}).UNFINISHED_AFTER_HOURS).to.equal(24);
    for (const hours of [1, 48, 168])
      expect(readConfig({ UNFINISHED_AFTER_HOURS: String(hours) }).UNFINISHED_AFTER_HOURS).to.equal(hours);
  });

  it('reports every fault at once', () => {
    const faults = faultsOf({ PORT: 'http', COUNCIL: '../etc', LOG_LEVEL: 'loud', DPO_MAILBOX: 'nobody' });
    expect(namesIn(faults)).to.have.members(['PORT', 'COUNCIL', 'LOG_LEVEL', 'DPO_MAILBOX']);
    expect(new ConfigError(faults).message.split('\n')).to.have.length(5);
  });
});

describe('a value that cannot be used', () => {
  const SECRET = 'hunter2';
  const key = PRODUCTION['ENCRYPTION_KEYS'] ?? '';
  for (const [name, value, remedy] of [
    ['NODE_ENV', 'prod', 'production'],
    ['PORT', 'http', 'a whole number from 0 to 65535'],
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['PORT', '0x10', 'a whole number from 0 to 65535'],
    ['COUNCIL', '../etc', 'a folder under knowledge/'],
    ['PUBLIC_URL', 'privacy.example.gov.uk', 'https://privacy.example.gov.uk'],
    ['PUBLIC_URL', 'ftp://privacy.example.gov.uk', 'https://privacy.example.gov.uk'],
    ['DEMO_PAGE', 'perhaps', 'on or off'],
    ['DATABASE_URL', `mysql://u:${SECRET}@db`, 'postgres://'],
    ['SMTP_URL', `https://u:${SECRET}@mail`, 'smtp://'],
    ['SMTP_URL', 'smtp://', 'smtp://user:password@host:587'],
    ['MAIL_FROM', 'me', 'privacy@example.gov.uk'],
    ['MAIL_FROM', 'Privacy <nobody>', 'privacy@example.gov.uk'],
    ['DPO_MAILBOX', 'nobody', 'data.protection@example.gov.uk'],
    ['NOTIFY_TEMPLATE_DPO', 'dpo-template', '32 letters and digits'],
    ['NOTIFY_TEMPLATE_RESIDENT', '9a8b7c6d', '32 letters and digits'],
    ['NOTIFY_REPLY_TO_ID', 'data.protection@example.gov.uk', '32 letters and digits'],
    ['ENCRYPTION_KEYS', SECRET, 'id:base64'],
    ['ENCRYPTION_KEYS', ',', 'id:base64'],
    ['ENCRYPTION_KEYS', `${key},${key}`, 'two keys'],
    ['DIRECT_LINE_SECRET', SECRET, 'at least 32'],
    ['ALLOWED_ORIGINS', 'www.example.gov.uk', 'https://www.example.gov.uk'],
    ['ALLOWED_ORIGINS', 'https://www.example.gov.uk/page', 'https://www.example.gov.uk'],
    ['AZURE_BOT_SERVICE', 'perhaps', 'on or off'],
    ['MicrosoftAppType', 'Tenant', 'SingleTenant'],
    ['RATE_LIMIT_MESSAGES', '-1', 'a whole number'],
    ['RATE_LIMIT_CONVERSATIONS', 'some', 'a whole number'],
    ['UNFINISHED_AFTER_HOURS', '0', 'from 1 to 168'],
    ['UNFINISHED_AFTER_HOURS', '169', 'from 1 to 168'],
    ['UNFINISHED_AFTER_HOURS', '1.5', 'from 1 to 168'],
    ['UNFINISHED_AFTER_HOURS', 'a day', 'from 1 to 168'],
    ['LOG_LEVEL', 'loud', 'info'],
  ] as const)
    it(`is refused with its remedy: ${name}=${value.replace(key, 'a-key')}`, () => {
      const faults = faultsOf({ [name]: value });
      expect(namesIn(faults)).to.deep.equal([name]);
      expect(faults[0])
        .to.contain(remedy)
        .and.not.match(/NaN|expected|Invalid/);
      expect(faults[0]).not.to.contain(SECRET);
    });
});

describe('GOV.UK Notify', () => {
  it('needs nothing but its key and templates in development', () => {
    expect(faultsOf(NOTIFY)).to.deep.equal([]);
    expect(readConfig({ ...NOTIFY, NOTIFY_REPLY_TO_ID: NOTIFY['NOTIFY_TEMPLATE_DPO'] ?? '' })).to.include(NOTIFY);
  });

  for (const name of ['NOTIFY_TEMPLATE_DPO', 'NOTIFY_TEMPLATE_RESIDENT'])
    it(`does not start with a key and without ${name}`, () => {
      expect(namesIn(faultsOf({ ...NOTIFY, [name]: '' }))).to.deep.equal([name]);
    });

  it('does not start beside a mail server: nobody could tell which way mail goes', () => {
    const [fault, ...more] = faultsOf({ ...NOTIFY, SMTP_URL: 'smtp://mail.example.gov.uk' });
    expect(fault).to.match(/NOTIFY_API_KEY and SMTP_URL are both set/);
    expect(more).to.deep.equal([]);
  });

  for (const key of ['hunter2', NOTIFY['NOTIFY_API_KEY']?.replace('a key-', '') ?? '', `${NOTIFY['NOTIFY_API_KEY']}x`])
    it(`does not start with a key that was not copied as a whole: ${key.length} characters`, () => {
      const [fault, ...more] = faultsOf({ ...NOTIFY, NOTIFY_API_KEY: key });
      expect(fault).to.match(/^NOTIFY_API_KEY: .*its name included/);
      expect(fault).not.to.contain(key);
      expect(more).to.deep.equal([]);
    });
});

describe('production', () => {
  it('starts with all that it needs', () => {
    expect(faultsOf(PRODUCTION)).to.deep.equal([]);
  });

  it('refuses to start with nothing, naming all that is missing', () => {
    expect(namesIn(faultsOf({ NODE_ENV: 'production' }))).to.have.members([
      'PUBLIC_URL',
      'MAIL_FROM',
      'ENCRYPTION_KEYS',
      'DIRECT_LINE_SECRET',
      'SMTP_URL',
      'MicrosoftAppId',
      'MicrosoftAppPassword',
      'MicrosoftAppTenantId',
    ]);
  });

  for (const name of Object.keys(without('NODE_ENV')))
    it(`refuses to start without ${name}, whatever else is wrong`, () => {
      expect(namesIn(faultsOf(without(name)))).to.deep.equal([name]);
      expect(namesIn(faultsOf({ ...without(name), PORT: 'http' }))).to.have.members([name, 'PORT']);
    });

  it('takes GOV.UK Notify in place of a mail server, whose sender it does not need then', () => {
    const config = readConfig({ ...without('SMTP_URL', 'MAIL_FROM'), ...NOTIFY });
    expect(config).to.include(NOTIFY);
  });

  const ids = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId'];
  for (const [given, needs] of [
    [{ AZURE_BOT_SERVICE: 'off' }, []],
    [{ AZURE_BOT_SERVICE: 'off', PORT: 'http' }, ['PORT']],
    [{ MicrosoftAppType: 'UserAssignedMSI' }, ['MicrosoftAppId', 'MicrosoftAppTenantId']],
    [{ MicrosoftAppType: 'MultiTenant' }, ['MicrosoftAppId', 'MicrosoftAppPassword']],
  ] as const)
    it(`asks for ${needs.join(', ') || 'no registration'} with ${JSON.stringify(given)}`, () => {
      expect(namesIn(faultsOf({ ...without(...ids), ...given }))).to.have.members([...needs]);
    });
});

/** The variables of a file of settings: each with the comment above it. */
function settingsIn(text: string): { name: string; value: string; comment: string }[] {
  return text.split(/\n{2,}/).flatMap((block) => {
    const lines = block.trim().split('\n');
    const [, name, value] = /^#?(\w+)=(.*)$/.exec(lines.at(-1) ?? '') ?? [];
    const comment = lines
      .slice(0, -1)
      .map((line) => line.replace(/^# ?/, ''))
      .join(' ');
    return name === undefined || value === undefined ? [] : [{ name, value, comment }];
  });
}

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const settings = settingsIn(text);
  const schema = environmentSchema.shape;
  const defaults: Readonly<Record<string, unknown>> = environmentSchema.parse({});

  it('names each setting of the schema, once, in its order, and no other', () => {
    expect(settings.map(({ name }) => name)).to.deep.equal(Object.keys(schema));
  });

  it('sets nothing, so that it works as it stands', () => {
    expect(text.split('\n').filter((line) => line && !line.startsWith('#'))).to.deep.equal([]);
  });

  it('has only values that can be used once they are no longer commented out', () => {
    expect(faultsOf(Object.fromEntries(settings.map(({ name, value }) => [name, value])))).to.deep.equal([]);
  });

  it('has no secret that somebody might keep', () => {
    const secrets = /KEY|SECRET|Password/;
    for (const { name, value } of settings) if (secrets.test(name)) expect(value, name).to.equal('');
  });

  it('tells which settings production needs', () => {
    const marked = settings.filter(({ comment }) => comment.includes('Needed in production'));
    expect(marked.map(({ name }) => name)).to.have.members(namesIn(faultsOf({ NODE_ENV: 'production' })));
  });

  for (const { name, value, comment } of settings)
    it(`explains ${name}, and gives its default or what happens without it`, () => {
      const [explanation, stated] = comment.split(/\bDefault: /);
      expect(explanation).to.match(/^\S.{15,}/);
      if (defaults[name] === undefined) {
        expect(stated).to.equal(undefined);
        expect(comment).to.contain('Without it: ');
        return;
      }
      const meant = { [name]: stated === 'empty' ? '' : stated };
      expect(readConfig(meant)).to.deep.equal(readConfig({}));
      expect(stated).to.equal(value || 'empty');
    });
});
