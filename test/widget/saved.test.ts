import { expect } from 'chai';
import type { BotMessage } from '../../widget/content/bot-message.js';
import type { Entry } from '../../widget/message.js';
import { savedAsPage, savedAsText } from '../../widget/saved.js';

const ON = new Date('2026-12-01T23:30:00Z');
const ANSWER: BotMessage = {
  by: 'assistant',
  key: 'b',
  at: '2026-07-01T09:05:00Z',
  text: 'The council **keeps** it.',
  isMarkdown: true,
  quotes: [{ section: 'How long > Records', text: 'We keep it.' }],
  summary: [{ label: 'Your name', value: '<Ann>', change: 'Change name' }],
  choices: [],
};
const ENTRIES: readonly Entry[] = [
  { by: 'you', key: 'a', text: 'How <b>long</b>?\n**Really**', delivery: 'sent', isPlaced: true },
  ANSWER,
  { by: 'divider', key: 'c' },
  { by: 'you', key: 'd', text: 'Hello', at: 'nonsense', delivery: 'waiting', isPlaced: false },
];

describe('a conversation that is saved', () => {
  it('is plain text, with speakers, times as in London, and quotes', () => {
    const { name, type, contents } = savedAsText(ENTRIES, ON);
    expect([name, type]).to.deep.equal(['privacy-chat-2026-12-01.txt', 'text/plain;charset=utf-8']);
    expect(contents).to.equal(
      `\ufeffChat with the privacy assistant

Saved on 1 December 2026. This chat was with an automated assistant, not with a person.

You:
How <b>long</b>?
**Really**

Assistant, 1 July at 10:05:
The council keeps it.

- Your name: <Ann>

    “We keep it.”
    From the privacy notice: How long, Records

— The conversation before this has ended. This is a new one. —

You:
Hello
`,
    );
  });

  it('is a page in which nothing runs and nothing is fetched', () => {
    const { name, contents } = savedAsPage(ENTRIES, ON);
    expect(name).to.equal('privacy-chat-2026-12-01.html');
    expect(contents).to.contain('<p class="typed">How &lt;b&gt;long&lt;/b&gt;?\n**Really**</p>');
    expect(contents).to.contain('<p>The council <strong>keeps</strong> it.</p>');
    expect(contents).to.contain('<li><strong>Your name</strong>: &lt;Ann&gt;</li>');
    expect(contents).to.contain('<blockquote><p>We keep it.</p></blockquote>');
    expect(contents).to.not.match(/<script|<link|<img|\ssrc=/);
  });
});
