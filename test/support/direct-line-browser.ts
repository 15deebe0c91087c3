/**
 * What botframework-directlinejs expects to find in a browser: WebSocket and XMLHttpRequest, here over `ws` and fetch.
 * Only as much of XMLHttpRequest as RxJS 5 uses.
 */
import { WebSocket } from 'ws';

type Handler = ((this: FetchedRequest, event: object) => void) | null;

class FetchedRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseType = '';
  timeout = 0;
  withCredentials = false;
  readonly upload = {};
  onreadystatechange: Handler = null;
  ontimeout: Handler = null;
  onerror: Handler = null;
  private readonly headers = new Headers();
  private readonly controller = new AbortController();
  private received = new Headers();
  private method = 'GET';
  private url = '';

  open(method: string, url: string): void {
    this.method = method;
    this.url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.received.get(name);
  }

  abort(): void {
    this.controller.abort();
  }

  send(body?: string | FormData): void {
    const { method, headers } = this;
    fetch(this.url, { method, headers, body, signal: this.controller.signal })
      .then(async (answer) => {
        this.response = await answer.json().catch(() => null);
        this.received = answer.headers;
        this.status = answer.status;
      })
      .catch(() => undefined)
      .finally(() => {
        if (this.controller.signal.aborted) return;
        this.readyState = 4;
        this.onreadystatechange?.({ target: this });
      });
  }
}

/** Puts them where the client looks. Returns how to take them away again. */
export function installBrowserParts(): () => void {
  const before = { WebSocket: globalThis.WebSocket, XMLHttpRequest: globalThis.XMLHttpRequest };
  Object.assign(globalThis, { WebSocket, XMLHttpRequest: FetchedRequest });
  return () => Object.assign(globalThis, before);
}
