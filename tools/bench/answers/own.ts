/** The assistant itself: how long it takes to answer, and how often it is right. */
import type { Answerer } from '../../../src/answers/answer.js';
import type { Notice } from '../../../src/answers/knowledge/notice.js';
import type { Question } from '../../evaluation/question.js';
import { limited, type Figure } from '../figure.js';
import { latencyOf, timesOf, typical, type Latency } from '../timing.js';
import { replyTo } from './reply.js';
import { rightOf, type Row } from './side-by-side.js';

const ROUNDS = 7;
const MOST_P50 = 1;
const MOST_P99 = 5;

/**
 * Answers all messages several times, each time by a fresh answerer: in the service nearly every message is a new one, so
 * no word that was corrected in the round before may be remembered. The first round only warms up.
 */
export async function measureOwn(
  messages: readonly string[],
  fresh: () => Answerer,
  report: (figure: Figure) => void,
): Promise<void> {
  const latency = await latencyOver(messages, fresh);
  report(limited('answer: p50', latency.p50, 'ms', MOST_P50));
  report(limited('answer: p99', latency.p99, 'ms', MOST_P99));
  report({ name: 'answer: mean', value: latency.mean, unit: 'ms' });
}

/** The assistant's line of the table. */
export async function ownRow(
  questions: readonly Question[],
  phrasings: number,
  fresh: () => Answerer,
  notice: Notice,
): Promise<Row> {
  const answerer = fresh();
  const right = rightOf(questions, ({ text }) => answerer.answer(text).map(replyTo), notice);
  const texts = questions.map(({ text }) => text);
  return {
    name: 'this assistant',
    phrasings,
    asked: questions.length,
    ...right,
    latency: await latencyOver(texts, fresh),
  };
}

async function latencyOver(messages: readonly string[], fresh: () => Answerer): Promise<Latency> {
  const rounds: Latency[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const answerer = fresh();
    rounds.push(latencyOf(await timesOf(messages, (message) => answerer.answer(message))));
  }
  return typical(rounds.slice(1));
}
