/** What a resident says of an answer, and what had no answer: all that is left of it, and all that is not. */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { ROOT, startApp, type RunningApp } from '../support/app.js';
import { aResident, type Resident } from '../support/resident.js';
import { until } from '../support/until.js';

const YES = 'This answered my question';
const NO = 'This did not answer my question';
/** A question with an answer, and much by which the person could be known. */
const TELLING =
  'do you sell my details to Begonia Smith? I am Hyacinth Bucket of 14 Petunia Lane EN5 5XX, born 05/03/1980, ring 07700 900123';
const REDACTED = 'do you sell my details to [name]? I am [name] of [address], born [date], ring [number]';
/** Means nothing to anybody; at least one of them, however the model was trained. */
const NONSENSE = [
  'blorfted wimbling snorkels',
  'snorkels wimbling blorfted',
  'wimbling quandles frimped',
  'frimpish zorgles hoster',
  'quandled snurfing wimbles',
  'the zorgle of quandles',
];
const DAY = 86_400;

describe('what was said of an answer', function () {
  this.timeout(30_000);
  let app: RunningApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.end());

  /** The database's files and what lies beside them, and the log. */
  async function everythingKept(): Promise<string> {
    const names = await readdir(app.dataDir);
    expect(names).to.include.members(['assistant.sqlite', 'assistant.sqlite-wal']);
    const texts = await Promise.all(
      names.filter((name) => name.includes('.')).map((name) => readFile(join(app.dataDir, name), 'latin1')),
    );
    return [...texts, app.logged()].join('\n');
  }
  const knowledge = async (command: string): Promise<string> => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tools/knowledge.ts', command], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], DATA_DIR: app.dataDir },
    });
    return stdout;
  };

  /** Says something that gets no answer, or is asked back about. Returns how it is kept: "unanswerable: blorfted …". */
  async function saysNonsense(resident: Resident): Promise<string> {
    for (const words of NONSENSE) {
      const [reply] = await resident.says(words);
      if (reply?.kind === 'clarify' || (reply?.kind === 'unanswerable' && !reply.entry))
        return `${reply.kind}: ${words}`;
    }
    throw new Error('every nonsense got an answer');
  }

  it('is counted by its entry, and the reply says what else to try where it did not help', async () => {
    const resident = await aResident(app);
    const [answer] = await resident.says('do you sell my details?');
    expect(answer?.activity['channelData'])
      .to.have.nested.property('privacyAssistant.feedback')
      .deep.equal({ yes: YES, no: NO });
    const [thanks, ...more] = await resident.says(YES);
    expect(thanks).to.include({ kind: 'chat', text: 'Thank you for telling me.' });
    expect(more).to.deep.equal([]);
    await resident.saysAll(['what are cookies?', NO, NO]);
    expect((await resident.saysAll(['do you sell my details?', NO]))[0]?.text).to.contain('in other words');
    expect(await app.stores.feedback.tallies()).to.deep.include({ entry: 'no-selling', helpful: 1, unhelpful: 1 });
    expect((await app.stores.feedback.tallies()).reduce((sum, { unhelpful }) => sum + unhelpful, 0)).to.equal(2);
  });

  it('leaves a request under way where it was', async () => {
    const resident = await aResident(app);
    await resident.saysAll(['please send me all the records you hold about me', 'my own', 'do you sell my details?']);
    const replies = await resident.says(NO);
    expect(replies.map(({ kind, step }) => step ?? kind)).to.deep.equal(['chat', 'fullName']);
    expect((await resident.says('Sarah Khan'))[0]?.step).to.equal('contact');
    expect(await app.stores.feedback.gaps(10)).to.deep.equal([]);
  });

  it('is kept redacted where it could not be answered, and not a word typed can be read in the files or the log', async () => {
    const resident = await aResident(app);
    const nonsense = await saysNonsense(resident);
    const [answer] = await resident.says(TELLING);
    expect(answer?.entry).to.equal('no-selling');
    await resident.says(NO);
    const kept = await app.stores.feedback.gaps(10);
    expect(kept.map(({ words, why }) => `${why}: ${words}`)).to.have.members([nonsense, `unhelpful: ${REDACTED}`]);
    expect(kept.every(({ day }) => day === '2026-12-01')).to.equal(true);
    const all = await everythingKept();
    expect(all).to.contain('no-selling');
    const typed = [...NONSENSE, TELLING, NO].join(' ').match(/[A-Za-z0-9/]{5,}/g) ?? [];
    // What any file of this service may have in it.
    const own = new Set(['details', 'question', 'answer']);
    for (const word of new Set(typed)) if (!own.has(word)) expect(all, word).not.to.contain(word);
  });

  it('outlives the conversation, and goes after 30 days', async () => {
    const resident = await aResident(app);
    await resident.saysAll(['do you sell my details?', NO]);
    app.clock.advance(2 * DAY);
    app = await app.restart();
    await until(() => app.logged().includes('conversations-deleted'), 'the conversation to be deleted');
    expect(await app.stores.conversations.find(resident.started.conversationId)).to.equal(undefined);
    expect(await app.stores.feedback.gaps(10)).to.have.length(1);
    app.clock.advance(28 * DAY);
    app = await app.restart();
    await until(() => app.logged().includes('gaps-deleted'), 'the gap to be deleted');
    expect(await app.stores.feedback.gaps(10)).to.deep.equal([]);
  });

  it('is listed for the editors while the service runs', async () => {
    for (const said of ['do you sell my details?', 'Do you SELL my details to anyone?', 'what are cookies?']) {
      await (await aResident(app)).saysAll([said, NO]);
    }
    await (await aResident(app)).saysAll(['do you sell my details?', YES]);
    const gaps = (await knowledge('gaps')).split('\n');
    expect(gaps[0]).to.match(/^ {4}2 {2}nearest no-selling \d\.\d\d {2}\(2 did not help: no-selling\)$/);
    expect(gaps[1]).to.match(/^ {7}“do you sell my details.*\?”$/i);
    expect(gaps[2]).to.match(/^ {4}1 {2}nearest [a-z-]+ \d\.\d\d {2}\(1 did not help: [a-z-]+\)$/);
    expect(gaps.slice(3)).to.deep.equal(['       “what are cookies?”', '3 gaps in the last 30 days', '']);
    const judged = (await knowledge('feedback')).split('\n');
    expect(judged[0]).to.match(/^ 100 % {8}1 of 1 not helpful {2}[a-z-]+$/);
    expect(judged.slice(1)).to.deep.equal([
      '  67 %        2 of 3 not helpful  no-selling',
      '4 verdicts on 2 entries',
      '',
    ]);
  });
});
