/** What a request's first message already says, measured against the `slots` of the evaluation files. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { mineMessage } from '../../dialogs/mining/index.js';
import { servicesIn, type Services } from '../../dialogs/mining/services.js';
import type { Answers } from '../../dialogs/requests/definition.js';
import { plainWords } from '../../src/requests/plain-words.js';

const messageSchema = z.object({
  id: z.string(),
  text: z.string(),
  slots: z
    .strictObject({
      dateFrom: z.iso.date().optional(),
      dateTo: z.iso.date().optional(),
      /** In the words of whoever made the message, not the council's. */
      services: z.array(z.string()).default([]),
      /** The information is another person's. Staff who write down what a caller wants ask for the caller. */
      onBehalf: z.boolean().default(false),
    })
    .optional(),
});
type Slots = NonNullable<z.infer<typeof messageSchema>['slots']>;

interface Row {
  right: number;
  n: number;
  /** Found though no slot has it. For dates and onBehalf it is counted as not right besides. */
  besides: number;
}
export type Slot = 'dates' | 'services' | 'onBehalf';
export interface SlotScore {
  readonly rows: Readonly<Record<Slot, Readonly<Row>>>;
  /** A line for each slot that is not right, and for each service that no slot has. */
  readonly fails: readonly string[];
}

/**
 * A period counts where the message has one or one was mined, and is right if both its days are. A service counts once for
 * each that the slots name; see {@link isMined}. Whose information it is counts for every message with slots.
 * @param today yyyy-mm-dd, the day on which the messages are taken to be written.
 * @throws {z.ZodError} where a line is not as it should be.
 */
export function scoreSlots(path: string, services: Services, today: string): SlotScore {
  const row = (): Row => ({ right: 0, n: 0, besides: 0 });
  const rows = { dates: row(), services: row(), onBehalf: row() };
  const fails: string[] = [];
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const line of lines.filter((filled) => filled.trim())) {
    const { id, text, slots } = messageSchema.parse(JSON.parse(line));
    if (!slots) continue;
    const mined = mineMessage(text, { services, today });
    for (const { slot, right, besides, got } of verdicts(slots, mined, services)) {
      if (right !== undefined) rows[slot].n += 1;
      if (right) rows[slot].right += 1;
      if (besides) rows[slot].besides += 1;
      if (!right) fails.push(`${slot.padEnd(9)} ${id} ${text.slice(0, 110)}  => ${got}`);
    }
  }
  return { rows, fails };
}

/** Several files' scores as one. */
export function sumOf(scores: readonly SlotScore[]): SlotScore {
  const sum = (slot: Slot): Row => {
    const rows = scores.map((score) => score.rows[slot]);
    const total = (field: keyof Row): number => rows.reduce((so, row) => so + row[field], 0);
    return { right: total('right'), n: total('n'), besides: total('besides') };
  };
  return {
    rows: { dates: sum('dates'), services: sum('services'), onBehalf: sum('onBehalf') },
    fails: scores.flatMap(({ fails }) => fails),
  };
}

/** The score as it is printed, a row a slot. */
export function describeSlots({ rows }: SlotScore): string {
  return Object.entries(rows)
    .map(([slot, { right, n, besides }]) => {
      const percent = n ? `${((right / n) * 100).toFixed(1)} %` : '';
      return `  ${slot.padEnd(9)} ${String(right).padStart(4)} right of ${String(n).padStart(4)} ${percent.padStart(8)}   found besides ${besides}`;
    })
    .join('\n');
}

interface SlotVerdict {
  readonly slot: Slot;
  /** Undefined where there was nothing to be right about. */
  readonly right?: boolean;
  readonly besides?: boolean;
  readonly got: string;
}

function verdicts(gold: Slots, { period, services: found, forWhom }: Answers, services: Services): SlotVerdict[] {
  const isDated = gold.dateFrom !== undefined || gold.dateTo !== undefined;
  const mined = found?.services ?? [];
  const another = forWhom?.understood === 'Someone else';
  const got = mined.join('; ') || 'none';
  return [
    ...(isDated || period
      ? [
          {
            slot: 'dates' as const,
            right: period?.from === gold.dateFrom && period?.to === gold.dateTo,
            besides: !isDated,
            got: `${period?.from ?? '…'} to ${period?.to ?? '…'}, not ${gold.dateFrom ?? '…'} to ${gold.dateTo ?? '…'}`,
          },
        ]
      : []),
    ...gold.services.map((label) => ({
      slot: 'services' as const,
      right: isMined(label, mined, services),
      got: `${got}, not ${label}`,
    })),
    ...mined
      .filter((name) => !gold.services.some((label) => isMined(label, [name], services)))
      .map((name) => ({ slot: 'services' as const, besides: true, got: `also ${name}` })),
    { slot: 'onBehalf', right: another === gold.onBehalf, besides: another && !gold.onBehalf, got: String(another) },
  ];
}

/**
 * A slot's service is found where one of the mined services has its words in its name or in one of its other words, or
 * where its words name one of the mined services: "HR" is in "Jobs and staff records (HR)", and "leisure" names "Leisure
 * and sport".
 */
function isMined(label: string, mined: readonly string[], services: Services): boolean {
  const named = servicesIn(label, services);
  return services
    .filter(({ name }) => mined.includes(name))
    .some(
      ({ name, also }) =>
        named.includes(name) || [name, ...also].some((word) => ` ${plainWords(word)} `.includes(` ${plainWords(label)} `)),
    );
}
