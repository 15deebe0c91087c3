/** What the notice says, in its own words. */
import type { VNode } from 'preact';
import type { Quote } from './content/bot-message.js';
import { safeAddress } from './content/markdown-inline.js';
import { headingsIn, linesIn } from './content/quote-lines.js';
import { withTextFragment } from './content/text-fragment.js';
import { MESSAGE } from './content/wording.js';
import { Link } from './link.js';

export function QuoteFigure({ quote }: { readonly quote: Quote }): VNode {
  const url = quote.url === undefined ? undefined : safeAddress(quote.url);
  return (
    <figure>
      <blockquote cite={url}>
        <Words text={quote.text} />
      </blockquote>
      <figcaption>
        {MESSAGE.quoteFrom} <Section path={quote.section} />
        {url !== undefined && /^https?:/.test(url) && (
          <>
            <br />
            <Link href={withTextFragment(url, quote.text)}>{MESSAGE.readQuote}</Link>
          </>
        )}
      </figcaption>
    </figure>
  );
}

/** Verbatim: no Markdown is read. */
function Words({ text }: { readonly text: string }): VNode {
  const { lead, items } = linesIn(text);
  return (
    <>
      {lead !== undefined && <p>{lead}</p>}
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** "Your rights > Access", read aloud with a pause rather than with "greater than". */
function Section({ path }: { readonly path: string }): VNode {
  return (
    <cite>
      {headingsIn(path).map((heading, index) => (
        <>
          {index > 0 && (
            <>
              <span aria-hidden="true"> › </span>
              <span class="unseen">, </span>
            </>
          )}
          {heading}
        </>
      ))}
    </cite>
  );
}
