import { expect } from 'chai';
import { DESKTOP, PHONE } from '../support/widget-browser.js';
import { expectInOrder, slugOf } from './in-order.js';
import { tooWide } from './layout.js';
import { ACCESS, describeWithBot, type RealPage } from './with-bot.js';

const BEGIN = ['I want to see all the records that parking holds on me', /own information|full name/i] as const;
const NAME = ['Ruth Abara', /How should the council reach you/] as const;
const CODE = ['ruth@example.org', /code of six digits/] as const;
const PERIOD = ['482913', /Which dates is it about/] as const;

/** Says one after the other. */
const saying =
  (...said: readonly (readonly [string, RegExp])[]) =>
  async ({ tell }: RealPage): Promise<void> => {
    for (const [text, reply] of said) await tell(text, reply);
  };

type State = readonly [state: string, reach: (widget: RealPage) => Promise<void>];

const press =
  (name: string) =>
  ({ panel }: RealPage): Promise<void> =>
    panel.getByRole('button', { name, exact: true }).click();

/** Each kind of step, and what comes of a request, as the real bot asks it; in the order in which one is come by. */
const CONVERSATIONS: readonly (readonly State[])[] = [
  [['an offer with choices', saying(['my records are wrong', /put it right|correct/i])]],
  [['whose information', saying(['I want to make a subject access request', /own information, or someone else/])]],
  [
    ['a name', saying(BEGIN)],
    ['how to be reached', saying(NAME)],
    ['a postal address', ({ panel }) => panel.getByRole('radio', { name: 'Post' }).check()],
    ['a code', saying(CODE)],
    ['dates', saying(PERIOD)],
    [
      'dates by month and year, with an error',
      async (widget) => {
        await press('Fill in dates instead')(widget);
        await widget.page.keyboard.press('Enter');
        await widget.panel.getByText('Write at least one year').waitFor();
      },
    ],
  ],
  [
    ['words of one’s own', saying(...ACCESS.slice(0, 3))],
    ['check answers', saying(...ACCESS.slice(3))],
    ['a request that went to the council', saying(['send my request', /The council should answer by/])],
  ],
  [['what to change', saying(...ACCESS, ['change something', /What would you like to change/])]],
  [
    [
      'the menu',
      async (widget) => {
        await saying(['do you sell it?', /does not sell/])(widget);
        await press('Save or delete')(widget);
      },
    ],
    ['whether to delete', press('Delete this chat')],
    [
      'a deleted conversation',
      async (widget) => {
        await press('Yes, delete it')(widget);
        await widget.panel.getByText('Your chat has been deleted').waitFor();
      },
    ],
  ],
];

describeWithBot('the accessibility of a request’s steps', (given) => {
  for (const states of CONVERSATIONS) {
    const names = states.map(([state]) => state).join('; ');
    it(`is without fault, in the light, in the dark, and at 320 pixels: ${names}`, async () => {
      const widget = await given().visit(DESKTOP);
      await widget.openPanel();
      for (const [state, reach] of states) {
        await reach(widget);
        await expectInOrder(widget, `step-${slugOf(state)}`);
      }
    });
  }

  it('keeps the field in reach at 400 % zoom, also where dates are filled in', async () => {
    const widget = await given().visit({ viewport: { width: 320, height: 256 } });
    await widget.openPanel();
    await saying(BEGIN, NAME, CODE, PERIOD)(widget);
    await widget.panel.getByRole('button', { name: 'Fill in dates instead' }).click();
    expect(await tooWide(widget.page)).to.deep.equal([]);
    await widget.page.keyboard.type('4');
    const box = await widget.page.locator('#pa-fromMonth').boundingBox();
    expect(box?.y).to.be.within(0, 256 - (box?.height ?? 0) + 0.5);
    await widget.screenshot('zoom-400-dates');
  });

  it('can be made out in forced colours', async () => {
    const widget = await given().visit({ ...PHONE, forcedColors: 'active' });
    await widget.openPanel();
    await saying(...ACCESS)(widget);
    await widget.screenshot('forced-colours-check');
    for (const part of [
      '.you .bubble',
      '.assistant .bubble',
      '.summary-row',
      '.choice.first',
      '.exit',
      '#pa-message',
    ]) {
      const border = await widget.panel
        .locator(part)
        .last()
        .evaluate((element) => getComputedStyle(element).borderTopWidth);
      expect(parseFloat(border), part).to.be.at.least(1);
    }
    await widget.tell('send my request', /The council should answer by/);
    await widget.screenshot('forced-colours-sent');
  });
});
