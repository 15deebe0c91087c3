import { expect } from 'chai';
import { escapeMarkdown, toActivity, type Reply } from '../../dialogs/reply.js';

const NOTICE = 'https://anywhere.example/privacy';

/** What a Markdown reader shows of escaped text: the escapes and references undone. */
const shown = (markdown: string): string =>
  markdown
    .replace(/\\([\\`*_{}[\]()#+\-.!|~])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

describe('escapeMarkdown', () => {
  const hostile: readonly (readonly [typed: string, escaped: string])[] = [
    ['<script>alert(1)</script>', '&lt;script&gt;alert\\(1\\)&lt;/script&gt;'],
    ['[bank](https://evil.example)', '\\[bank\\]\\(https://evil\\.example\\)'],
    ['![x](https://evil.example/pixel.png)', '\\!\\[x\\]\\(https://evil\\.example/pixel\\.png\\)'],
    ['`code` and ```fence```', '\\`code\\` and \\`\\`\\`fence\\`\\`\\`'],
    ['**bold** _it_ ~~gone~~', '\\*\\*bold\\*\\* \\_it\\_ \\~\\~gone\\~\\~'],
    ['# heading', '\\# heading'],
    ['1. list\n- item\n> quote', '1\\. list \\- item &gt; quote'],
    ['&lt;b&gt; &amp; &#60;', '&amp;lt;b&amp;gt; &amp;amp; &amp;\\#60;'],
    ['a\\*b\\', 'a\\\\\\*b\\\\'],
    ['| a | b |', '\\| a \\| b \\|'],
    ['<https://evil.example>', '&lt;https://evil\\.example&gt;'],
    ['\u202egnp.exe\u202c', 'gnp\\.exe'],
    ['a\u200bb\u0000c\u0007d\ufeffe', 'abcde'],
    ['Zoë O’Neil 李小龍 محمد', 'Zoë O’Neil 李小龍 محمد'],
    ['👩‍👧', '👩‍👧'],
    ['line\r\nline', 'line line'],
  ];
  for (const [typed, escaped] of hostile) {
    it(`makes ${JSON.stringify(typed)} harmless`, () => void expect(escapeMarkdown(typed)).to.equal(escaped));
  }

  it('leaves nothing that Markdown or HTML reads, and shows what was typed', () => {
    const typed = '<a href="x" onclick=\'y\'>*&_`[](){}#+-.!|~\\ 100% £5 @sarah';
    const escaped = escapeMarkdown(typed);
    expect(escaped).not.to.match(/[<>]|(?<!\\)[`*_{}[\]()#+\-.!|~]/);
    expect(shown(escaped)).to.equal(typed);
  });
});

describe('a reply as an activity', () => {
  const quotes = [
    { section: 'Your rights > Access', text: 'x'.repeat(160), lines: [1] },
    { section: 'Sharing', text: 'y'.repeat(161), lines: [2, 3] },
  ];
  const answer: Reply = { kind: 'answer', entry: 'an-entry', text: 'Yes.\n\n> x', plain: 'Yes.', quotes };
  const dataOf = (reply: Reply): unknown => toActivity(reply, NOTICE).channelData;

  it('carries its kind, entry and quotes, without where they stand in the file', () => {
    expect(dataOf(answer)).to.deep.equal({
      privacyAssistant: {
        kind: 'answer',
        entry: 'an-entry',
        plain: 'Yes.',
        quotes: quotes.map(({ section, text }) => ({ section, text })),
      },
    });
    expect(toActivity(answer, NOTICE)).to.include({ type: 'message', textFormat: 'markdown', text: answer.text });
  });

  it('cites each quote with at most 160 characters of it', () => {
    const [message] = toActivity(answer, NOTICE).entities ?? [];
    expect(message).to.include({ type: 'https://schema.org/Message', '@type': 'Message' });
    expect(message?.['citation']).to.deep.equal([
      {
        '@type': 'Claim',
        position: 1,
        appearance: {
          '@type': 'DigitalDocument',
          name: 'Your rights > Access',
          url: NOTICE,
          abstract: 'x'.repeat(160),
        },
      },
      {
        '@type': 'Claim',
        position: 2,
        appearance: { '@type': 'DigitalDocument', name: 'Sharing', url: NOTICE, abstract: `${'y'.repeat(159)}…` },
      },
    ]);
  });

  it('carries right, step and reference of a request, and its buttons', () => {
    const buttons = [{ title: 'Skip this question', value: 'Skip' }];
    const activity = toActivity(
      { kind: 'request', text: '?', right: 'access', step: 'sent', reference: 'PR-7K3M-Q2X9', buttons },
      NOTICE,
    );
    expect(activity.channelData).to.deep.equal({
      privacyAssistant: { kind: 'request', right: 'access', step: 'sent', reference: 'PR-7K3M-Q2X9' },
    });
    expect(activity.suggestedActions?.actions).to.deep.equal([
      { type: 'imBack', title: 'Skip this question', value: 'Skip' },
    ]);
  });

  it('carries the options of a clarifying question', () => {
    const options = [{ title: 'This', value: 'This' }];
    expect(dataOf({ kind: 'clarify', text: '?', buttons: options })).to.deep.equal({
      privacyAssistant: { kind: 'clarify', options },
    });
  });

  it('carries what to send where it helped, and where it did not, apart from its buttons', () => {
    const feedback = { yes: 'It did', no: 'It did not' };
    const activity = toActivity({ kind: 'answer', text: 'Yes.', feedback }, NOTICE);
    expect(activity.channelData).to.deep.equal({ privacyAssistant: { kind: 'answer', feedback } });
    expect(activity).not.to.have.property('suggestedActions');
  });

  it('has nothing in it that it was not given', () => {
    expect(toActivity({ kind: 'chat', text: 'Hello' }, NOTICE)).to.have.all.keys(
      'type',
      'text',
      'textFormat',
      'locale',
      'channelData',
    );
  });
});
