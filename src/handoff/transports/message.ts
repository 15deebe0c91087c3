/** A mail in the form that nodemailer takes; the same for every transport that builds a message itself. */
import type { SendMailOptions } from 'nodemailer';
import type { Mail } from '../mail.js';

/** Content is only ever what stands in the mail: nothing is read from a file or fetched. */
export function messageOf(mail: Mail): SendMailOptions {
  return {
    from: mail.from,
    to: mail.to,
    ...(mail.replyTo === undefined ? {} : { replyTo: mail.replyTo }),
    subject: mail.subject,
    messageId: mail.messageId,
    headers: mail.headers,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
