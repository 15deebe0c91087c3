/** What the recogniser of Microsoft's Recognizers-Text makes of a few words, with its readings put right for this use. */
import { createRequire } from 'node:module';
import type Recognizers from '@microsoft/recognizers-text-suite';
import { z } from 'zod';
import { addDays } from '../dates.js';
import { union, type Span } from './span.js';

const load = createRequire(import.meta.url);

/** Loaded at the first words that need it, not at start-up: it takes a tenth of a second. */
function recogniser(): typeof Recognizers {
  return load('@microsoft/recognizers-text-suite') as typeof Recognizers;
}

/** Its cost grows with the square of its input: 20,000 digits block the process for seconds. */
const MOST_CHARACTERS = 80;

const iso = z.iso.date();
const resolutionSchema = z.object({
  values: z.array(
    z.object({
      type: z.string(),
      value: z.string().optional(),
      start: z.string().optional(),
      end: z.string().optional(),
    }),
  ),
});

/** What was read on one day: people write the same few words, and each reading takes milliseconds. */
const readings = { on: '', of: new Map<string, Span | undefined>() };
const MOST_READINGS = 500;

/**
 * From the beginning of the first to the end of the last date that the recogniser finds, read day first.
 * @param text in small letters; what goes beyond 80 characters is not read.
 * @param today yyyy-mm-dd
 */
export function recognised(text: string, today: string): Span | undefined {
  if (readings.on !== today || readings.of.size >= MOST_READINGS) {
    readings.on = today;
    readings.of.clear();
  }
  const words = text.slice(0, MOST_CHARACTERS);
  if (!readings.of.has(words)) readings.of.set(words, read(words, today));
  return readings.of.get(words);
}

function read(words: string, today: string): Span | undefined {
  const reference = new Date(`${today}T12:00:00`);
  const found = recogniser().recognizeDateTime(words, 'en-gb', undefined, reference);
  return union(found.flatMap(({ resolution }) => pastOf(resolution, today) ?? []));
}

/** "Friday" may be the last or the next: people ask for what is over. */
function pastOf(resolution: unknown, today: string): Span | undefined {
  const spans = (resolutionSchema.safeParse(resolution).data?.values ?? []).flatMap(
    ({ type, value, start, end }): Span[] => {
      if (type === 'date' && isDay(value)) return [{ first: value, last: value }];
      // The recogniser's ranges end on the day after their last.
      return type === 'daterange' && isDay(start) && isDay(end) ? [{ first: start, last: addDays(end, -1) }] : [];
    },
  );
  return spans.filter(({ first }) => first <= today).at(-1) ?? spans[0];
}

/** Of a year that anybody alive may ask about: others are slips of the finger. */
const isDay = (text: string | undefined): text is string =>
  iso.safeParse(text).success && /^(?:19|20)/.test(text ?? '');
