import { expect } from 'chai';
import { h } from 'preact';
import type { BotMessage } from '../../widget/content/bot-message.js';
import { EntryView } from '../../widget/entry.js';
import type { Entry, OwnMessage } from '../../widget/message.js';
import { nextSaid, verdictsIn } from '../../widget/transcript.js';
import { elementsOf, type Shown } from './vnodes.js';

const FEEDBACK = { yes: 'It helped', no: 'It did not help' };
const ANSWER: BotMessage = {
  by: 'assistant',
  key: 'a',
  text: 'We do not.',
  isMarkdown: false,
  quotes: [],
  summary: [],
  choices: [{ title: 'How long?', value: 'how long' }],
  feedback: FEEDBACK,
};
const THANKS: BotMessage = {
  by: 'assistant',
  key: 't',
  text: 'Thank you.',
  isMarkdown: false,
  quotes: [],
  summary: [],
  choices: [],
};
const own = (text: string): OwnMessage => ({ by: 'you', key: text, text, delivery: 'sent', isPlaced: true });

/** The first entry of a transcript as it is shown, and what pressing its buttons sends. */
function shown(entries: readonly Entry[]): { readonly buttons: readonly Shown[]; readonly all: readonly Shown[] } & {
  press(title: string): readonly string[];
} {
  const sent: string[] = [];
  const [entry] = entries;
  if (!entry) throw new Error('nothing to show');
  const all = elementsOf(
    h(EntryView, {
      entry,
      answer: nextSaid(entries, 0),
      reply: nextSaid(entries, 0, verdictsIn(entries)),
      answersUrl: undefined,
      choose: (value) => void sent.push(value),
      retry: undefined,
    }),
  );
  const buttons = all.filter(({ tag }) => tag === 'button');
  return {
    all,
    buttons,
    press(title) {
      const press = buttons.find(({ text }) => text === title)?.attributes['onClick'];
      if (typeof press !== 'function') throw new Error(`there is no button ${title}`);
      Reflect.apply(press, undefined, []);
      return sent;
    },
  };
}

const isDead = ({ attributes }: Shown): boolean => attributes['aria-disabled'] === 'true';

describe('“Was this helpful?”', () => {
  it('is asked under an answer that can be judged, before what may come next', () => {
    const { buttons, all } = shown([ANSWER]);
    expect(buttons.map(({ text }) => text)).to.deep.equal(['Yes', 'No', 'How long?']);
    expect(buttons.some(isDead)).to.equal(false);
    const groups = all.filter(({ attributes }) => attributes['role'] === 'group');
    expect(groups.map(({ attributes }) => attributes['aria-label'])).to.deep.equal([
      'Was this helpful?',
      'Choose an answer, or write your own',
    ]);
    expect(groups[0]?.text).to.equal('Was this helpful?YesNo');
  });

  it('is not asked under anything else', () => {
    expect(shown([THANKS]).buttons).to.deep.equal([]);
  });

  it('is answered with the message that the assistant asked for', () => {
    expect(shown([ANSWER]).press('Yes')).to.deep.equal([FEEDBACK.yes]);
    expect(shown([ANSWER]).press('No')).to.deep.equal([FEEDBACK.no]);
  });

  it('goes dead once it was answered, and shows how; what may come next does not', () => {
    const entries = [ANSWER, own(FEEDBACK.no), THANKS];
    const { buttons } = shown(entries);
    expect(buttons.map(isDead)).to.deep.equal([true, true, false]);
    expect(buttons.map(({ attributes }) => attributes['aria-label'])).to.deep.equal([
      'Yes, Already answered',
      'No, (chosen)',
      undefined,
    ]);
    expect(shown(entries).press('Yes')).to.deep.equal([]);
    expect(shown(entries).press('How long?')).to.deep.equal(['how long']);
  });

  it('goes dead with everything else once the conversation has gone on', () => {
    for (const next of [[own('how long')], [own(FEEDBACK.yes), THANKS, own('how long')]]) {
      expect(shown([ANSWER, ...next]).buttons.map(isDead)).to.deep.equal([true, true, true]);
    }
    const over: Entry = { by: 'divider', key: 'd' };
    expect(shown([ANSWER, over]).buttons.map(isDead)).to.deep.equal([true, true, true]);
  });
});
