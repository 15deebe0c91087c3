/**
 * Other tabs of this browser on the same website: one that holds a conversation lends it to another in which the panel is
 * opened, and none keeps what was deleted or left. Nothing is stored for it, and nothing leaves the browser.
 */
import { isFields } from './content/fields.js';
import { readRemembered, STORAGE_KEY, type Remembered } from './storage.js';

/** A tab that is there answers at once; one that is frozen does not. Milliseconds. */
const PATIENCE_MS = 300;

/** What ended the conversation in another tab. */
export type Ended = 'left' | 'deleted';

export interface Tabs {
  /** What another tab remembers; undefined: none does. */
  ask(): Promise<Remembered | undefined>;
  /** From now on there is something to lend. */
  hold(): void;
  tell(how: Ended): void;
}

export interface TabsParts {
  /** What this tab remembers. */
  remembered(): Remembered | undefined;
  /** Another tab has ended it. */
  ended(how: Ended): void;
}

/** Where a browser has no such channel, each tab is on its own. */
export function createTabs({ remembered, ended }: TabsParts): Tabs {
  if (!('BroadcastChannel' in window))
    return { ask: async () => undefined, hold: () => undefined, tell: () => undefined };
  const channel = new BroadcastChannel(STORAGE_KEY);
  let answered: ((lent: Remembered) => void) | undefined;
  let isHolding = false;

  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isFields(data)) return;
    const mine = data['kind'] === 'ask' ? remembered() : undefined;
    // What is unsent, the tab that has it sends.
    if (mine) channel.postMessage({ kind: 'lend', remembered: { ...mine, unsent: [] } });
    const lent = data['kind'] === 'lend' ? readRemembered(data['remembered']) : undefined;
    if (lent) answered?.(lent);
    if (data['kind'] === 'left' || data['kind'] === 'deleted') ended(data['kind']);
  });

  return {
    async ask() {
      if (!(await isHeldElsewhere())) return undefined;
      return new Promise((resolve) => {
        answered = resolve;
        setTimeout(() => resolve(undefined), PATIENCE_MS);
        channel.postMessage({ kind: 'ask' });
      });
    },
    hold() {
      if (isHolding) return;
      isHolding = true;
      // Never let go of: the browser does, when the tab is closed.
      void navigator.locks?.request(STORAGE_KEY, { mode: 'shared' }, () => new Promise(() => undefined));
    },
    tell: (how) => channel.postMessage({ kind: how }),
  };
}

/** Asked first, so that nobody waits for an answer that cannot come. Not there on pages without HTTPS. */
async function isHeldElsewhere(): Promise<boolean> {
  try {
    const { held } = await navigator.locks.query();
    return held?.some(({ name }) => name === STORAGE_KEY) ?? false;
  } catch {
    return false;
  }
}
