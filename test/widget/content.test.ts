import { expect } from 'chai';
import { escapeMarkdown } from '../../dialogs/reply.js';
import { markdownAsHtml, quoteAsHtml } from '../../widget/content/as-html.js';
import { markdownAsText, quoteAsText } from '../../widget/content/as-text.js';
import { questionIn, readBotMessage } from '../../widget/content/bot-message.js';
import { markup } from '../../widget/content/html.js';
import { fieldFor } from '../../widget/content/step-field.js';

/** A reply of ours, as it is read. */
const read = (ours: object, fields: object = {}): ReturnType<typeof readBotMessage> =>
  readBotMessage({ type: 'message', text: 'Well?', channelData: { privacyAssistant: ours }, ...fields }, 'k');

describe('HTML that is written as text', () => {
  it('escapes whatever is put into it, and nothing twice', () => {
    const inner = markup`<b>${'<i>"&\''}</b>`;
    expect(markup`<p title="${'"><script>'}">${inner}${[inner, 1]}</p>`.source).to.equal(
      '<p title="&quot;&gt;&lt;script&gt;"><b>&lt;i&gt;&quot;&amp;&#39;</b><b>&lt;i&gt;&quot;&amp;&#39;</b>1</p>',
    );
  });

  it('shows nothing for what is not there', () => {
    expect(markup`a${undefined}b${false}c${[]}d`.source).to.equal('abcd');
  });
});

describe('Markdown on pages and in files', () => {
  const hostile = '<img src=x onerror=alert(1)> **x** [a](javascript:alert(1)) \n- b';
  for (const [title, markdown, asHtml, asText] of [
    ['paragraphs', 'One.\n\nTwo\nlines.', '<p>One.</p><p>Two<br>lines.</p>', 'One.\n\nTwo\nlines.'],
    [
      'lists',
      'For:\n- **you**\n- me',
      '<p>For:</p><ul><li><strong>you</strong></li><li>me</li></ul>',
      'For:\n\n- you\n- me',
    ],
    ['steps', '2. b\n3. c', '<ol start="2"><li>b</li><li>c</li></ol>', '2. b\n3. c'],
    [
      'links',
      'See [here](https://example.org/a?b&c).',
      '<p>See <a href="https://example.org/a?b&amp;c" rel="noreferrer">here</a>.</p>',
      'See here (https://example.org/a?b&c).',
    ],
    [
      'addresses',
      'Write to a@example.org',
      '<p>Write to <a href="mailto:a@example.org" rel="noreferrer">a@example.org</a></p>',
      'Write to a@example.org',
    ],
    [
      'what somebody typed',
      escapeMarkdown(hostile),
      '<p>&lt;img src=x onerror=alert(1)&gt; **x** [a](javascript:alert(1))  - b</p>',
      hostile.replace('\n', ' '),
    ],
  ] as const) {
    it(`shows ${title}`, () => {
      expect(markdownAsHtml(markdown).source).to.equal(asHtml);
      expect(markdownAsText(markdown)).to.equal(asText);
    });
  }

  it('shows a quotation with its section and where to read it', () => {
    const quote = { section: 'Rights > Access', text: 'You can:\n- see', url: 'https://example.org/n' };
    expect(quoteAsHtml(quote).source).to.equal(
      '<figure><blockquote><p>You can:</p><ul><li>see</li></ul></blockquote><figcaption>From the privacy notice: <cite>Rights, Access</cite><br><a href="https://example.org/n#:~:text=You%20can%3A,see" rel="noreferrer">Read this in the notice</a></figcaption></figure>',
    );
    expect(quoteAsText(quote)).to.equal('    “You can:\n    - see”\n    From the privacy notice: Rights, Access');
    expect(quoteAsHtml({ ...quote, url: 'javascript:alert(1)' }).source).to.not.contain('href');
  });
});

describe('what a reply says of a request', () => {
  it('is how far it has come, where that can be', () => {
    const progress = (given: unknown): unknown => read({ kind: 'request', step: 'contact', progress: given })?.progress;
    expect(progress({ question: 3, of: 7 })).to.deep.equal({ question: 3, of: 7 });
    for (const given of [
      undefined,
      null,
      3,
      { question: 0, of: 7 },
      { question: 8, of: 7 },
      { question: '3', of: 7 },
      { question: 1.5, of: 2 },
    ])
      expect(progress(given), JSON.stringify(given)).to.equal(undefined);
  });

  it('is each answer to be checked, once, with the way to change it', () => {
    const row = { label: 'Your name', value: 'Ann', change: 'Change name' };
    const actions = ['Send my request', 'Change name', 'Cancel'].map((title) => ({
      type: 'imBack',
      title,
      value: title,
    }));
    const message = read(
      { kind: 'request', step: 'checkAnswers', plain: 'Check.', summary: [row, { label: 'x' }, null] },
      { text: 'Check.\n- **Your name**: Ann', suggestedActions: { actions } },
    );
    expect(message).to.deep.include({ text: 'Check.', summary: [row], step: 'checkAnswers' });
    expect(message?.choices.map(({ value }) => value)).to.deep.equal(['Send my request', 'Cancel']);
  });

  it('is the reference, which is not said twice', () => {
    const text =
      '**Sent.**\n\nYour reference: **PR-7K3M-2QX9**\n\nKeep PR-7K3M-2QX9 until the council has answered you, and longer if you can.';
    const message = read({ kind: 'request', step: 'sent', right: 'complaint', reference: 'PR-7K3M-2QX9' }, { text });
    expect(message?.sent).to.deep.equal({ reference: 'PR-7K3M-2QX9', isComplaint: true });
    expect(message?.text).to.match(/^\*\*Sent\.\*\*\n\nKeep PR-7K3M/);
  });

  for (const [step, text, expected] of [
    [
      'contact',
      'Noted:\n- a\n\nHow can we reach you? One way will do.',
      ['Noted:\n- a', 'How can we reach you?', 'One way will do.'],
    ],
    ['fullName', 'What is your full name?', ['', 'What is your full name?', '']],
    ['emailCode', 'I sent a code. Type it here.', ['', undefined, 'I sent a code. Type it here.']],
    ['checkAnswers', 'Right?\n\nSend it?', ['Right?\n\nSend it?', undefined, '']],
    [undefined, 'Hello?', ['Hello?', undefined, '']],
  ] as const) {
    it(`is the question of ${step ?? 'no step'}: ${JSON.stringify(expected[1])}`, () => {
      const message = read({ kind: 'request', step }, { text });
      const parts = message && questionIn(message);
      expect([parts?.before, parts?.question, parts?.after]).to.deep.equal(expected);
    });
  }

  for (const [step, expected] of [
    ['fullName', { autocomplete: 'name', isLine: true }],
    ['subjectName', { autocomplete: 'off', isLine: true }],
    ['emailCode', { autocomplete: 'one-time-code', inputmode: 'numeric' }],
    ['details', { label: 'Your answer', autocomplete: 'off', isLine: false }],
    ['checkAnswers', { label: 'Your message' }],
    ['start', { label: 'Your message' }],
    [undefined, { label: 'Your message', autocomplete: 'off', isLine: false }],
  ] as const) {
    it(`is a field that fits ${step ?? 'any message'}`, () => {
      expect(fieldFor(step)).to.deep.include(expected);
    });
  }
});
