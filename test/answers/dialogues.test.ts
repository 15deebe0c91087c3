import { expect } from 'chai';
import type { Reply } from '../../dialogs/reply.js';
import { wording } from '../../dialogs/wording.js';
import { BARNET, talkInBarnet } from './barnet.js';
import { DIALOGUES } from './dialogues.js';

/** A reply, as the tables name it. */
function nameOf({ kind, entry, right, step, text }: Reply): string {
  if (kind === 'request') return `${String(right)}:${step ?? 'write'}`;
  if (entry !== undefined) return entry;
  if (text === wording.offerDeclined) return 'offerDeclined';
  return text === wording.cancelled(BARNET.council) ? 'cancelled' : kind;
}

/** An offer to start the request that an answer leads to may stand beside the answer. */
const isOffer = (name: string): boolean => /:(?:start|write)$/.test(name);

function expectReplies(replies: readonly Reply[], expected: string, said: string): void {
  const names = replies.map(nameOf);
  const isMet = expected.split(' | ').some((alternative) => {
    const wanted = alternative.split(' + ');
    return (
      wanted.every((name) => names.includes(name)) && names.every((name) => wanted.includes(name) || isOffer(name))
    );
  });
  expect(isMet, `“${said}” is met with ${names.join(' + ')}, not ${expected}`).to.equal(true);
}

for (const [about, dialogues] of Object.entries(DIALOGUES)) {
  describe(`in conversation: ${about}`, () => {
    for (const dialogue of dialogues) {
      it(dialogue.map(([said]) => `“${said}”`).join(' – '), () => {
        expect(dialogue.length).to.be.greaterThan(1);
        const talk = talkInBarnet();
        for (const [said, replied] of dialogue) {
          talk.says(said);
          expectReplies(talk.replies, replied, said);
        }
      });
    }
  });
}

describe('a clarifying question', () => {
  // Which words are unclear changes with the knowledge, so they are looked for among all that the lexicon has.
  const unclear = BARNET.lexicon
    .flatMap(({ words }) => words)
    .filter((words) => talkInBarnet().says(words).kind === 'clarify')
    .slice(0, 25);

  it('is asked where two things are about as likely, with two or three of them and “something else”', () => {
    expect(unclear.length).to.be.greaterThan(0);
    for (const words of unclear) {
      const { text, buttons = [] } = talkInBarnet().says(words);
      expect(text, words).to.equal(wording.clarify);
      expect(buttons.length, words).to.be.within(3, 4);
      expect(buttons.at(-1)?.title, words).to.equal(wording.somethingElse);
      expect(new Set(buttons.map(({ value }) => value)).size, words).to.equal(buttons.length);
    }
  });

  it('is settled by each of its buttons', () => {
    for (const words of unclear) {
      const { buttons = [] } = talkInBarnet().says(words);
      for (const { value } of buttons.slice(0, -1)) {
        const talk = talkInBarnet();
        const { kind, entry, right } = talk.says(words, value);
        const meant = BARNET.answerer.byTitle(value);
        expect(kind, value).to.equal(meant?.family);
        if (kind !== 'request') expect(meant && 'entry' in meant && meant.entry?.id, value).to.equal(entry);
        else expect(meant?.family === 'request' && meant.entry.right, value).to.equal(right);
      }
    }
  });

  it('is never asked twice in a row', () => {
    for (const words of unclear) {
      const talk = talkInBarnet();
      expect(talk.says(words).kind).to.equal('clarify');
      for (const again of unclear) {
        const next = talkInBarnet(talk.state);
        expect(next.says(again).kind, `${words}, ${again}`).not.to.equal('clarify');
      }
    }
  });

  it('may be met with “something else”, and then with a question', () => {
    for (const words of unclear) {
      const talk = talkInBarnet();
      expect(talk.says(words, wording.somethingElse).text).to.equal(wording.somethingElseThen);
      expect(talk.says('do you sell my details?').entry, words).to.equal('no-selling');
    }
  });

  it('may be met with a question in full instead', () => {
    for (const words of unclear) {
      expect(talkInBarnet().says(words, 'do you sell my details?').entry, words).to.equal('no-selling');
    }
  });
});
