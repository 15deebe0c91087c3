/** Engines beside the assistant: the same phrasings, the same questions, the same judge as `npm run eval`. */
import type { Reply } from '../../../dialogs/reply.js';
import type { Entry } from '../../../src/answers/knowledge/schema.js';
import type { Notice } from '../../../src/answers/knowledge/notice.js';
import { judge } from '../../evaluation/judge.js';
import type { Question } from '../../evaluation/question.js';
import { compared, shown, type Figure } from '../figure.js';
import { latencyOf, spread, timesOf, type Latency } from '../timing.js';
import type { Engine } from './engine.js';
import { replyWith } from './reply.js';

/** One line of the table. */
export interface Row {
  readonly name: string;
  readonly phrasings: number;
  readonly asked: number;
  /** Share of the questions that the notice answers, of those asked, that were answered rightly. */
  readonly answersRight: number;
  /** The same of all questions: requests recognised, other matters not answered from the notice, and so on. */
  readonly allRight: number;
  readonly latency: Latency;
}

export interface Judging {
  readonly notice: Notice;
  readonly entries: readonly Entry[];
}

/** Asks an engine as many questions as it can take. */
export async function measureEngine(
  { name, phrasings, questions: most, find }: Engine,
  questions: readonly Question[],
  full: boolean,
  { notice, entries }: Judging,
): Promise<Row> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const asked = full ? questions : spread(questions, most);
  const found: (string | undefined)[] = [];
  const times = await timesOf(
    asked.map(({ text }) => text),
    async (question) => found.push(await find(question)),
  );
  const repliesTo = (_: Question, i: number): readonly Reply[] => {
    const entry = byId.get(found[i] ?? '');
    return entry ? [replyWith(entry)] : [{ kind: 'unanswerable', text: '' }];
  };
  return { name, phrasings, asked: asked.length, ...rightOf(asked, repliesTo, notice), latency: latencyOf(times) };
}

export function rightOf(
  questions: readonly Question[],
  repliesTo: (question: Question, index: number) => readonly Reply[],
  notice: Notice,
): Pick<Row, 'answersRight' | 'allRight'> {
  const judged = questions.map((question, i) => ({
    answerable: (question.expect ?? question.kind) === 'answer',
    right: judge(question, repliesTo(question, i), notice) === 'right',
  }));
  const share = (of: typeof judged): number => of.filter(({ right }) => right).length / of.length;
  return { answersRight: share(judged.filter(({ answerable }) => answerable)), allRight: share(judged) };
}

/** What a row comes to beside the assistant's own. */
export function figuresOf(row: Row, own: Row): Figure[] {
  const of = (figure: string, value: number, unit: string, other: number): Figure =>
    compared({ name: `${row.name}: ${figure}`, value, unit, to: 'ours' }, other);
  return [
    of('answers right', row.answersRight * 100, '%', own.answersRight * 100),
    of('p50', row.latency.p50, 'ms', own.latency.p50),
    of('p99', row.latency.p99, 'ms', own.latency.p99),
  ];
}

/** For the README: the first row is what the others are multiples of. */
export function markdownOf(rows: readonly Row[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  const own = rows[0]?.latency;
  const times = (figure: 'p50' | 'p99', { latency }: Row): string =>
    `${shown(latency[figure])} ms (${shown(latency[figure] / (own?.[figure] ?? NaN))} ×)`;
  const lines = rows.map((row) =>
    [
      row.name,
      row.phrasings.toLocaleString('en-GB'),
      row.asked,
      percent(row.answersRight),
      percent(row.allRight),
      times('p50', row),
      times('p99', row),
    ].join(' | '),
  );
  return [
    '| | phrasings | questions | answers right | all right | p50 | p99 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}
