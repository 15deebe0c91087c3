/** The assistant itself: how long it takes to answer, and how often it is right. */
import type { Answerer } from '../../../src/answers/answer.js';
import type { Notice } from '../../../src/answers/knowledge/notice.js';
import type { Question } from '../../evaluation/question.js';
import { limited, type Figure } from '../figure.js';
import { latencyOf, timesOf, typical, typicalTimes } from '../timing.js';
import { replyTo } from './reply.js';
import { rightOf, type Row } from './side-by-side.js';

const ROUNDS = 7;
const MOST_P50 = 1;
const MOST_P99 = 5;

/** The assistant with so many phrasings. */
export interface OwnEngine {
  readonly name: string;
  readonly phrasings: number;
  readonly fresh: () => Answerer;
}

/**
 * Answers all messages several times, each time by a fresh answerer: in the service nearly every message is a new one, so
 * no word that was corrected in the round before may be remembered. The first round only warms up.
 */
export async function measureOwn(
  messages: readonly string[],
  fresh: () => Answerer,
  report: (figure: Figure) => void,
): Promise<void> {
  const rounds = await roundsOf(messages, fresh);
  const latency = typical(rounds.map(latencyOf));
  report(limited('answer: p50', latency.p50, 'ms', MOST_P50));
  report(limited('answer: p99', latency.p99, 'ms', MOST_P99));
  report({ name: 'answer: mean', value: latency.mean, unit: 'ms' });
  const steady = latencyOf(typicalTimes(rounds));
  report({ name: 'answer: p99 of medians by message', value: steady.p99, unit: 'ms' });
}

/** A line of the table for the assistant. */
export async function ownRow(
  { name, phrasings, fresh }: OwnEngine,
  questions: readonly Question[],
  notice: Notice,
): Promise<Row> {
  const answerer = fresh();
  const right = rightOf(questions, ({ text }) => answerer.answer(text).map(replyTo), notice);
  const texts = questions.map(({ text }) => text);
  return {
    name,
    phrasings,
    asked: questions.length,
    ...right,
    latency: typical((await roundsOf(texts, fresh)).map(latencyOf)),
  };
}

/** The times of all messages in each round but the first. */
async function roundsOf(messages: readonly string[], fresh: () => Answerer): Promise<number[][]> {
  const rounds: number[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const answerer = fresh();
    rounds.push(await timesOf(messages, (message) => answerer.answer(message)));
  }
  return rounds.slice(1);
}
