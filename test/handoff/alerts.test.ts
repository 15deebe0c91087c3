import { expect } from 'chai';
import { composeAlert } from '../../src/handoff/alert-mail.js';
import { LATE_AFTER, startAlerts } from '../../src/handoff/alerts.js';
import type { Transport } from '../../src/handoff/mail.js';
import type { Outbox } from '../../src/handoff/outbox.js';
import { createFilesTransport } from '../../src/handoff/transports/files.js';
import { createNotifyTransport } from '../../src/handoff/transports/notify.js';
import { createSmtpTransport } from '../../src/handoff/transports/smtp.js';
import type { Log } from '../../src/log.js';
import { newReference } from '../../src/requests/reference.js';
import type { AlertStore } from '../../src/stores/store.js';
import { MINUTE, OutboxScene, REFERENCE } from './an-outbox.js';
import { NOTIFY_KEY, TEMPLATES } from './notify-server.js';
import { queueRequest } from './queue.js';
import { aRequest, PERSONAL } from './requests.js';

const ON_CALL = 'on-call@council.example';
const RECEIVER = { name: 'the mail server', remedy: 'the server in SMTP_URL' };
const ADDRESSES = { from: 'Chat <chat@council.example>', to: ON_CALL, receiver: RECEIVER };
const HOUR = 60 * MINUTE;
const NEVER = 2 ** 30;

describe('Alerts', () => {
  /** What the server answers to a recipient; undefined: it takes the mail. */
  let refusal: { readonly code: number; readonly to?: string } | undefined;
  let scene: OutboxScene;
  let outbox: Outbox;
  const logged: { readonly level: string; readonly event: string; readonly fields: unknown }[] = [];
  const write =
    (level: string) =>
    (event: string, fields: unknown = {}): void =>
      void logged.push({ level, event, fields });
  const log: Log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };

  beforeEach(async () => {
    logged.splice(0);
    refusal = undefined;
    scene = await OutboxScene.open({
      onRcptTo: ({ address }, _session, done) =>
        refusal && (refusal.to ?? address) === address
          ? done(Object.assign(new Error('no'), { responseCode: refusal.code }))
          : done(),
    });
    outbox = scene.worker();
  });
  afterEach(() => scene.close());

  /** One look, and the mail that comes of it. */
  async function look({ store = scene.stores.alerts, mailed = true } = {}): Promise<void> {
    const now = (): Date => scene.now;
    const mail = mailed ? ADDRESSES : undefined;
    await startAlerts({ store, mail, onMail: () => outbox.nudge(), log, now, everyMs: NEVER }).stop();
    await outbox.drain();
  }
  const alerts = () => scene.server.received.filter(({ recipients: [to] }) => to === ON_CALL).map(({ mail }) => mail);
  const subjects = (): (string | undefined)[] => alerts().map(({ subject }) => subject);
  const errors = (): string[] => logged.filter(({ level }) => level === 'error').map(({ event }) => event);

  it('are not raised while all is well, or for mail that is on its way for less than four hours', async () => {
    refusal = { code: 451, to: 'data.protection@example.gov.uk' };
    await scene.queue();
    await outbox.drain();
    scene.later(LATE_AFTER);
    await look();
    expect([subjects(), logged]).to.deep.equal([[], []]);
  });

  it('are raised for mail that was refused for good, in the log with the remedy and by mail', async () => {
    refusal = { code: 550, to: 'data.protection@example.gov.uk' };
    await scene.queue();
    await outbox.drain();
    await look();
    expect(subjects()).to.deep.equal(['[Privacy assistant] 1 mail refused by the mail server']);
    expect(alerts()[0]?.text)
      .to.contain(`${REFERENCE}: to the Data Protection Officer`)
      .and.to.contain('npm run requests -- resend');
    expect(errors()).to.deep.equal(['mail-stuck']);
    expect(JSON.stringify(logged)).to.contain(`npm run requests -- resend ${REFERENCE}`);
  });

  it('are raised for mail that has waited for more than four hours, once the server takes mail again', async () => {
    refusal = { code: 451 };
    await scene.queue();
    await outbox.drain();
    scene.later(LATE_AFTER + 1);
    await look();
    expect([subjects(), errors()]).to.deep.equal([[], ['mail-stuck']]);
    refusal = undefined;
    scene.later(2 * HOUR);
    await outbox.drain();
    expect(subjects()).to.deep.equal(['[Privacy assistant] 1 mail not sent for four hours or more']);
    expect(await scene.stores.alerts.stuck(scene.now)).to.deep.equal([]);
  });

  it('come once an hour for what is new, and once a day for what is not', async () => {
    refusal = { code: 550, to: 'data.protection@example.gov.uk' };
    const anotherIsRefused = async (): Promise<void> => {
      await scene.queue(newReference());
      await outbox.drain();
    };
    await anotherIsRefused();
    await look();
    await anotherIsRefused();
    scene.later(HOUR - 1);
    await look();
    expect(subjects()).to.have.length(1);
    scene.later(1);
    await look();
    expect(subjects().at(-1)).to.equal('[Privacy assistant] 2 mails refused by the mail server');
    for (let hour = 1; hour < 24; hour += 1) {
      scene.later(HOUR);
      await look();
    }
    expect(subjects()).to.have.length(2);
    scene.later(HOUR);
    await look();
    expect(subjects()).to.have.length(3);
  });

  it('come once, whichever instance looks', async () => {
    refusal = { code: 550, to: 'data.protection@example.gov.uk' };
    await scene.queue();
    await outbox.drain();
    const other = (await scene.secondStores()).alerts;
    await Promise.all([look(), look({ store: other })]);
    expect(subjects()).to.have.length(1);
  });

  it('are in the log alone where there is no mailbox for them', async () => {
    refusal = { code: 550, to: 'data.protection@example.gov.uk' };
    await scene.queue();
    await outbox.drain();
    await look({ mailed: false });
    expect([subjects(), errors()]).to.deep.equal([[], ['mail-stuck']]);
  });

  it('say nothing about anybody, in the mail and in the log', async () => {
    refusal = { code: 550 };
    await queueRequest(scene.stores, aRequest(), scene.now);
    await outbox.drain();
    refusal = undefined;
    await look();
    const [mail] = alerts();
    expect(mail?.text).to.contain(`${REFERENCE}: the acknowledgement to the resident`);
    const everything = JSON.stringify([logged, scene.server.received.map(({ raw }) => raw)]);
    for (const word of PERSONAL) expect(everything).not.to.contain(word);
  });

  const RECEIVERS: readonly (readonly [transport: Transport, subject: string, names: RegExp, not: RegExp])[] = [
    [
      createSmtpTransport({ url: 'smtp://127.0.0.1:2525' }),
      '[Privacy assistant] 1 mail refused by the mail server',
      /DPO_MAILBOX.*MAIL_FROM.*SMTP_URL/,
      /NOTIFY_/,
    ],
    [
      createNotifyTransport({
        apiKey: NOTIFY_KEY,
        templates: { dpo: TEMPLATES.dpo.id, resident: TEMPLATES.resident.id },
      }),
      '[Privacy assistant] 1 mail refused by GOV.UK Notify',
      /DPO_MAILBOX.*NOTIFY_API_KEY.*NOTIFY_TEMPLATE_DPO.*NOTIFY_REPLY_TO_ID/,
      /SMTP_URL|MAIL_FROM|mail server/,
    ],
    [
      createFilesTransport('./data'),
      '[Privacy assistant] 1 mail refused by the folder for mail',
      /DATA_DIR/,
      /SMTP_URL|NOTIFY_|mail server/,
    ],
  ];
  for (const [{ description, receiver }, expected, names, not] of RECEIVERS) {
    it(`name the settings of the way that mail goes: ${description}`, () => {
      const mails = [{ reference: REFERENCE, purpose: 'dpo', why: 'refused', told: false }] as const;
      const { subject, text } = composeAlert('refused', mails, { ...ADDRESSES, receiver });
      expect(subject).to.equal(expected);
      expect(text.replace(/\s+/g, ' ')).to.match(names).and.not.to.match(not);
      expect(text).not.to.contain('purge');
    });
  }

  it('say what is left to do where the address of a resident is wrong', () => {
    const mails = [{ reference: REFERENCE, purpose: 'acknowledgement', why: 'refused', told: false }] as const;
    expect(composeAlert('refused', mails, ADDRESSES).text.replace(/\s+/g, ' ')).to.contain('npm run requests -- purge');
  });

  it('name fifty mails at most, and say how many more there are', () => {
    const mails = Array.from({ length: 53 }, () => ({
      reference: newReference(),
      purpose: 'dpo' as const,
      why: 'late' as const,
      told: false,
    }));
    const { text, subject } = composeAlert('late', mails, ADDRESSES);
    expect(subject).to.contain('53 mails');
    expect(text).to.contain(mails[49]?.reference).and.not.to.contain(mails[50]?.reference);
    expect(text).to.contain('and 3 more: npm run requests -- list');
  });

  it('survive a store that is down', async () => {
    const stuck: AlertStore['stuck'] = () => Promise.reject(new Error('zq@example.com'));
    await look({ store: { ...scene.stores.alerts, stuck } });
    expect(errors()).to.deep.equal(['alert-fault']);
    expect(JSON.stringify(logged)).not.to.contain('zq@');
  });
});
