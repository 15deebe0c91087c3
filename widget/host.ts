/** The widget's one element on the page, with a shadow root that keeps the page's styles out and its own in. */
import css from './launcher.css';
import { adopt } from './shadow.js';
import { LAUNCHER } from './wording.js';

/** The element's name. */
export const HOST = 'privacy-assistant';

export interface Host {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Everything of the widget is in it. */
  readonly region: HTMLElement;
}

/** @param place in a corner over the page, or in its flow. */
export function createHost(place: 'left' | 'right' | 'page'): Host {
  const host = document.createElement(HOST);
  host.className = place;
  const root = host.attachShadow({ mode: 'open' });
  adopt(root, css);
  const region = document.createElement('section');
  region.lang = 'en-GB';
  region.className = place;
  region.setAttribute('aria-label', LAUNCHER.region);
  root.append(region);
  return { host, root, region };
}
