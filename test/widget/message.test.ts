import { expect } from 'chai';
import type { Activity } from '../../widget/content/fields.js';
import { withTextFragment } from '../../widget/content/text-fragment.js';
import { readActivitySet, readSession } from '../../widget/direct-line/protocol.js';
import { readMessage } from '../../widget/message.js';
import { readOptions } from '../../widget/options.js';
import { charactersLeft } from '../../widget/content/wording.js';

const fromBot = (fields: Readonly<Record<string, unknown>>): Activity => ({
  type: 'message',
  id: 'c|0000002',
  from: { id: 'privacy-assistant', role: 'bot' },
  ...fields,
});

describe('reading activities', () => {
  it('knows its own messages by their role or by the user’s id, and under the id it gave them', () => {
    const own = { type: 'message', id: 'c|0000001', text: 'Hi', channelData: { clientActivityID: 'x' } };
    const expected = { by: 'you', key: 'x', text: 'Hi', delivery: 'sent', isPlaced: true };
    expect(readMessage({ ...own, from: { id: 'dl_1', role: 'user' } }, undefined)).to.deep.equal(expected);
    expect(readMessage({ ...own, from: { id: 'dl_1' } }, 'dl_1')).to.deep.equal(expected);
    expect(readMessage({ ...own, from: { id: 'dl_2' } }, 'dl_1')).to.deep.include({ by: 'assistant' });
  });

  it('reads a message of any bot, which says nothing of kinds or quotes', () => {
    expect(readMessage(fromBot({ text: 'Hi', textFormat: 'plain' }), 'dl_1')).to.deep.equal({
      by: 'assistant',
      key: 'c|0000002',
      text: 'Hi',
      isMarkdown: false,
      quotes: [],
      summary: [],
      choices: [],
    });
  });

  it('shows the text without its quotes where it shows the quotes', () => {
    const quotes = [{ section: 'A', text: 'Words.' }];
    const text = (ours: object): unknown =>
      readMessage(fromBot({ text: 'Plain. “Words.”', channelData: { privacyAssistant: ours } }), 'dl_1');
    expect(text({ plain: 'Plain.', quotes })).to.deep.include({ text: 'Plain.' });
    expect(text({ plain: 'Plain.', quotes: [] })).to.deep.include({ text: 'Plain. “Words.”' });
  });

  it('takes only buttons that send something', () => {
    const actions = [
      { type: 'imBack', title: 'Yes', value: 'yes' },
      { type: 'imBack', title: 'Only a title' },
      { type: 'openUrl', title: 'Away', value: 'javascript:alert(1)' },
      { type: 'imBack', value: 'no title' },
      { type: 'imBack', title: { toString: 'x' }, value: 1 },
      null,
    ];
    expect(readMessage(fromBot({ text: 'Well?', suggestedActions: { actions } }), 'dl_1')).to.deep.include({
      choices: [
        { title: 'Yes', value: 'yes' },
        { title: 'Only a title', value: 'Only a title' },
      ],
    });
  });

  it('asks whether it helped only where both answers can be sent', () => {
    const feedback = (given: unknown): unknown =>
      readMessage(fromBot({ text: 'Hi', channelData: { privacyAssistant: { feedback: given } } }), 'dl_1');
    expect(feedback({ yes: 'It did', no: 'It did not' })).to.deep.include({
      feedback: { yes: 'It did', no: 'It did not' },
    });
    for (const given of [undefined, null, 'yes', {}, { yes: 'It did' }, { yes: 'It did', no: '' }, { yes: 1, no: 2 }]) {
      expect(feedback(given)).not.to.have.property('feedback');
    }
  });

  for (const [title, fields] of [
    ['an event', { type: 'event', text: 'Hi' }],
    ['typing', { type: 'typing' }],
    ['an empty message', { text: '  ' }],
    ['a text that is none', { text: { evil: true } }],
    ['nonsense throughout', { text: 1, channelData: 'x', suggestedActions: [], entities: { citation: 3 } }],
    ['nothing in everything', { text: null, channelData: null, suggestedActions: null, entities: null, from: null }],
  ] as const) {
    it(`reads no message in ${title}`, () => {
      expect(readMessage(fromBot(fields), 'dl_1')).to.equal(undefined);
    });
  }

  it('shows no confirmation without a reference, and none for another step', () => {
    for (const ours of [
      { kind: 'request', step: 'sent' },
      { kind: 'request', step: 'checkAnswers', reference: 'PR-7K3M-2QX9' },
      { kind: 'answer', step: 'sent', reference: 'PR-7K3M-2QX9' },
    ]) {
      expect(
        readMessage(fromBot({ text: 'Hi', channelData: { privacyAssistant: ours } }), 'dl_1'),
      ).to.not.have.property('sent');
    }
  });

  for (const frame of [null, 1, 'x', []]) {
    it(`reads no batch in ${JSON.stringify(frame)}`, () => {
      expect(readActivitySet(frame)).to.equal(undefined);
    });
  }

  it('leaves out of a batch what is no activity', () => {
    const good = { type: 'message', id: '1' };
    expect(
      readActivitySet({ activities: [null, 3, {}, { type: 1 }, { type: 'x', id: 4 }, good], watermark: '' }),
    ).to.deep.equal({
      activities: [good],
      watermark: undefined,
    });
    expect(readActivitySet({})).to.deep.equal({ activities: [], watermark: undefined });
  });

  it('takes a token to last half an hour where nothing is said, and never for ever', () => {
    const body = { conversationId: 'c', userId: 'u', token: 't' };
    for (const expires_in of [undefined, 0, -1, 'soon']) {
      expect(readSession({ ...body, expires_in }, 1_000)?.expiresAt).to.equal(1_801_000);
    }
    expect(readSession({ ...body, expires_in: 60 }, 1_000)?.expiresAt).to.equal(61_000);
    expect(readSession({ conversationId: 'c', userId: 'u' }, 0)).to.equal(undefined);
  });
});

describe('links to a quote', () => {
  const at = 'https://example.gov.uk/notice';
  for (const [title, url, quote, expected] of [
    ['a short quote whole', at, 'You can ask us.', `${at}#:~:text=You%20can%20ask%20us.`],
    [
      'a long quote by its ends',
      at,
      'one two three four five six seven eight nine ten eleven twelve thirteen',
      `${at}#:~:text=one%20two%20three%20four%20five%20six,eight%20nine%20ten%20eleven%20twelve%20thirteen`,
    ],
    [
      'list items from the first to the last',
      at,
      'We use it:\n- to help\n- because',
      `${at}#:~:text=We%20use%20it%3A,because`,
    ],
    ['what means something in the directive', at, 'a-b, c & d', `${at}#:~:text=a%2Db%2C%20c%20%26%20d`],
    ['a page that has a fragment already', `${at}#rights`, 'Yes.', `${at}#rights:~:text=Yes.`],
    ['no words at all', at, ' \n ', at],
  ] as const) {
    it(`mark ${title}`, () => {
      expect(withTextFragment(url, quote)).to.equal(expected);
    });
  }
});

describe('the options of the script tag', () => {
  const src = 'https://privacy.example.gov.uk/widget.js?v=1';

  it('are as usual where none are given', () => {
    expect(readOptions({ src, dataset: {} })).to.deep.equal({
      base: 'https://privacy.example.gov.uk/',
      heading: 'Ask about your privacy',
      side: 'right',
      isOpen: false,
      hasLinks: true,
    });
  });

  it('are taken where they are given', () => {
    const dataset = { heading: ' Your data ', position: 'left', open: 'true', links: 'false', page: 'forms' };
    expect(readOptions({ src: 'https://example.gov.uk/chat/widget.js', dataset })).to.deep.equal({
      base: 'https://example.gov.uk/chat/',
      heading: 'Your data',
      side: 'left',
      isOpen: true,
      hasLinks: false,
      page: 'forms',
    });
  });
});

describe('the count of characters', () => {
  for (const [left, expected] of [
    [2000, undefined],
    [401, undefined],
    [400, 'You have 400 characters left'],
    [1, 'You have 1 character left'],
    [0, 'You have 0 characters left'],
    [-1, 'You have 1 character too many'],
    [-1200, 'You have 1,200 characters too many'],
  ] as const) {
    it(`says ${expected ?? 'nothing'} with ${left} left`, () => {
      expect(charactersLeft(left)).to.equal(expected);
    });
  }
});
