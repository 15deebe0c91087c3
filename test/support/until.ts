/** Waiting for a condition, in tests of things that happen on their own time. */
import { setTimeout } from 'node:timers/promises';

/** Resolves as soon as the condition holds; rejects, saying what was waited for, after `withinMs`. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  withinMs = 5_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms for ${what}`);
    await setTimeout(2);
  }
}
