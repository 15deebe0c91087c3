/**
 * `npm run eval [-- FILE…] [--gate] [--fails]`: scores the conversation in-process, a row a kind; with `--gate` it exits 1
 * where a figure is below its floor in `evaluation/floor.json`. With `--slots` it scores instead what is taken from the
 * first message of a request, a row a slot.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { NEW_CONVERSATION, type Surroundings } from '../dialogs/conversation.js';
import { route } from '../dialogs/route.js';
import { readCompiled } from '../src/answers/compiled.js';
import { loadKnowledge } from '../src/answers/knowledge/load.js';
import { parseNotice } from '../src/answers/knowledge/notice.js';
import { readBankHolidays } from '../src/requests/bank-holidays.js';
import { londonDate } from '../src/requests/dates.js';
import { judge, type Verdict } from './evaluation/judge.js';
import { readQuestions, type Question } from './evaluation/question.js';
import { describeSlots, scoreSlots, sumOf, type SlotScore } from './evaluation/slots.js';

const floorSchema = z.record(z.string(), z.record(z.string(), z.number()));
type Row = Record<Verdict | 'n', number>;

const args = process.argv.slice(2);
const slots = args.includes('--slots');
const gate = args.includes('--gate') && !slots;
const showFails = args.includes('--fails');
const given = args.filter((arg) => !arg.startsWith('--'));
const files = given.length ? given : ['evaluation/dev.jsonl', 'evaluation/dev-hard.jsonl'];

const council = process.env['COUNCIL'] ?? 'barnet';
const compiled = readCompiled('dist/knowledge', council);
const notice = parseNotice(readFileSync(`knowledge/${council}/notice.md`, 'utf8'));
const surroundings: Surroundings = {
  answerer: compiled.answerer,
  council: compiled.council,
  holidays: readBankHolidays(
    JSON.parse(readFileSync('knowledge/uk/bank-holidays.json', 'utf8')),
    compiled.council.nation,
  ),
  channel: 'Evaluation',
  now: new Date('2026-11-23T12:00:00Z'),
  newReference: () => 'PR-AA2A-A2AA',
  newCode: () => '000000',
  unfinishedAfterHours: 24,
};
const floors = floorSchema.parse(JSON.parse(readFileSync('evaluation/floor.json', 'utf8')));
let failed = 0;
const { services } = loadKnowledge('knowledge', council).council;
const slotScores: SlotScore[] = [];
for (const file of files) {
  console.log(file);
  if (slots) {
    const scored = scoreSlots(file, services, londonDate(surroundings.now));
    if (showFails) console.log(scored.fails.join('\n'));
    console.log(describeSlots(scored));
    slotScores.push(scored);
    continue;
  }
  const table = score(file);
  for (const [kind, row] of table) {
    const percent = (row.right / row.n) * 100;
    const floor = floors[basename(file)]?.[kind];
    const below = gate && floor !== undefined && percent < floor;
    if (below || (gate && row.misquoted > 0)) failed += 1;
    console.log(
      `  ${kind.padEnd(13)} ${String(row.right).padStart(4)} right of ${String(row.n).padStart(4)} ${percent.toFixed(1).padStart(6)} %` +
        `   clarified ${row.clarify}   misquoted ${row.misquoted}${floor === undefined ? '' : `   floor ${floor} %${below ? '  BELOW' : ''}`}`,
    );
  }
}
if (slotScores.length > 1) console.log(`all\n${describeSlots(sumOf(slotScores))}`);
if (gate) console.log(failed ? `${failed} figure(s) below the floor` : 'every figure is at or above its floor');
process.exitCode = failed ? 1 : 0;

function score(file: string): Map<string, Row> {
  const table = new Map<string, Row>();
  for (const question of readQuestions(file)) {
    const { replies } = route(NEW_CONVERSATION, question.text, surroundings);
    const verdict = judge(question, replies, notice);
    const kind = question.expect ?? question.kind;
    const row = table.get(kind) ?? { n: 0, right: 0, clarify: 0, wrong: 0, misquoted: 0 };
    row.n += 1;
    row[verdict] += 1;
    table.set(kind, row);
    if (showFails && verdict !== 'right') console.log(failLine(question, verdict, replies));
  }
  return table;
}

function failLine(
  { id, kind, text }: Question,
  verdict: Verdict,
  replies: ReturnType<typeof route>['replies'],
): string {
  const got = replies.map((reply) => `${reply.kind} ${reply.entry ?? reply.right ?? ''}`).join(' + ');
  return `${verdict.padEnd(9)} ${id} [${kind}] ${text.slice(0, 120)}  => ${got}`;
}
