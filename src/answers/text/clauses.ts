/** The sentences and clauses of a message: in a long story, one of them carries the question. */

/** Fewer words than this say too little by themselves. */
const FEWEST_WORDS = 3;
/** A message of fewer words is one thing said at once. */
const LONG = 14;
const MOST = 12;

/** Sentence ends, line breaks, and joints after which a question may begin. */
const JOINT =
  /(?<=[.!?;…])\s+|\n+|(?:,| [-–—])\s(?=(?:so|but|and|can|do|does|did|is|are|who|what|how|why|where|when|will|would|could|should)\b)/i;

/** The clauses of a long message; none where it is short or all one. */
export function clausesOf(text: string): string[] {
  if (text.split(/\s+/).length <= LONG) return [];
  const clauses = text
    .split(JOINT)
    .map((clause) => clause.trim())
    .filter((clause) => clause.split(/\s+/).length >= FEWEST_WORDS)
    .slice(0, MOST);
  return clauses.length > 1 ? clauses : [];
}

const ASKS =
  /\?\s*$|^(?:so |and |but |ok |also |plus |or )*(?:who|whos|what|whats|when|where|wheres|why|which|how|hows|do|does|did|is|are|can|could|will|would|should|has|have|am i)\b/i;

/** Whether a clause is put as a question. */
export function asks(clause: string): boolean {
  return ASKS.test(clause.replace(/[’']/g, ''));
}
