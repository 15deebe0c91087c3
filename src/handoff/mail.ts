/** A mail, before any transport has touched it. */
import { z } from 'zod';

export const mailSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  replyTo: z.string().optional(),
  subject: z.string(),
  /** With angle brackets. Derived from the reference, so that a repeat is recognisable. */
  messageId: z.string(),
  /** Further headers by name: X-Privacy-Request … */
  headers: z.record(z.string(), z.string()),
  text: z.string(),
  html: z.string(),
  attachments: z.array(z.strictObject({ filename: z.string(), contentType: z.string(), content: z.string() })),
});
export type Mail = z.infer<typeof mailSchema>;

/** How a transport answered. `answer` is the server's last line, for the request's history. */
export type Delivery =
  | { readonly outcome: 'accepted'; readonly answer: string }
  /** It may work later: no connection, time-out, a server that refuses for now, or a setting to be put right. */
  | { readonly outcome: 'retry'; readonly answer: string }
  /** It never will: the server refuses this very mail. */
  | { readonly outcome: 'refused'; readonly answer: string };

/** Who takes the mail from here on, for operators who have to put something right. */
export interface Receiver {
  /** As in "refused by …". */
  readonly name: string;
  /** Where to look for what is wrong, as in "Put right what they name: …". */
  readonly remedy: string;
}

/** Takes one mail to where it goes. Never throws for what a server or a disk does: that is an outcome. */
export interface Transport {
  /** For the start-up message: "SMTP mail.example:587", "GOV.UK Notify (…)", "files under ./data/mail". No secret. */
  readonly description: string;
  readonly receiver: Receiver;
  deliver(mail: Mail): Promise<Delivery>;
  /** Deletes what it keeps of mails that were delivered before `before`; returns how many. Missing where it keeps none. */
  readonly deleteBefore?: (before: Date) => Promise<number>;
  close(): Promise<void>;
}
