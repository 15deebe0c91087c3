/** A client that residents could be given, on a page of a council's website, and how to see what it does. */

export interface Contender {
  readonly name: string;
  /** The page, which shows a button that opens it. @param service "http://127.0.0.1:3978" */
  page(service: string): string;
  /** Files that the page's own server has, by their path in its address. */
  readonly files: Readonly<Record<string, string>>;
  /** Each is JavaScript that is run in the page, and is true or an element once it is so far. */
  readonly launcher: string;
  /** It greets, and can be written into. */
  readonly ready: string;
  readonly field: string;
  /** An array of the assistant's messages as they are shown. */
  readonly bubbles: string;
}

const root = `document.querySelector('privacy-assistant')?.shadowRoot`;

export const OURS: Contender = {
  name: 'widget',
  page: (service) => html(`<script src="${service}/widget.js" defer></script>`),
  files: {},
  launcher: `${root}?.querySelector('section > button')`,
  ready: `!!${root}?.querySelector('.assistant') && !!${root}.querySelector('#pa-message')`,
  field: `${root}?.querySelector('#pa-message')`,
  bubbles: `[...${root}?.querySelectorAll('.assistant') ?? []]`,
};

/**
 * Web Chat as its documentation embeds it, but fetched only when somebody presses the button, as ours is.
 * @param file the bundle on this machine.
 */
export function webChat(name: string, file: string): Contender {
  return {
    name,
    page: (service) =>
      html(`<style>#chat { height: 600px; width: 400px }</style><button id="open">Ask</button><div id="chat"></div>
<script>
document.getElementById('open').addEventListener('click', () => {
  const script = document.createElement('script');
  script.src = '/webchat.js';
  script.onload = async () => {
    const { token, userId } = await (await fetch('${service}/api/chat/token', { method: 'POST' })).json();
    const store = window.WebChat.createStore({}, ({ dispatch }) => (next) => (action) => {
      if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED')
        dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join', value: { language: 'en-GB' } } });
      return next(action);
    });
    const directLine = window.WebChat.createDirectLine({ token, domain: '${service}/v3/directline' });
    window.WebChat.renderWebChat({ directLine, store, userID: userId, locale: 'en-GB' }, document.getElementById('chat'));
  };
  document.head.append(script);
});
</script>`),
    files: { '/webchat.js': file },
    launcher: `document.querySelector('#open')`,
    ready: `document.querySelector('#chat').innerText.includes('Hello. I answer') && !!document.querySelector('[data-id="webchat-sendbox-input"]')`,
    field: `document.querySelector('[data-id="webchat-sendbox-input"]')`,
    bubbles: `[...document.querySelectorAll('.webchat__bubble:not(.webchat__bubble--from-user)')]`,
  };
}

function html(content: string): string {
  return `<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Council</title><link rel="icon" href="data:,"><h1>Council</h1>${content}</html>`;
}
