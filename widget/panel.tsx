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
import { createTabs, type Ended, type Tabs } from './tabs.js';
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
  /** It is of no use any more: another one has to be made. */
  gone(): void;
}

export interface Panel {
  /** @param takeFocus as if somebody asked for it; not where the page opens it by itself. */
  open(takeFocus: boolean): void;
}

/** Makes the panel, closed, and begins the conversation or comes back to it, be it another tab's. */
export async function createPanel(parts: PanelParts): Promise<Panel> {
  // There, once it is known what another tab has to lend.
  const made: { panel?: ChatPanel } = {};
  const tabs = createTabs({
    remembered: () => made.panel?.remembered,
    ended: (how) => made.panel?.endedElsewhere(how),
  });
  made.panel = new ChatPanel(parts, tabs, recall() ?? (await tabs.ask()));
  return made.panel;
}

class ChatPanel implements Panel {
  private readonly dialog: HTMLDialogElement;
  private readonly placed: PanelDialog;
  private readonly chat: Chat;
  private readonly input: Writing = { current: null };
  private isOpen = false;
  private isDrawingDue = false;
  private kept: Omit<Remembered, 'open'> | undefined;

  constructor(
    private readonly parts: PanelParts,
    private readonly tabs: Tabs,
    remembered: Remembered | undefined,
  ) {
    const { options, root, region } = parts;
    adopt(root, css);
    this.dialog = createElement(options);
    region.append(this.dialog);
    this.placed = createPanelDialog(this.dialog, options.page !== undefined, () => this.closed(true));
    this.chat = new Chat({
      addresses: { token: `${options.base}api/chat/token`, directLine: `${options.base}v3/directline` },
      openSocket: openWebSocket,
      remembered,
      remember: (remembered) => this.remember(remembered),
      forget: () => this.forget(),
      deleteAsked: () => void this.remove(),
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

  /** What another tab may go on with. */
  get remembered(): Remembered | undefined {
    return this.kept && { ...this.kept, open: this.isOpen };
  }

  /** What was deleted is gone here as well; where somebody had to leave, nothing stays in sight. */
  endedElsewhere(how: Ended): void {
    if (how === 'deleted') return this.chat.deleted();
    this.vanish();
    this.dialog.remove();
    this.parts.closed(false);
    this.parts.gone();
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

  /** @returns whether the conversation is gone. */
  private async remove(): Promise<boolean> {
    const isGone = await this.chat.remove();
    if (isGone) this.tabs.tell('deleted');
    return isGone;
  }

  /** Nothing is left of it, neither in sight nor in any tab. */
  private clear(): void {
    this.tabs.tell('left');
    this.vanish();
  }

  private vanish(): void {
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
    if (!remembered) return;
    remember({ ...remembered, open: this.isOpen });
    this.tabs.hold();
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
        remove={() => this.remove()}
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
