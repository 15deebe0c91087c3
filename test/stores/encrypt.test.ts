import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { createEncryption, type EncryptionKey, type Place } from '../../src/stores/encrypt.js';

const key = (id: string): EncryptionKey => ({ id, key: randomBytes(32) });
const PLACE: Place = ['activities', 'conversation-1', 1];
const SECRET = { text: 'my name is Hyacinth' };

describe('Encryption of a row', () => {
  it('gives back what went in', () => {
    const { seal, open } = createEncryption([key('k1')]);
    for (const content of [SECRET, 'text', 0, false, null, [], ['é', '👩‍👩‍👧', '\u0000'], { deep: [{ er: 1 }] }]) {
      expect(open(PLACE, seal(PLACE, content))).to.deep.equal(content);
    }
    expect(open(PLACE, seal(PLACE, undefined))).to.equal(null);
  });

  it('reads bytes as either database gives them', () => {
    const { seal, open } = createEncryption([key('k1')]);
    const { key_id, body } = seal(PLACE, SECRET);
    const inLarger = Buffer.concat([Buffer.alloc(5), body, Buffer.alloc(5)]);
    const forms = [body, new Uint8Array(body), new Uint8Array(body).buffer, inLarger.subarray(5, 5 + body.length)];
    for (const form of forms) expect(open(PLACE, { key_id, body: form })).to.deep.equal(SECRET);
  });

  it('shows neither the words nor that two rows say the same', () => {
    const { seal } = createEncryption([key('k1')]);
    const [one, two] = [seal(PLACE, SECRET), seal(PLACE, SECRET)];
    expect(one.body.toString('latin1')).not.to.contain('Hyacinth');
    expect(one.body.equals(two.body)).to.equal(false);
    expect(one.body.subarray(0, 12).equals(two.body.subarray(0, 12))).to.equal(false);
  });

  const places: readonly Place[] = [
    ['activities', 'conversation-1', 2],
    ['activities', 'conversation-1', '1'],
    ['activities', 'conversation-2', 1],
    ['activities', 'conversation-1,1'],
    ['activities', 'conversation-1'],
    ['outbox', 'conversation-1', 1],
  ];
  for (const place of places) {
    it(`does not open in another place: ${JSON.stringify(place)}`, () => {
      const { seal, open } = createEncryption([key('k1')]);
      expect(() => open(place, seal(PLACE, SECRET))).to.throw('cannot be decrypted');
    });
  }

  it('does not open where a single bit was changed, or bytes are missing', () => {
    const { seal, open } = createEncryption([key('k1')]);
    const { key_id, body } = seal(PLACE, SECRET);
    for (let i = 0; i < body.length; i++) {
      const changed = Buffer.from(body);
      changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
      expect(() => open(PLACE, { key_id, body: changed }), `byte ${i}`).to.throw('restore it from a backup');
    }
    for (const length of [0, 12, 20, 28, body.length - 1]) {
      const cut = body.subarray(0, length);
      expect(() => open(PLACE, { key_id, body: cut }), `${length} bytes`).to.throw('cannot be decrypted');
    }
  });

  it('does not open under the id of another key', () => {
    const { seal, open } = createEncryption([key('k1'), key('k2')]);
    const { body } = seal(PLACE, SECRET);
    expect(() => open(PLACE, { key_id: 'k2', body })).to.throw('activities conversation-1/1 cannot be decrypted');
    expect(() => open(PLACE, { key_id: 'k3', body })).to.throw('"k3", which is not in ENCRYPTION_KEYS (there: k1, k2)');
  });

  it('encrypts with the first key unless told otherwise', () => {
    const { seal, keyIds } = createEncryption([key('k2'), key('k1')]);
    expect([seal(PLACE, SECRET).key_id, seal(PLACE, SECRET, 'k1').key_id, keyIds]).to.deep.equal([
      'k2',
      'k1',
      ['k2', 'k1'],
    ]);
  });

  const refused = [
    { title: 'no key', keys: [], message: 'has no key' },
    {
      title: 'a short key',
      keys: [{ id: 'k1', key: Buffer.alloc(16) }],
      message: '"k1" of ENCRYPTION_KEYS is not of 32',
    },
    { title: 'two keys of one id', keys: [key('k1'), key('k1')], message: 'two keys of one id' },
  ];
  for (const { title, keys, message } of refused) {
    it(`refuses ${title}`, () => {
      expect(() => createEncryption(keys)).to.throw(message);
    });
  }
});
