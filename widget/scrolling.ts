/** Scrolling of the transcript that follows the conversation, and leaves alone whoever reads further up. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Entry } from './message.js';

/** So near to the end counts as the end. Pixels. */
const NEAR = 80;
/** Left free above a message that is too long to be seen whole. Pixels. */
const MARGIN = 12;

/** An element, once it is there. */
type Held = { readonly current: HTMLElement | null };

export interface Scrolling {
  /** Something came that cannot be seen from here. */
  readonly isBehind: boolean;
  toEnd(): void;
}

interface Parts {
  readonly scroller: Held;
  readonly log: Held;
  readonly entries: readonly Entry[];
  readonly isReplying: boolean;
  readonly isRestoring: boolean;
}

export function useScrolling({ scroller, log, entries, isReplying, isRestoring }: Parts): Scrolling {
  const { wasAtEnd, isBehind, setBehind, toEnd, look, judge, remember } = useEnd(scroller);
  const known = useRef(0);
  const hasBegun = useRef(false);

  useLayoutEffect(() => {
    const first = log.current?.children[known.current];
    const isNew = entries.length > known.current;
    known.current = entries.length;
    // Until somebody has said something, the introduction is what is to be read.
    hasBegun.current = entries.some(({ by }) => by === 'you');
    if (!hasBegun.current) return;
    look();
    if (isRestoring || (isNew && entries.at(-1)?.by === 'you')) toEnd();
    else if (!wasAtEnd.current) setBehind((before) => before || isNew);
    else if (isNew && first) {
      reveal(scrolling(scroller.current), first);
      judge();
    }
    // What is said of a message that waits is below it.
    else if (isReplying || entries.at(-1)?.by === 'you') toEnd();
    remember();
  }, [entries, isReplying, isRestoring, judge, log, look, remember, scroller, setBehind, toEnd, wasAtEnd]);

  // A keyboard that comes up, or a window made smaller, must not hide what was last said.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      // Where the panel scrolls as a whole, this element grows with what is said, and that is no reason.
      if (wasAtEnd.current && hasBegun.current && scrolling(element) === element) toEnd();
      remember();
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [remember, scroller, toEnd, wasAtEnd]);

  return { isBehind, toEnd };
}

/** Knows whether the end is in view, and goes there. */
function useEnd(scroller: Held) {
  const wasAtEnd = useRef(true);
  const height = useRef(0);
  const viewHeight = useRef(0);
  const [isBehind, setBehind] = useState(false);

  const judge = useCallback(() => {
    const element = scrolling(scroller.current);
    if (!element) return;
    wasAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    if (wasAtEnd.current) setBehind(false);
  }, [scroller]);

  useLayoutEffect(() => {
    const onScroll = (): void => {
      const element = scrolling(scroller.current);
      // What a keyboard or a smaller window has moved, nobody has scrolled.
      if (scroller.current !== element || element?.clientHeight === viewHeight.current) judge();
    };
    const elements = [scroller.current, scroller.current?.closest('dialog')];
    for (const element of elements) element?.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      for (const element of elements) element?.removeEventListener('scroll', onScroll);
    };
  }, [judge, scroller]);

  const toEnd = useCallback(() => {
    const element = scrolling(scroller.current);
    element?.scrollTo({ top: element.scrollHeight });
    wasAtEnd.current = true;
    setBehind(false);
  }, [scroller]);

  const remember = useCallback(() => {
    height.current = scrolling(scroller.current)?.scrollHeight ?? 0;
    viewHeight.current = scroller.current?.clientHeight ?? 0;
  }, [scroller]);

  // The browser tells of scrolling only with its next frame. Whoever went up just before something came has gone up.
  const look = useCallback(() => {
    const element = scrolling(scroller.current);
    if (!element) return;
    const end = Math.min(height.current, element.scrollHeight);
    if (end - element.scrollTop - element.clientHeight >= NEAR) wasAtEnd.current = false;
  }, [scroller]);

  return { wasAtEnd, isBehind, setBehind, toEnd, look, judge, remember };
}

/** To the end; but a message that is longer than the view is shown from where it begins. */
function reveal(element: Element | undefined, first: Element): void {
  if (!element) return;
  const beginning =
    first.getBoundingClientRect().top - element.getBoundingClientRect().top + element.scrollTop - MARGIN;
  element.scrollTo({ top: Math.min(beginning, element.scrollHeight - element.clientHeight) });
}

/** Where there is little room, the panel scrolls as a whole. */
function scrolling(element: HTMLElement | null): HTMLElement | undefined {
  if (!element) return undefined;
  return getComputedStyle(element).overflowY === 'visible' ? (element.closest('dialog') ?? undefined) : element;
}
