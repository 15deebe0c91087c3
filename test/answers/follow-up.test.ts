import { expect } from 'chai';
import { isFollowUp, readWithTopic, settledBy } from '../../src/answers/follow-up.js';
import type { Entry } from '../../src/answers/knowledge/schema.js';
import type { Reader } from '../../src/answers/reading.js';
import { answer, beyond, readingOf, request, talk } from './made-by-hand.js';

const LEANING =
  'how long does that take?|why?|and for my mum?|what about the police?|is it free?|can they say no?|who do I ask?|' +
  'so you don’t sell it?|what if I’m not happy?|who?|How?|and the Home Office|do I have to answer?|' +
  'what is their phone number?|even my ex?|which ones?|for how long?|then who can see it|or by post?|are they allowed to';
const STANDING_ALONE =
  'who do you share my information with?|how do I ask to see my housing file?|send me my records|thanks|yes|hello|' +
  'my name is Sarah Khan|do private companies get my details?|I want that|it was the police|12 High Street|myself|' +
  'what does the data protection officer do?|what is the Potentially Violent Persons Register?||?|' +
  'and I have been waiting for it since the end of March so who do I write to';

describe('a message leans on what was said before', () => {
  for (const said of LEANING.split('|')) it(`in “${said}”`, () => void expect(isFollowUp(said)).to.equal(true));
  for (const said of STANDING_ALONE.split('|')) {
    it(`not in “${said}”`, () => void expect(isFollowUp(said)).to.equal(false));
  }
});

const [asking, deadline, cost, other] = [
  answer('asking', [1], ['deadline', 'request-access']),
  answer('deadline', [2]),
  answer('cost', [3]),
  answer('other', [40]),
];
const access = request('access');
const retention = beyond('retention');
const entries = new Map<string, Entry>(
  [asking, deadline, cost, other, access, retention].map((entry) => [entry.id, entry]),
);

describe('what was just said', () => {
  for (const said of [
    'are you sure?',
    'Really?',
    'is that true',
    'so is that right?',
    'says who?',
    'you sure about that?',
  ]) {
    it(`is said again where it is doubted: “${said}”`, () => {
      expect(settledBy(said, asking, entries)).to.equal(asking);
      expect(settledBy(said, retention, entries)).to.equal(retention);
    });
  }

  for (const said of [
    'how do I do that?',
    'can you do it for me',
    'ok, let me do that',
    'I’d like to do that please',
    'could I start it now?',
  ]) {
    it(`leads to its request where that is wanted: “${said}”`, () => {
      expect(settledBy(said, asking, entries)).to.equal(access);
      // Where it leads to none, what is meant is left to be read.
      expect(settledBy(said, deadline, entries)).to.equal(undefined);
    });
  }

  for (const said of ['how do I do my council tax?', 'is it free?', 'are you sure the police saw it?', 'do it']) {
    it(`settles nothing of “${said}”`, () => void expect(settledBy(said, asking, entries)).to.equal(undefined));
  }

  it('settles nothing after talk, danger or a request', () => {
    for (const topic of [talk('chat', 'hello'), talk('safety', 'help'), access]) {
      expect(settledBy('are you sure?', topic, entries)).to.equal(undefined);
    }
  });
});

describe('a follow-up', () => {
  /** Reads by heart; of anything else it makes nothing. */
  const readerOf =
    (known: Readonly<Record<string, readonly (readonly [Entry, number])[]>>): Reader =>
    (text) =>
      readingOf(known[text] ?? []);
  const meant = (
    known: Parameters<typeof readerOf>[0],
    topic: Entry = asking,
    text = 'how long is it?',
  ): Entry | undefined => readWithTopic(readerOf(known), text, topic, (entry) => entry === cost).candidates[0]?.entry;
  const together = `${asking.title}. how long is it?`;

  it('means what the topic leads to rather than something of another subject', () => {
    expect(
      meant({
        'how long is it?': [
          [other, 0.3],
          [deadline, 0.2],
        ],
      }),
    ).to.equal(deadline);
  });

  it('means what is of the same subject rather than something else about as likely', () => {
    expect(
      meant({
        'how long is it?': [
          [other, 0.3],
          [cost, 0.2],
        ],
      }),
    ).to.equal(cost);
  });

  it('means something else where that is plain', () => {
    expect(
      meant({
        'how long is it?': [
          [other, 0.9],
          [deadline, 0.03],
        ],
      }),
    ).to.equal(other);
  });

  it('means what it adds to the topic’s title, and not the title’s own meaning', () => {
    const known = {
      'how long is it?': [[other, 0.1]] as const,
      [together]: [
        [asking, 0.6],
        [deadline, 0.2],
      ] as const,
      [asking.title]: [[asking, 0.9]] as const,
    };
    expect(meant(known)).to.equal(deadline);
  });

  it('means a signpost again, where it has no words of its own', () => {
    const known = {
      [`${retention.title}. who do I ask?`]: [
        [retention, 0.5],
        [other, 0.2],
      ] as const,
      [retention.title]: [[retention, 0.9]] as const,
    };
    expect(meant(known, retention, 'who do I ask?')).to.equal(retention);
  });

  it('does not let an entry that says the same overtake a likelier one by its nearness', () => {
    const same = answer('same', [3]);
    const topic = answer('topic', [50], ['same']);
    const read = readerOf({
      'is it free?': [
        [cost, 0.8],
        [same, 0.4],
      ],
    });
    expect(readWithTopic(read, 'is it free?', topic, () => true).candidates[0]?.entry).to.equal(cost);
  });

  it('never makes a request likelier than it is by itself', () => {
    const read = readerOf({ 'can I see it?': [[access, 0.5]] });
    const { candidates } = readWithTopic(read, 'can I see it?', asking, () => true);
    expect(candidates.find(({ entry }) => entry === access)?.score).to.be.at.most(0.5);
  });

  it('is as dangerous as it sounds alone', () => {
    const read: Reader = (text) => readingOf([], { danger: text === 'and he hits me' ? 0.9 : 0 });
    expect(readWithTopic(read, 'and he hits me', asking, () => true).danger).to.equal(0.9);
  });

  it('is read by itself after talk', () => {
    const hello = talk('chat', 'hello');
    const read = readerOf({
      'is it free?': [
        [other, 0.3],
        [cost, 0.2],
      ],
    });
    expect(readWithTopic(read, 'is it free?', hello, () => true)).to.deep.equal(read('is it free?'));
  });
});
