/** A figure that was measured, and how it is printed. Pure. */

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value as a multiple of what it is compared with. */
  readonly ratio?: number;
  /** What it is compared with; "limit" where there is one and nothing else is named. */
  readonly to?: string;
  /** The most that the value may be. */
  readonly limit?: number;
  /** Whether it is no more than the limit. */
  readonly ok?: boolean;
}

/** A figure with a limit. */
export function limited(name: string, value: number, unit: string, limit: number): Figure {
  const ratio = limit === 0 ? {} : { ratio: value / limit, to: 'limit' };
  return { name, value, unit, ...ratio, limit, ok: value <= limit };
}

/** A figure beside another of the same run, and with a limit where there is one. */
export function compared(
  { name, value, unit, to }: Required<Pick<Figure, 'name' | 'value' | 'unit' | 'to'>>,
  other: number,
  limit?: number,
): Figure {
  return { name, value, unit, ratio: value / other, to, ...(limit === undefined ? {} : { limit, ok: value <= limit }) };
}

/** One line of JSON. */
export function jsonOf({ name, value, unit, ratio, to, limit, ok }: Figure): string {
  return JSON.stringify({
    name,
    value: rounded(value),
    unit,
    ratio: ratio === undefined ? undefined : rounded(ratio),
    to,
    limit: limit === undefined ? undefined : rounded(limit),
    ok,
  });
}

/** All figures, a row each, in columns. */
export function tableOf(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ name }) => name.length));
  return figures
    .map(({ name, value, unit, ratio, to, limit, ok }) =>
      [
        name.padEnd(width),
        `${shown(value).padStart(10)} ${unit.padEnd(3)}`,
        ratio === undefined ? ''.padEnd(18) : `${shown(ratio).padStart(8)} × ${(to ?? '').padEnd(7)}`,
        limit === undefined ? '' : `at most ${shown(limit)} ${unit}: ${ok ? 'kept' : 'EXCEEDED'}`,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Three significant digits, whole from 100 on. */
export function shown(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-GB') : String(Number(value.toPrecision(3)));
}

const rounded = (value: number): number => Number(value.toPrecision(4));
