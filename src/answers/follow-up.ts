/**
 * Short messages that mean something only after what was just talked about: "how long does that take?", "and for my mum?",
 * "are you sure?", "how do I do that?" Pure.
 */
import type { Entry } from './knowledge/schema.js';
import { saysTheSame } from './measure.js';
import type { Candidate, Reader, Reading } from './reading.js';

const MOST_WORDS = 8;
/** Words by which a message may stand for itself; with more of them it is a full question. */
const MOST_OWN_WORDS = 1;
/** "What is their phone number?" */
const MOST_OWN_WORDS_POINTED = 2;
/** What is joined on to something said before ("and the Home Office?") may name a thing of its own. */
const MOST_OWN_WORDS_JOINED = 3;

/** How much the reading with the topic counts beside the message alone: less where the message points to nothing said before. */
const TOPIC_SHARE = 0.45;
const TOPIC_SHARE_UNPOINTED = 0.2;
/** How much of what the topic's title says by itself is taken off, so that what the message adds to it is seen. */
const TITLE_SHARE = 0.8;
/** Where the message adds next to nothing, that is not blown up to something. */
const LEAST_ADDED = 0.3;
/** How much likelier it is that people go on to what the topic leads to, or stay with its subject, than to all else. */
const LED_TO = 6;
const SAME_SUBJECT = 2;
/** Talk about nothing ("what can you do?") is seldom what a follow-up means. */
const TALK = 0.1;

const JOINED = /^(?:and|but|so|or|also|what about|how about|what if|even|not even|only|just)\b/;
const POINTS =
  /\b(?:it|its|itll|that|thats|this|they|theyre|theyll|them|their|those|these|ones|there|then|instead|either|too)\b/;
const ASKS =
  /^(?:(?:ok|then) )*(?:who|whos|what|whats|when|where|wheres|why|which|how|hows|do|does|did|is|are|can|could|will|would|should|has|have|am i|may|must|for (?:what|how|who)|since when|until when)\b/;

/** Words that say little by themselves; what a message has besides them are its own. */
const SLIGHT = new Set(
  (
    'a an the and or but so if as than then to of in on at by for from with about into out up off over without ' +
    'i im id ill ive me my mine myself you your yours we us our he him his she her they them their theirs theyre theyll ' +
    'it its itll this that those these thats one ones some any all both either none no not dont wont cant ' +
    'even only just really also too else instead again still yet now ever never always more less much many ' +
    'who whos whom whose what whats when where wheres which why how hows come ' +
    'is are am was were be been being do does did done doing have has had will would can could shall should may might must ' +
    'ask tell told say said get gets got give know find take make need want let see look go happen happens mean means ' +
    'work use refuse agree disagree help stop start pay cost long soon quick fast late often far true sure right wrong ok okay ' +
    'someone somebody anyone anybody everyone everybody nobody something anything everything thing things people person ' +
    'other others another same different way reason kind sort place time first there here'
  ).split(' '),
);

/** "Are you sure?" is met with the same answer, and the notice's own words. */
const DOUBTS =
  /^(?:(?:so|but|and|oh|wow|hm) )*(?:really(?: not)?|seriously|honest(?:ly)?|(?:are )?you (?:really |absolutely |quite )?(?:sure|certain)|is (?:that|this|it) (?:really |actually )?(?:true|right|correct|so|certain|a fact)|says who|where does it say (?:that|so|this)|promise)(?: about (?:that|this|it))?$/;
/** "How do I do that?", "can you do it for me": what was talked about is wanted. */
const WANTS =
  /^(?:(?:so|ok|okay|and|then|please|well|right) )*(?:how (?:do|would|can|could|should) (?:i|we|you|one)|(?:can|could|will|would) (?:i|you|we)(?: please)?|i(?: want| need| would like|d like)(?: you)? to|ill|let me|lets|please) (?:do|start|make|begin|ask for|put in|go about|get) (?:it|that|this|one)(?: for me| here| now| then| please| myself)*$/;

/**
 * The entry that a message of a few set words comes to after a topic, whatever else the words might mean: the topic
 * again where it is doubted, the request that it leads to where that is wanted.
 */
export function settledBy(text: string, topic: Entry, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  if (topic.act !== 'answer' && topic.act !== 'beyond') return undefined;
  const said = plain(text);
  if (DOUBTS.test(said)) return topic;
  if (!WANTS.test(said)) return undefined;
  return topic.followUps.map((id) => entries.get(id)).find((entry) => entry?.act === 'request');
}

/** Whether a message leans on what was talked about before. A full question of its own is none, and nor is a statement. */
export function isFollowUp(text: string): boolean {
  const said = plain(text);
  if (!said || said.split(' ').length > MOST_WORDS) return false;
  const own = ownWordsIn(said);
  if (JOINED.test(said)) return own <= MOST_OWN_WORDS_JOINED;
  return (
    own <= (POINTS.test(said) ? MOST_OWN_WORDS_POINTED : MOST_OWN_WORDS) &&
    (ASKS.test(said) || text.trimEnd().endsWith('?'))
  );
}

/**
 * Reads a follow-up alone and with its topic, and weighs what it may mean by how near that is to the topic.
 * @param related whether an entry is of the topic's subject.
 */
export function readWithTopic(read: Reader, text: string, topic: Entry, related: (entry: Entry) => boolean): Reading {
  const alone = read(text);
  if (topic.act === 'chat' || topic.act === 'safety') return alone;
  const together = read(`${topic.title}. ${text}`);
  const scores = new Map<Entry, number>();
  const add = (candidates: readonly Candidate[], part: number): void => {
    for (const [entry, score] of weighed(candidates, (entry) => weightOf(entry, topic, related))) {
      scores.set(entry, (scores.get(entry) ?? 0) + part * score);
    }
  };
  const said = plain(text);
  const ownWords = ownWordsIn(said);
  const share = ownWords === 0 || JOINED.test(said) || POINTS.test(said) ? TOPIC_SHARE : TOPIC_SHARE_UNPOINTED;
  // A signpost says where to ask, whatever is asked about its subject: without words of its own, it may well be said again.
  const again = topic.act === 'beyond' && ownWords === 0;
  const title = titleOf(topic, read).filter(({ entry }) => !(again && entry === topic));
  add(alone.candidates, 1 - share);
  add(addedTo(title, together.candidates), share);
  const candidates = [...scores].map(([entry, score]) => ({ entry, score })).sort((a, b) => b.score - a.score);
  return { ...alone, candidates, clauses: [], nearest: Math.max(alone.nearest, together.nearest) };
}

const titlesRead = new WeakMap<Reader, Map<Entry, readonly Candidate[]>>();

/** What a topic's title says by itself; remembered, as the same few hundred titles come again and again. */
function titleOf(topic: Entry, read: Reader): readonly Candidate[] {
  const titles = titlesRead.get(read) ?? new Map<Entry, readonly Candidate[]>();
  titlesRead.set(read, titles);
  const candidates = titles.get(topic) ?? read(topic.title).candidates;
  titles.set(topic, candidates);
  return candidates;
}

/** What a message adds to what its topic's title says by itself, as shares, the most first. */
function addedTo(title: readonly Candidate[], together: readonly Candidate[]): Candidate[] {
  const before = new Map(title.map(({ entry, score }) => [entry, score]));
  const added = together.map(({ entry, score }) => ({
    entry,
    score: Math.max(0, score - TITLE_SHARE * (before.get(entry) ?? 0)),
  }));
  const sum = Math.max(
    LEAST_ADDED,
    added.reduce((total, { score }) => total + score, 0),
  );
  return added.map(({ entry, score }) => ({ entry, score: score / sum })).sort((a, b) => b.score - a.score);
}

/** An entry that quotes the same as a likelier one has its score from that, and must not overtake it by its weight. */
function weighed(likeliestFirst: readonly Candidate[], weight: (entry: Entry) => number): [Entry, number][] {
  const weights: number[] = [];
  return likeliestFirst.map(({ entry, score }, i) => {
    const likelier = weights.filter((_, j) => saysTheSame(likeliestFirst[j]?.entry ?? entry, entry));
    weights[i] = Math.min(weight(entry), ...likelier);
    return [entry, score * weights[i]];
  });
}

/** A request is never made likelier by the topic: it would begin unasked. */
function weightOf(entry: Entry, topic: Entry, related: (entry: Entry) => boolean): number {
  if (entry === topic || entry.act === 'request') return 1;
  if (topic.act !== 'request' && topic.followUps.includes(entry.id)) return LED_TO;
  if (related(entry)) return SAME_SUBJECT;
  return entry.act === 'chat' ? TALK : 1;
}

/** Lower-case words parted by single blanks, without apostrophes. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function ownWordsIn(said: string): number {
  return said.split(' ').filter((word) => !SLIGHT.has(word)).length;
}
