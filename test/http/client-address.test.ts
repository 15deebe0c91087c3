import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect } from 'chai';
import { clientAddress } from '../../src/http/client-address.js';

function requestFrom(remoteAddress: string | undefined, forwarded?: string): IncomingMessage {
  const req = new IncomingMessage(Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress }));
  if (forwarded !== undefined) req.headers['x-forwarded-for'] = forwarded;
  return req;
}

describe("a client's address", () => {
  for (const [title, remote, forwarded, trustProxy, expected] of [
    ['is the one of the connection', '192.0.2.1', undefined, false, '192.0.2.1'],
    ['is not what the client claims', '192.0.2.1', '198.51.100.7', false, '192.0.2.1'],
    ['is what our proxy wrote', '192.0.2.1', '198.51.100.7', true, '198.51.100.7'],
    ['is without the port that some proxies write', '192.0.2.1', '198.51.100.7:50312', true, '198.51.100.7'],
    ['is without the port of an IPv6 address', '192.0.2.1', '[2001:db8:1:2::5]:443', true, '2001:db8:1:2'],
    ['is the last of several', '192.0.2.1', '10.0.0.1, 198.51.100.7', true, '198.51.100.7'],
    ['is the one of the connection where the proxy wrote none', '192.0.2.1', '', true, '192.0.2.1'],
    ['is the same whether it comes as IPv4 or mapped into IPv6', '::ffff:192.0.2.1', undefined, false, '192.0.2.1'],
    ['is the network of an IPv6 address', '2001:db8:1:2:3:4:5:6', undefined, false, '2001:db8:1:2'],
    ['is the network of a shortened IPv6 address', '2001:db8::5', undefined, false, '2001:db8:0:0'],
    ['is the network of a link-local address with its zone', 'fe80::1%eth0', undefined, false, 'fe80:0:0:0'],
    ['is a word where the connection is already gone', undefined, undefined, false, 'unknown'],
  ] as const) {
    it(title, () => {
      expect(clientAddress(requestFrom(remote, forwarded), trustProxy)).to.equal(expected);
    });
  }
});
