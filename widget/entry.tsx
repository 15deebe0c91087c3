/** One entry of the transcript, with its speaker. */
import type { ComponentChildren, VNode } from 'preact';
import { Choices } from './choices.js';
import { questionIn, type BotMessage } from './content/bot-message.js';
import { MESSAGE } from './content/wording.js';
import { Link } from './link.js';
import { Markdown } from './markdown.js';
import type { Entry, OwnMessage } from './message.js';
import { QuoteFigure } from './quotes.js';
import { Summary } from './summary.js';
import { DELIVERY, PANEL } from './wording.js';

export interface EntryProps {
  readonly entry: Entry;
  /** What the person said next; "" where only a new conversation followed. Undefined: nothing yet. */
  readonly answer: string | undefined;
  /** The same, but for what was said of answers; that does not answer anything else. */
  readonly reply: string | undefined;
  /** Of the page that lists every answer: "https://privacy.example.gov.uk/answers". Undefined: it is not linked to. */
  readonly answersUrl: string | undefined;
  choose(value: string): void;
  /** Undefined where nothing more can be sent. */
  readonly retry: ((message: OwnMessage) => void) | undefined;
}

export function EntryView({ entry, retry, ...props }: EntryProps): VNode {
  switch (entry.by) {
    case 'assistant':
      return <FromAssistant message={entry} {...props} />;
    case 'you':
      return <FromYou message={entry} retry={retry} />;
    case 'divider':
      return <p class="divider">{PANEL.divider}</p>;
  }
}

type FromAssistantProps = Omit<EntryProps, 'entry' | 'retry'> & { readonly message: BotMessage };

function FromAssistant({ message, answer, reply, answersUrl, choose }: FromAssistantProps): VNode {
  const { kind, sent, feedback, choices, summary, step } = message;
  const isSafety = kind === 'safety';
  return (
    <div class={isSafety ? 'message assistant safety' : 'message assistant'}>
      <Speaker name={MESSAGE.assistant} />
      {sent && <Sent {...sent} />}
      <div class="bubble">
        {isSafety && (
          <p class="important">
            <strong>{MESSAGE.important}</strong>
          </p>
        )}
        <Words message={message} />
        {summary.length > 0 && <Summary rows={summary} isOver={reply !== undefined} choose={choose} />}
        <Quotes message={message} answersUrl={answersUrl} />
      </div>
      {feedback && <Helpful {...feedback} answer={answer} choose={choose} />}
      {choices.length > 0 && (
        <Choices
          choices={choices}
          answer={reply}
          hasMain={step === 'checkAnswers' && summary.length > 0}
          choose={choose}
        />
      )}
    </div>
  );
}

/** The notice's own words, and where the answer stands among others. */
function Quotes({ message, answersUrl }: Pick<FromAssistantProps, 'message' | 'answersUrl'>): VNode | null {
  const { quotes, entry } = message;
  if (quotes.length === 0) return null;
  return (
    <>
      {quotes.map((quote) => (
        <QuoteFigure quote={quote} />
      ))}
      {entry !== undefined && answersUrl !== undefined && (
        <p class="see">
          <Link href={`${answersUrl}#${entry}`}>{MESSAGE.seeAnswer}</Link>
        </p>
      )}
    </>
  );
}

type HelpfulProps = NonNullable<BotMessage['feedback']> & Pick<EntryProps, 'answer' | 'choose'>;

function Helpful({ yes, no, answer, choose }: HelpfulProps): VNode {
  const choices = [
    { title: MESSAGE.yes, value: yes },
    { title: MESSAGE.no, value: no },
  ];
  return <Choices choices={choices} question={MESSAGE.helpful} answer={answer} choose={choose} />;
}

/** What is said; the question of a step stands by itself, so that nobody has to look for it. */
function Words({ message }: { readonly message: BotMessage }): VNode {
  if (!message.isMarkdown) return <p class="as-typed">{message.text}</p>;
  const { before, question, after } = questionIn(message);
  const { progress } = message;
  return (
    <>
      {before !== '' && (
        <div class={question === undefined ? 'words' : 'words leading'}>
          <Markdown text={before} />
        </div>
      )}
      {progress && <p class="progress">{MESSAGE.progress(progress.question, progress.of)}</p>}
      {question !== undefined && (
        <div class="question">
          <Markdown text={question} />
        </div>
      )}
      {after !== '' && <Markdown text={after} />}
    </>
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
      <Speaker name={MESSAGE.you} />
      <div class="bubble">
        <p class="as-typed">{text}</p>
      </div>
      {isStuck && (
        <p class="delivery">
          {DELIVERY[delivery]}
          {retry && (
            <>
              {' '}
              <button type="button" class="as-link" onClick={() => retry(message)}>
                {DELIVERY.retry}
              </button>
            </>
          )}
        </p>
      )}
    </div>
  );
}

/** With a colon for those who hear it. */
function Speaker({ name }: { readonly name: ComponentChildren }): VNode {
  return (
    <p class="speaker">
      {name}
      <span class="unseen">: </span>
    </p>
  );
}
