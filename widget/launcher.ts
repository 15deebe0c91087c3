/**
 * The entry of widget.js: a button in the corner of the page, and nothing else until somebody presses it. No network,
 * no cookie, no storage, no global name.
 */
import { installFullPage } from './full-page.js';
import { createHost, HOST } from './host.js';
import { readOptions, type Options } from './options.js';
import { loadPanel } from './panel-loader.js';
import type { Panel } from './panel.js';
import { STORAGE_KEY } from './storage.js';
import { LAUNCHER } from './wording.js';

/** Only a slow network is worth words. Milliseconds. */
const OPENING_AFTER_MS = 400;

const script = document.currentScript;
if (script instanceof HTMLScriptElement && 'HTMLDialogElement' in window) {
  const options = readOptions(script);
  // A task of its own, after the page's: nothing that the page does is held up for long.
  const installSoon = (): void => void setTimeout(() => install(options));
  if (document.body) installSoon();
  else document.addEventListener('DOMContentLoaded', installSoon);
}

function install(options: Options): void {
  // A page that names the script twice gets one button.
  if (document.querySelector(HOST)) return;
  // The forms are there, and stay where this fails.
  if (options.page !== undefined) void installFullPage(options, options.page).catch(() => undefined);
  else installButton(options);
}

function installButton(options: Options): void {
  const { host, root, region } = createHost(options.side);
  const button = createButton(options.heading);
  const problem = document.createElement('p');
  problem.setAttribute('role', 'alert');
  region.append(problem, button.element);
  document.body.append(host);

  const open = createOpener({ options, root, region, button, problem });
  button.element.addEventListener('click', () => void open(true));
  if (options.isOpen) void open(false);
  else if (wasOpen()) void open(true);
}

/** Opens the panel, which is fetched the first time. */
type Opener = (takeFocus: boolean) => Promise<void>;

function createOpener(parts: {
  readonly options: Options;
  readonly root: ShadowRoot;
  readonly region: HTMLElement;
  readonly button: LauncherButton;
  readonly problem: HTMLElement;
}): Opener {
  const { options, root, region, button, problem } = parts;
  let panel: Panel | undefined;
  let isOpening = false;
  return async (takeFocus) => {
    if (isOpening) return;
    isOpening = true;
    problem.textContent = '';
    const slow = setTimeout(() => button.say(LAUNCHER.opening), OPENING_AFTER_MS);
    try {
      panel ??= await (
        await loadPanel(options.base)
      ).createPanel({
        options,
        root,
        region,
        closed(returnFocus) {
          button.element.hidden = false;
          if (returnFocus) button.element.focus();
        },
        gone() {
          panel = undefined;
        },
      });
      panel.open(takeFocus);
      button.element.hidden = true;
    } catch {
      problem.textContent = LAUNCHER.failed;
    }
    clearTimeout(slow);
    button.say(options.heading);
    isOpening = false;
  };
}

/** After a reload only: whoever comes to a page for the first time, or goes on to another one, finds it closed. */
function wasOpen(): boolean {
  try {
    const [navigation] = performance.getEntriesByType('navigation');
    const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
    return isReload && (sessionStorage.getItem(STORAGE_KEY)?.includes('"open":true') ?? false);
  } catch {
    return false;
  }
}

interface LauncherButton {
  readonly element: HTMLButtonElement;
  say(label: string): void;
}

function createButton(label: string): LauncherButton {
  const element = document.createElement('button');
  element.type = 'button';
  element.setAttribute('aria-haspopup', 'dialog');
  const words = document.createElement('span');
  words.textContent = label;
  element.append(createIcon(), words);
  return {
    element,
    say(text) {
      // Shorter words must not move what stands under somebody's finger.
      element.style.minWidth = `${element.getBoundingClientRect().width}px`;
      words.textContent = text;
    },
  };
}

/** A speech bubble with two lines in it. */
function createIcon(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute(
    'd',
    'M4 3h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4.5V17H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zm2 4v2h12V7zm0 4v2h8v-2z',
  );
  svg.append(path);
  return svg;
}
