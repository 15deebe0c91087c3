/** The entry of the panel, which is fetched when somebody opens it. */
import { render } from 'preact';
import { Chat } from './chat.js';
import type { Writing } from './composer-field.js';
import { createPanelDialog, focusedIn, type PanelDialog } from './dialog.js';
import type { Options } from './options.js';
import { PanelView } from './panel-view.js';
import { adopt } from './shadow.js';
import { forget, recall, remember, type Remembered } from './storage.js';
import css from './style.css';
import { openWebSocket } from './web-socket.js';

export interface PanelParts {
  readonly options: Options;
  readonly root: ShadowRoot;
  /** The panel goes into it. */
  readonly region: HTMLElement;
  /** Written before the panel was there. */
  readonly draft?: string;
  /** @param returnFocus whether the focus was in the panel, and has to go somewhere. */
  closed(returnFocus: boolean): void;
}

export interface Panel {
  /** @param takeFocus as if somebody asked for it; not where the page opens it by itself. */
  open(takeFocus: boolean): void;
}

/** Makes the panel, closed, and begins the conversation or comes back to it. */
export function createPanel(parts: PanelParts): Panel {
  return new ChatPanel(parts);
}

class ChatPanel implements Panel {
  private readonly dialog: HTMLDialogElement;
  private readonly placed: PanelDialog;
  private readonly chat: Chat;
  private readonly input: Writing = { current: null };
  private isOpen = false;
  private isDrawingDue = false;
  private kept: Omit<Remembered, 'open'> | undefined;

  constructor(private readonly parts: PanelParts) {
    const { options, root, region } = parts;
    adopt(root, css);
    this.dialog = createElement(options);
    region.append(this.dialog);
    this.placed = createPanelDialog(this.dialog, options.page !== undefined, () => this.closed(true));
    this.chat = new Chat({
      addresses: { token: `${options.base}api/chat/token`, directLine: `${options.base}v3/directline` },
      openSocket: openWebSocket,
      remembered: recall(),
      remember: (remembered) => this.remember(remembered),
      forget: () => this.forget(),
      changed: () => this.redraw(),
    });
    if (parts.draft) this.chat.write([this.chat.view.draft, parts.draft].filter(Boolean).join('\n\n'));
    watchNetwork(this.chat);
    watchKeys(
      this.dialog,
      () => this.isOpen,
      () => this.close(),
    );
    this.draw();
  }

  open(takeFocus: boolean): void {
    this.isOpen = true;
    this.remember(this.kept);
    this.placed.open();
    // Not into the field on a phone, whose keyboard would cover what has to be read first.
    if (takeFocus)
      (this.placed.isFull ? this.dialog.querySelector<HTMLElement>('#pa-heading') : this.input.current)?.focus();
  }

  private close(): void {
    // A page is left, not closed.
    if (this.parts.options.page !== undefined) return;
    const hadFocus = focusedIn(this.dialog) !== undefined;
    this.placed.close();
    this.closed(hadFocus || this.placed.isFull);
  }

  private closed(returnFocus: boolean): void {
    this.isOpen = false;
    this.remember(this.kept);
    this.parts.closed(returnFocus);
  }

  /** Nothing is left of it, neither in sight nor in this tab. */
  private clear(): void {
    this.chat.stop();
    this.forget();
    this.placed.close();
  }

  private forget(): void {
    this.kept = undefined;
    forget();
  }

  private remember(remembered: Omit<Remembered, 'open'> | undefined): void {
    this.kept = remembered;
    if (remembered) remember({ ...remembered, open: this.isOpen });
  }

  /** Many changes at once are drawn once. */
  private redraw(): void {
    if (this.isDrawingDue) return;
    this.isDrawingDue = true;
    queueMicrotask(() => {
      this.isDrawingDue = false;
      this.draw();
    });
  }

  private draw(): void {
    const { chat, input } = this;
    const view = (
      <PanelView
        options={this.parts.options}
        chat={chat}
        view={chat.view}
        input={input}
        close={() => this.close()}
        clear={() => this.clear()}
      />
    );
    render(view, this.dialog);
  }
}

function createElement({ side, page }: Options): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = page === undefined ? side : 'page';
  dialog.setAttribute('aria-labelledby', 'pa-heading');
  dialog.setAttribute('aria-describedby', 'pa-about');
  return dialog;
}

function watchNetwork(chat: Chat): void {
  window.addEventListener('online', () => chat.retry());
  window.addEventListener('offline', () => chat.networkLost());
}

function watchKeys(dialog: HTMLDialogElement, isOpen: () => boolean, close: () => void): void {
  // A page that listens to single keys, as for a search, must not take what is typed here.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    dialog.addEventListener(type, (event) => {
      event.stopPropagation();
      if (type === 'keydown' && event.key === 'Escape' && !event.isComposing) {
        event.preventDefault();
        close();
      }
    });
  }
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  // The panel may lie over what has the focus on the page; Escape clears the way, unless the page has a use for it.
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen() && !event.defaultPrevented) close();
  });
}
