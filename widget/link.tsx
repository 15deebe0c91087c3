/** A link in the conversation. */
import type { ComponentChildren, VNode } from 'preact';
import { MESSAGE } from './content/wording.js';

/**
 * Websites open in a new tab, so that the conversation stays where it is; email addresses and telephone numbers do not.
 * @param href must be safe already.
 */
export function Link({ href, children }: { readonly href: string; readonly children: ComponentChildren }): VNode {
  if (!/^https?:/i.test(href)) return <a href={href}>{children}</a>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children} <span class="quiet">{MESSAGE.newTab}</span>
    </a>
  );
}
