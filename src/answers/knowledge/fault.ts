/** What is wrong in a knowledge file, told to the person who edits it. */

/** Something wrong in a knowledge file, as an editor needs to read it. */
export interface Fault {
  readonly file: string;
  /** 1-based; 0 where the whole file is meant. */
  readonly line: number;
  readonly entry?: string;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

/** Faults that make the knowledge unusable. The message lists them all, a line each. */
export class KnowledgeError extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(`${faults.length} fault(s) in the knowledge:\n${faults.map(describeFault).join('\n')}`);
  }
}

/** `topics/rights.yaml:12 sar-free: …` */
export function describeFault({ file, line, entry, message }: Fault): string {
  return `${file}${line ? `:${line}` : ''}${entry ? ` ${entry}` : ''}: ${message}`;
}
