/** What a page may choose, as `data-` attributes of the script's tag. */
import { LAUNCHER } from './wording.js';

export interface Options {
  /** Where the widget was loaded from, with a slash at the end: the service is there, too. */
  readonly base: string;
  /** `data-heading`: on the launcher and above the conversation. */
  readonly heading: string;
  /** `data-position="left"`: in the left corner rather than in the right one. */
  readonly side: 'left' | 'right';
  /** `data-open="true"`: opens with the page. */
  readonly isOpen: boolean;
  /** `data-links="false"`: no links to the service's other pages, as where the council has its own. */
  readonly hasLinks: boolean;
  /** `data-page="id"`: no button; the conversation takes the place of this element of the service's own page. */
  readonly page?: string;
}

/** Reads them; what is missing or unknown is as usual. */
export function readOptions(script: { readonly src: string; readonly dataset: DOMStringMap }): Options {
  const { heading, position, open, links, page } = script.dataset;
  return {
    base: new URL('.', script.src).href,
    heading: heading?.trim() || LAUNCHER.label,
    side: position === 'left' ? 'left' : 'right',
    isOpen: open === 'true',
    hasLinks: links !== 'false',
    ...(page ? { page } : {}),
  };
}
