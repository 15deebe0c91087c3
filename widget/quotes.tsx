/** What the notice says, in its own words. */
import type { VNode } from 'preact';
import { Link } from './link.js';
import { safeAddress } from './markdown-inline.js';
import type { Quote } from './message.js';
import { withTextFragment } from './text-fragment.js';
import { MESSAGE } from './wording.js';

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

/** Verbatim: no Markdown is read. Several lines are list items, but for a first one that leads up to them. */
function Words({ text }: { readonly text: string }): VNode {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter(Boolean);
  if (lines.length < 2) return <p>{lines[0]}</p>;
  const [lead, items] = lines[0]?.endsWith(':') ? [lines[0], lines.slice(1)] : [undefined, lines];
  return (
    <>
      {lead !== undefined && <p>{lead}</p>}
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </>
  );
}

/** "Your rights > Access", read aloud with a pause rather than with "greater than". */
function Section({ path }: { readonly path: string }): VNode {
  return (
    <cite>
      {path.split(' > ').map((heading, index) => (
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
