import { expect } from 'chai';
import { h } from 'preact';
import { escapeMarkdown } from '../../dialogs/reply.js';
import { Markdown } from '../../widget/markdown.js';
import { elementsOf, textOf } from './vnodes.js';

const shown = (text: string) => elementsOf(h(Markdown, { text }));
const words = (text: string): string => textOf(h(Markdown, { text }));
/** "p strong:bold" and so on, so that tables can be read. */
const outline = (text: string): string[] => shown(text).map((element) => `${element.tag}: ${element.text}`);

describe('the Markdown of messages', () => {
  for (const [title, text, expected] of [
    ['a paragraph', 'Hello there.', ['p: Hello there.']],
    ['paragraphs', 'One.\n\nTwo.\n\n\nThree.', ['p: One.', 'p: Two.', 'p: Three.']],
    ['a line break', 'One\nTwo', ['p: One\nTwo', 'br: \n']],
    ['line ends of Windows', 'One\r\n\r\nTwo', ['p: One', 'p: Two']],
    ['bold', 'Keep **this one** safe', ['p: Keep this one safe', 'strong: this one']],
    ['a list', 'For:\n- you\n- them', ['p: For:', 'ul: youthem', 'li: you', 'li: them']],
    ['a list with blank lines between', '* a\n\n* b', ['ul: ab', 'li: a', 'li: b']],
    ['a list with steps', '1. First\n2. Then', ['ol: FirstThen', 'li: First', 'li: Then']],
    ['an item that goes on', '- a\n  b\n\nc', ['ul: a\nb', 'li: a\nb', 'br: \n', 'p: c']],
    ['bold in an item', '- **Name:** Ann', ['ul: Name: Ann', 'li: Name: Ann', 'strong: Name:']],
    ['a paragraph after a list', '- a\nb', ['ul: a', 'li: a', 'p: b']],
    ['nothing', '', []],
  ] as const) {
    it(`shows ${title}`, () => {
      expect(outline(text)).to.deep.equal(expected);
    });
  }

  for (const [title, text, expected] of [
    ['escapes', '1\\. \\*\\*not bold\\*\\* \\[x\\] \\\\', '1. **not bold** [x] \\'],
    ['entities', 'a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
    ['other entities', '&nbsp;&#x41;&copy', '&nbsp;&#x41;&copy'],
    ['bold that does not end', 'a **b', 'a **b'],
    ['bold that does not begin', 'a** b', 'a** b'],
    ['stars for sums', '2 ** 3 ** 4', '2 ** 3 ** 4'],
    ['bold around nothing', '****', '****'],
    ['brackets that are no link', '[a] (b) [c]( d', '[a] (b) [c]( d'],
    ['a bracket within bold', '**[a** b', '[a b'],
    ['bold within a bracket', '[a **b] c** d', '[a b] c d'],
    ['HTML', '<b onclick="x()">hi</b><script>alert(1)</script>', '<b onclick="x()">hi</b><script>alert(1)</script>'],
  ] as const) {
    it(`reads ${title} as what it is`, () => {
      expect(words(text)).to.equal(expected);
    });
  }

  for (const [text, href] of [
    ['[a](https://www.example.gov.uk/a?b=c#d)', 'https://www.example.gov.uk/a?b=c#d'],
    ['[a](HTTP://example.gov.uk)', 'http://example.gov.uk/'],
    ['[a](mailto:dpo@example.gov.uk)', 'mailto:dpo@example.gov.uk'],
    ['[a](tel:+442083594000)', 'tel:+442083594000'],
    ['[a](https://example.gov.uk/?a=1&amp;b=2)', 'https://example.gov.uk/?a=1&b=2'],
    ['[a](https://example.gov.uk/a\\_b)', 'https://example.gov.uk/a_b'],
    ['**[a](https://example.gov.uk)**', 'https://example.gov.uk/'],
    ['[**a**](https://example.gov.uk)', 'https://example.gov.uk/'],
    ['[x [a](https://example.gov.uk)', 'https://example.gov.uk/'],
  ] as const) {
    it(`links ${text}`, () => {
      const links = shown(text).filter(({ tag }) => tag === 'a');
      expect(links.map(({ attributes }) => attributes['href'])).to.deep.equal([href]);
      expect(links[0]?.text).to.match(/^a\b/);
    });
  }

  for (const [text, expected] of [
    ['Write to dpo@example.gov.uk.', ['mailto:dpo@example.gov.uk']],
    [
      'See https://ico.org.uk/make-a-complaint, or http://example.org.',
      ['https://ico.org.uk/make-a-complaint', 'http://example.org/'],
    ],
    ['**dpo@example.gov.uk**', ['mailto:dpo@example.gov.uk']],
    ['[write to a@example.org](mailto:b@example.org)', ['mailto:b@example.org']],
    ['an @ sign, a@b, www.example.org, ftp://example.org, javascript://x', []],
  ] as const) {
    it(`links the addresses that stand in: ${text}`, () => {
      const links = shown(text).filter(({ tag }) => tag === 'a');
      expect(links.map(({ attributes }) => attributes['href'])).to.deep.equal(expected);
      expect(words(text).replaceAll(' (opens in new tab)', '')).to.equal(text.replace(/\*\*|\[|\]\(.*\)/g, ''));
    });
  }

  it('opens websites in a new tab that knows nothing of this one, and says so', () => {
    const [link] = shown('[Notice](https://example.gov.uk)').filter(({ tag }) => tag === 'a');
    expect(link?.attributes).to.include({ target: '_blank', rel: 'noopener noreferrer' });
    expect(link?.text).to.equal('Notice (opens in new tab)');
    const [mail] = shown('[Write](mailto:dpo@example.gov.uk)').filter(({ tag }) => tag === 'a');
    expect(mail?.attributes).to.deep.equal({ href: 'mailto:dpo@example.gov.uk' });
  });

  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert`1`',
    'java\\script:alert`1`',
    '&#106;avascript:alert`1`',
    ' javascript:alert`1`',
    '\u0001javascript:alert`1`',
    'data:text/html;base64,PHNjcmlwdD4=',
    'vbscript:x',
    'blob:null/1',
    'file:///etc/passwd',
    '//example.com',
    '/relative',
    'https:example.com',
    'https://',
    'https://a b',
    'https://exa\u202emple.com',
    'http://[',
    '"onmouseover="alert`1`',
  ]) {
    it(`makes no link to ${JSON.stringify(address)}`, () => {
      const elements = shown(`[click](${address})`);
      expect(elements.filter(({ tag }) => tag === 'a')).to.deep.equal([]);
      expect(elements[0]?.text).to.contain('click');
    });
  }

  it('makes only the elements that it knows, with only the attributes that it sets, whatever comes', () => {
    const pieces = [
      '**',
      '[',
      '](',
      ')',
      '<img src=x onerror=alert(1)>',
      '&lt;',
      '\\',
      '\n',
      '- ',
      '1. ',
      'a',
      ' ',
      '\u0000',
      'https://x.y',
      'javascript:',
    ];
    // Every pair and triple of them, in all orders.
    for (const a of pieces) {
      for (const b of pieces) {
        for (const c of pieces) {
          for (const { tag, attributes } of shown(`${a}${b}${c}${b}${a}`)) {
            expect(tag).to.match(/^(?:p|ul|ol|li|br|strong|a|span)$/);
            expect(Object.keys(attributes)).to.satisfy((names: string[]) =>
              names.every((name) => ['href', 'target', 'rel', 'class', 'start'].includes(name)),
            );
            if (tag === 'a') expect(attributes['href']).to.match(/^https:\/\/x\.y/);
          }
        }
      }
    }
  });

  for (const typed of [
    'I **really** [mean](javascript:alert(1)) it',
    '<script>alert("x")</script> & more',
    '1. not - a * list_ `code` ~~x~~ | table |',
    '# heading > quote ![img](x) \\ back\\slash',
    'https://localhost https://example.com/phishing and mary@example.com',
    'O’Brien – 3/4 “quoted”, £5 – name@example.com',
  ]) {
    it(`shows what somebody typed as they typed it: ${typed}`, () => {
      expect(outline(escapeMarkdown(typed))).to.deep.equal([`p: ${typed}`]);
    });
  }

  for (const [title, piece] of [
    ['brackets', '['],
    ['half links', '](https://'],
    ['half links with their bracket', '[](h'],
    ['stars', '*'],
    ['bold and brackets', '**['],
    ['bold that opens and closes', '**a'],
    ['backslashes', '\\'],
    ['ampersands', '&l'],
    ['spaces', ' '],
    ['items', '- a\n'],
    ['letters that may be an address', 'a.b@c-'],
    ['addresses', 'a@b.cd '],
    ['half of a website', 'https://'],
    ['blank lines', '\n \n'],
    ['marks without an item', '1234'],
  ] as const) {
    it(`takes no longer than it should over 200,000 characters of ${title}`, () => {
      const before = performance.now();
      words(piece.repeat(200_000 / piece.length));
      expect(performance.now() - before).to.be.below(1_500);
    });
  }
});
