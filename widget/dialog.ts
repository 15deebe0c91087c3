/** Shows a dialog beside the page where there is room, and in front of all of it where there is not. */

/** Below this, a panel beside the page would leave room for neither. 400 % zoom of a common screen is such a case, too. */
const LITTLE_ROOM = '(max-width: 30em), (max-height: 30em)';

export interface PanelDialog {
  open(): void;
  /** Whether it covers the page. */
  readonly isFull: boolean;
  close(): void;
}

/**
 * In front of the page it is modal, so that focus cannot get behind it; beside it, it is not, and the page goes on.
 * @param isPage it is the page; where there is little room it takes all of it, and the style sheet takes away the rest.
 * @param closedItself when the browser closes it, as by the Back gesture on Android.
 */
export function createPanelDialog(dialog: HTMLDialogElement, isPage: boolean, closedItself: () => void): PanelDialog {
  const littleRoom = matchMedia(LITTLE_ROOM);
  let isOpen = false;

  const fit = (): void => fitAboveKeyboard(dialog, isOpen && littleRoom.matches);
  const show = (): void => {
    if (dialog.open) dialog.close();
    dialog.classList.toggle('full', littleRoom.matches);
    if (isPage) document.documentElement.classList.toggle('panel-takes-all', littleRoom.matches);
    if (littleRoom.matches && !isPage) dialog.showModal();
    // Not `show()`, which would move the focus.
    else dialog.open = true;
    fit();
  };
  dialog.addEventListener('close', () => {
    // Being shown in the other way closes it as well; then it is open again by now.
    if (!isOpen || dialog.open) return;
    isOpen = false;
    closedItself();
  });
  littleRoom.addEventListener('change', () => {
    if (!isOpen) return;
    const focused = focusedIn(dialog);
    show();
    focused?.focus();
  });
  window.visualViewport?.addEventListener('resize', fit);
  window.visualViewport?.addEventListener('scroll', fit);

  return {
    open() {
      isOpen = true;
      show();
    },
    get isFull() {
      return littleRoom.matches;
    },
    close() {
      isOpen = false;
      dialog.close();
    },
  };
}

/**
 * The keyboard of a phone covers a part of the page without making it smaller, and the field has to stay above it.
 * Somebody who zooms in with two fingers has less in view as well, but for them everything stays where it is.
 */
function fitAboveKeyboard(dialog: HTMLElement, isFull: boolean): void {
  const viewport = window.visualViewport;
  const fits = isFull && viewport && Math.abs(viewport.scale - 1) < 0.01;
  dialog.style.height = fits ? `${viewport.height}px` : '';
  dialog.style.top = fits ? `${viewport.offsetTop}px` : '';
}

/** What has the focus within it, if anything. */
export function focusedIn(dialog: HTMLElement): HTMLElement | undefined {
  const root = dialog.getRootNode();
  const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  return focused instanceof HTMLElement && dialog.contains(focused) ? focused : undefined;
}
