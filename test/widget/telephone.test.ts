import { expect } from 'chai';
import { markdownAsText } from '../../widget/content/as-text.js';
import { markdownAsHtml } from '../../widget/content/as-html.js';
import { readBotMessage } from '../../widget/content/bot-message.js';
import { withNumbersToCall } from '../../widget/content/telephone.js';
import { knowledge } from './real-service.js';

const messageOf = (kind: string, text: string): string =>
  readBotMessage({ type: 'message', text, channelData: { privacyAssistant: { kind } } }, '1')?.text ?? '';

describe('telephone numbers for somebody in danger', () => {
  for (const [text, expected] of [
    ['Please call 999.', 'Please call [999](tel:999).'],
    ['the police are on 101. I am', 'the police are on [101](tel:101). I am'],
    ['Samaritans, 116 123.', 'Samaritans, [116 123](tel:116123).'],
    ['open day and night: 0808 2000 247.', 'open day and night: [0808 2000 247](tel:08082000247).'],
    ['(MASH) on 020 8359 4066, in', '(MASH) on [020 8359 4066](tel:02083594066), in'],
    ['on 0800 1111. It', 'on [0800 1111](tel:08001111). It'],
    // What is a link already, and what only looks like a number to call.
    ['call [999](tel:999)', 'call [999](tel:999)'],
    ['press 55', 'press 55'],
    ['on 1011 days, 2 999', 'on 1011 days, 2 [999](tel:999)'],
    ['£999 and 9991', '£999 and 9991'],
  ] as const) {
    it(`can be pressed: ${text}`, () => {
      expect(withNumbersToCall(text)).to.equal(expected);
    });
  }

  it('can be pressed in every answer about danger, and in no other', () => {
    const answers = knowledge().entries.flatMap((entry) => (entry.act === 'safety' ? [entry.answer] : []));
    expect(answers.length).to.be.above(3);
    for (const answer of answers) {
      const shown = markdownAsHtml(messageOf('safety', answer)).source;
      expect(shown).to.contain('<a href="tel:');
      // No digits are left beside the links but those to press in a call.
      expect(shown.replaceAll(/<a .*?<\/a>/g, '').match(/\d{3,}/g)).to.equal(null);
      expect(messageOf('answer', answer)).to.equal(answer);
    }
  });

  it('are written once in what is saved', () => {
    expect(markdownAsText(withNumbersToCall('Samaritans, 116 123.'))).to.equal('Samaritans, 116 123.');
  });

  it('takes no longer than it should over 200,000 digits and spaces', () => {
    for (const part of ['0', '020 ', '0123 4567 ', '116 ']) {
      const began = performance.now();
      withNumbersToCall(part.repeat(200_000 / part.length));
      expect(performance.now() - began).to.be.below(1_000);
    }
  });
});
