/** One entry of the transcript, with its speaker. */
import type { VNode } from 'preact';
import { Choices } from './choices.js';
import { Markdown } from './markdown.js';
import type { BotMessage, Entry, OwnMessage } from './message.js';
import { QuoteFigure } from './quotes.js';
import { MESSAGE, PANEL } from './wording.js';

export interface EntryProps {
  readonly entry: Entry;
  /** What the person said next; "" where only a new conversation followed. Undefined: nothing yet. */
  readonly answer: string | undefined;
  /** The same, but for what was said of answers; that does not answer anything else. */
  readonly reply: string | undefined;
  choose(value: string): void;
  /** Undefined where nothing more can be sent. */
  readonly retry: ((message: OwnMessage) => void) | undefined;
}

export function EntryView({ entry, answer, reply, choose, retry }: EntryProps): VNode {
  switch (entry.by) {
    case 'assistant':
      return <FromAssistant message={entry} answer={answer} reply={reply} choose={choose} />;
    case 'you':
      return <FromYou message={entry} retry={retry} />;
    case 'divider':
      return <p class="divider">{PANEL.divider}</p>;
  }
}

type FromAssistantProps = Pick<EntryProps, 'answer' | 'reply' | 'choose'> & { readonly message: BotMessage };

function FromAssistant({ message, answer, reply, choose }: FromAssistantProps): VNode {
  const isSafety = message.kind === 'safety';
  return (
    <div class={isSafety ? 'message assistant safety' : 'message assistant'}>
      <p class="speaker">
        {MESSAGE.assistant}
        <span class="unseen">: </span>
      </p>
      {message.sent && <Sent {...message.sent} />}
      <div class="bubble">
        {isSafety && (
          <p class="important">
            <strong>{MESSAGE.important}</strong>
          </p>
        )}
        {message.isMarkdown ? <Markdown text={message.text} /> : <p class="as-typed">{message.text}</p>}
        {message.quotes.map((quote) => (
          <QuoteFigure quote={quote} />
        ))}
      </div>
      {message.feedback && (
        <Choices
          choices={[
            { title: MESSAGE.yes, value: message.feedback.yes },
            { title: MESSAGE.no, value: message.feedback.no },
          ]}
          question={MESSAGE.helpful}
          answer={answer}
          choose={choose}
        />
      )}
      {message.choices.length > 0 && <Choices choices={message.choices} answer={reply} choose={choose} />}
    </div>
  );
}

/** As the Design System's confirmation panel: what happened, and the reference to keep. */
function Sent({ reference, isComplaint }: NonNullable<BotMessage['sent']>): VNode {
  return (
    <div class="sent">
      <p class="sent-title">{isComplaint ? MESSAGE.complaintSent : MESSAGE.requestSent}</p>
      <p>
        {MESSAGE.reference}
        <br />
        <strong>{reference}</strong>
      </p>
    </div>
  );
}

function FromYou({ message, retry }: { readonly message: OwnMessage; readonly retry: EntryProps['retry'] }): VNode {
  const { delivery, text } = message;
  const isStuck = delivery === 'waiting' || delivery === 'failed';
  return (
    <div class={isStuck ? 'message you stuck' : 'message you'}>
      <p class="speaker">
        {MESSAGE.you}
        <span class="unseen">: </span>
      </p>
      <div class="bubble">
        <p class="as-typed">{text}</p>
      </div>
      {isStuck && (
        <p class="delivery">
          {MESSAGE[delivery]}
          {retry && (
            <>
              {' '}
              <button type="button" class="as-link" onClick={() => retry(message)}>
                {MESSAGE.retry}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}
