/** A browser without scripts, as far as the plain pages can tell: it keeps cookies, and sends forms with their origin. */

export interface PlainAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

export interface PlainBrowser {
  /** What `Cookie` says; '' for none. */
  cookie: string;
  open(path: string): Promise<PlainAnswer>;
  /** Sends a form, and gives the answer itself, a redirect as it is. */
  post(path: string, fields: Readonly<Record<string, string>>, headers?: Record<string, string>): Promise<PlainAnswer>;
  /** Sends the form of a page and follows to where it leads. */
  say(page: PlainAnswer, fields: Readonly<Record<string, string>>): Promise<PlainAnswer>;
}

export function aPlainBrowser({ url }: { readonly url: string }): PlainBrowser {
  const fetched = async (path: string, init: RequestInit): Promise<PlainAnswer> => {
    const headers = new Headers(init.headers);
    headers.set('Connection', 'close');
    if (browser.cookie) headers.set('Cookie', browser.cookie);
    const answer = await fetch(`${url}${path}`, { ...init, headers, redirect: 'manual' });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = '', ...attributes] = cookie.split(';');
      browser.cookie = attributes.some((one) => one.trim() === 'Max-Age=0') ? '' : pair;
    }
    return { status: answer.status, headers: answer.headers, html: await answer.text() };
  };
  const browser: PlainBrowser = {
    cookie: '',
    open: (path) => fetched(path, {}),
    post: (path, fields, headers = { Origin: url }) =>
      fetched(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    async say(page, fields) {
      const sent = await browser.post('/chat', { form: formIn(page), ...fields });
      const to = sent.headers.get('location');
      if (to === null) return sent;
      const shown = await browser.open(to);
      const further = shown.headers.get('location');
      return further === null ? shown : browser.open(further);
    },
  };
  return browser;
}

/** The hidden value of a page's forms. */
export function formIn({ html }: PlainAnswer): string {
  const value = /name="form" value="([^"]+)"/.exec(html)?.[1];
  if (value === undefined) throw new Error(`there is no form in ${html.slice(0, 200)}`);
  return value;
}

/** What was said, in order, as "You: Hello". */
export function saidIn({ html }: PlainAnswer): string[] {
  return [...html.matchAll(/<h2 class="speaker">(\w+)<\/h2>([\s\S]*?)(?=<h2|<\/main>)/g)].map(
    ([, speaker = '', rest = '']) => `${speaker}: ${/<p[^>]*>([\s\S]*?)<\/p>/.exec(rest)?.[1] ?? ''}`,
  );
}
