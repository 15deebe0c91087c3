import { expect } from 'chai';
import { composeCodeMail } from '../../src/handoff/code-mail.js';
import { composeAcknowledgement, composeDpoMail } from '../../src/handoff/email.js';
import type { Mail } from '../../src/handoff/mail.js';
import { contentOf } from '../../src/handoff/transports/notify-content.js';
import { toNotifyMarkdown } from '../../src/handoff/transports/notify-markdown.js';
import { readAsNotify, type NotifyReading } from './notify-reading.js';
import { aRequest, CONTEXT } from './requests.js';

const readMail = (mail: Mail): NotifyReading => readAsNotify(contentOf(mail).body);
/** The words of a mail's text, a line each, without what marks it. */
const wordsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !/^(?:=+|-+)$/.test(line))
    .map((line) => line.replace(/^(?:- | {4}|> ?)/, '').trim())
    .filter(Boolean);
const unmarked = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replace(/^> ?/, '').trim()).filter(Boolean);

/** A mail in which a resident's words stand wherever they may. */
const mailWith = (words: string): Mail =>
  composeDpoMail(
    aRequest({
      firstMessage: words,
      requester: { ...aRequest().requester, fullName: words, phone: words, post: `${words}\n\n${words}` },
      scope: { services: [words, words], details: `${words} too` },
      answers: { details: `x\n${words}`, services: words },
      adjustments: words,
    }),
    CONTEXT,
  );

const HOSTILE = [
  ['a heading', '# Decision: refused'],
  ['a heading by underline', 'Decision: refused\n================='],
  ['a heading by dashes', 'Decision: refused\n---'],
  ['bullets', '* delete it all\n- delete it all\n• delete it all'],
  ['a numbered list', '1. pay them\n2. pay them'],
  ['an inset', '^ The council agrees'],
  ['a rule', '***\n___'],
  ['a link', 'see [the notice](https://evil.example/steal)'],
  ['a link by reference', '[the notice][1]\n\n[1]: https://evil.example'],
  ['a picture', '![logo](https://evil.example/x.png)'],
  ['a web address', 'see https://evil.example/login?a=1&b=2 now'],
  ['a placeholder', '((subject)) ((body??yes)) ((request_file))'],
  ['markup', '<h1>hello</h1> <a href="https://evil.example">x</a>'],
  ['entities', '&#35; heading &#91;x&#93;(https&#58;//evil.example) &ast; &amp;#42;'],
  ['code', '```\n[x](https://evil.example)\n```'],
  ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
  ['a sign that Notify takes for a new line', 'x\u2424# Decision\u2424* refused'],
  ['backslashes', '\\# \\[x](https://evil.example) C:\\\\temp\\'],
] as const;

describe('A mail as GOV.UK Notify shows it', () => {
  const plain = readMail(mailWith('hello'));

  for (const [name, words] of HOSTILE) {
    it(`formats nothing that a resident typed: ${name}`, () => {
      const reading = readMail(mailWith(words));
      expect(reading.headings).to.deep.equal(plain.headings);
      expect(reading.bullets.filter((bullet) => !bullet.startsWith('The person typed a link'))).to.deep.equal(
        plain.bullets,
      );
      expect([reading.other, reading.links]).to.deep.equal([[], []]);
    });

    it(`shows what a resident typed as it was typed: ${name}`, () => {
      const mail = mailWith(words);
      const shown = unmarked(readMail(mail).lines);
      const typed = wordsOf(mail.text).map((line) => line.replace(/\u2424/g, '\u240a'));
      expect(shown.slice(0, typed.length)).to.deep.equal(typed);
    });
  }

  it('would format most of it, were it passed on as it is', () => {
    const nothing = HOSTILE.filter(([, words]) => {
      const { headings, bullets, other, links } = readAsNotify(words);
      return headings.length + bullets.length + other.length + links.length === 0;
    });
    expect(nothing.map(([name]) => name)).to.deep.equal(['a placeholder']);
  });

  it('never has the two brackets of a placeholder', () => {
    expect(contentOf(mailWith('((body)) (( (((x)))')).body).not.to.match(/\(\(|\)\)/);
  });

  it('marks every line of a resident’s words, also where an indent would be lost', () => {
    const mail = mailWith('first\n\nReference: PR-AAAA-BBBB\nRespond by Friday');
    const forged = readMail(mail).lines.filter((line) => /^(?:Reference: PR-AAAA|Respond by Friday)/.test(line));
    expect(forged).to.deep.equal([]);
  });

  it('keeps our own headings and lists', () => {
    expect(plain.headings).to.include.members([
      'Access request PR-7K3M-Q2X9',
      'CHECK NEXT',
      'DATES',
      'HOW THIS MAIL CAME',
    ]);
    expect(plain.bullets).to.have.length.above(2);
  });

  it('keeps links where no resident has written: in the acknowledgement', () => {
    const mail = composeAcknowledgement(aRequest(), CONTEXT);
    if (!mail) throw new Error('no acknowledgement was composed');
    const reading = readMail(mail);
    expect(reading.links.map(([, address]) => address)).to.deep.equal([
      'https://ico.org.uk/make-a-complaint',
      'https://example.gov.uk/privacy-notices',
    ]);
    expect(reading.headings).to.include('WHAT HAPPENS NEXT');
    expect(unmarked(reading.lines)).to.deep.equal(wordsOf(mail.text));
  });

  it('shows a code on a line of its own', () => {
    const mail = composeCodeMail({ email: 'zq@example.com', digits: '048213', minutes: 10 }, CONTEXT);
    expect(readMail(mail).lines).to.include('> 048213');
  });

  it('leaves what is marked in an address alone, and writes its ampersand as Notify wants it', () => {
    const text = 'See: https://a.example/x_y-(z)?a=1&b=2\n';
    expect(toNotifyMarkdown(text, { links: true })).to.equal('See: https://a.example/x_y-(z)?a=1&amp;b=2');
  });

  it('does not take a line of ours for a list because of how it begins', () => {
    const text = '2. is the number of our house\n-5 degrees\n• dot\n^ hat\n= sign\n';
    const { bullets, other, lines } = readAsNotify(toNotifyMarkdown(text, { links: true }));
    expect([bullets, other]).to.deep.equal([[], []]);
    expect(lines).to.deep.equal(text.trim().split('\n'));
  });

  it('takes linear time', () => {
    const hostile = ['[', '((', '\\', 'https://', '&#', '-', '> ', '    ', '\n---\n', '| '].map((part) =>
      part.repeat(50_000),
    );
    const began = performance.now();
    for (const text of hostile) for (const links of [true, false]) toNotifyMarkdown(text, { links });
    expect(performance.now() - began).to.be.below(3_000);
  });
});
