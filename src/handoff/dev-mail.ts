/** What /dev/mail shows in development: the mails that went out or would have. */
import type { OutboxStore } from '../stores/store.js';
import { escapeHtml } from './email-html.js';
import { oneLine } from './plain-characters.js';

/** A mail with its status, as {@link OutboxStore.recent} gives it. */
export type RecentMail = Awaited<ReturnType<OutboxStore['recent']>>[number];

const STATUS_NAMES: Readonly<Record<RecentMail['status'], string>> = {
  waiting: 'Waiting to be sent',
  accepted: 'Accepted by the mail server, or written to a file',
  refused: 'Refused: waits for an operator',
};

/** The list as plain data, newest first. `createdAt` is ISO 8601. */
export function devMailJson(mails: readonly RecentMail[]) {
  return {
    mails: newestFirst(mails).map(({ id, reference, purpose, status, attempts, createdAt, mail }) => ({
      id,
      reference,
      purpose,
      status,
      attempts,
      createdAt: createdAt.toISOString(),
      mail,
    })),
  };
}

/** The list as a whole HTML page, newest first: everything escaped, no script, nothing loaded. */
export function devMailPage(mails: readonly RecentMail[]): string {
  const articles = newestFirst(mails).map(renderMail).join('\n');
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mail (${mails.length}) – development</title>
<style>
body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 Arial, Helvetica, sans-serif; color: #0b0c0c; background: #fff; }
article { border-top: 4px solid #0b0c0c; margin-top: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1rem; }
dt { font-weight: bold; }
dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f3f2f1; padding: 1rem; }
</style>
</head>
<body>
<main>
<h1>Mail</h1>
<p>${mails.length === 0 ? 'No mail yet. Finish a request in the chat, then load this page again.' : 'Newest first. This page is there in development only.'}</p>
${articles}
</main>
</body>
</html>
`;
}

function renderMail({ id, status, attempts, createdAt, mail }: RecentMail): string {
  const heading = `mail-${escapeHtml(oneLine(id))}`;
  const facts: readonly (readonly [string, string])[] = [
    ['To', mail.to],
    ['From', mail.from],
    ...(mail.replyTo === undefined ? [] : [['Reply to', mail.replyTo] as const]),
    ['Status', `${STATUS_NAMES[status]}${attempts > 0 ? ` (attempts: ${attempts})` : ''}`],
    ['Written', createdAt.toISOString()],
    ['Message-ID', mail.messageId],
    ...Object.entries(mail.headers),
  ];
  const attachments = mail.attachments.map(
    ({ filename, content }) =>
      `<details><summary>Attachment: ${escapeHtml(oneLine(filename))}</summary><pre>${escapeHtml(content)}</pre></details>`,
  );
  return `<article aria-labelledby="${heading}">
<h2 id="${heading}">${escapeHtml(oneLine(mail.subject))}</h2>
<dl>
${facts.map(([name, value]) => `<dt>${escapeHtml(oneLine(name))}</dt><dd>${escapeHtml(oneLine(value))}</dd>`).join('\n')}
</dl>
<pre>${escapeHtml(mail.text)}</pre>
${attachments.join('\n')}
</article>`;
}

function newestFirst(mails: readonly RecentMail[]): readonly RecentMail[] {
  return [...mails].sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}
