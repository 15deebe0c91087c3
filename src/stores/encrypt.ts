/**
 * What is kept of people rests encrypted: AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D; good for 2^32 rows a
 * key). Each ciphertext is bound to its table and row, so that it cannot be put in another's place unnoticed.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key of 32 bytes, and the name that is kept with everything it encrypts. */
export interface EncryptionKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Where a ciphertext lies: its table and the row's primary key. */
export type Place = readonly [table: string, ...row: (string | number)[]];

/** The two columns of an encrypted row. `body` is nonce (12 bytes), tag (16 bytes), ciphertext. */
export interface Sealed {
  readonly key_id: string;
  readonly body: Buffer;
}

/** As drivers hand it back: pg as a Buffer, libsql as an ArrayBuffer. */
export interface StoredSealed {
  readonly key_id: string;
  readonly body: Uint8Array | ArrayBuffer;
}

export interface Encryption {
  /** The ids of all keys; the first encrypts. */
  readonly keyIds: readonly [string, ...string[]];
  /** @param content any JSON, which is what {@link Encryption.open} gives back. */
  seal(place: Place, content: unknown, keyId?: string): Sealed;
  /** @throws {EncryptionError} */
  open(place: Place, sealed: StoredSealed): unknown;
}

/** What was encrypted cannot be read with the keys that are given. The message has ids of keys and rows, no content. */
export class EncryptionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EncryptionError';
  }
}

const NONCE = 12;
const TAG = 16;

/**
 * @param keys the first encrypts, all decrypt: to rotate, put a new one in front.
 * @throws {EncryptionError} where there is no key, one is not of 32 bytes, or two share an id.
 */
export function createEncryption(keys: readonly EncryptionKey[]): Encryption {
  const ring = new Map(keys.map(({ id, key }) => [id, key]));
  const [first, ...others] = ring.keys();
  const short = keys.find(({ key }) => key.length !== 32);
  if (first === undefined) throw new EncryptionError('ENCRYPTION_KEYS has no key; give one as id:base64 of 32 bytes');
  if (ring.size < keys.length)
    throw new EncryptionError('ENCRYPTION_KEYS has two keys of one id; name each differently');
  if (short) throw new EncryptionError(`the key "${short.id}" of ENCRYPTION_KEYS is not of 32 bytes; make a new one`);
  const keyOf = (id: string, place: Place): Buffer => {
    const key = ring.get(id);
    if (key) return key;
    throw new EncryptionError(
      `${nameOf(place)} was encrypted with the key "${id}", which is not in ENCRYPTION_KEYS (there: ${[...ring.keys()].join(', ')}); ` +
        'put it back, after the others: a key may only go when nothing is left that it encrypted',
    );
  };
  return {
    keyIds: [first, ...others],
    seal: (place, content, keyId = first) => seal(place, content, keyId, keyOf(keyId, place)),
    open: (place, sealed) => open(place, sealed, keyOf(sealed.key_id, place)),
  };
}

function seal(place: Place, content: unknown, keyId: string, key: Buffer): Sealed {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(bindingOf(place, keyId));
  const hidden = Buffer.concat([cipher.update(JSON.stringify(content ?? null), 'utf8'), cipher.final()]);
  return { key_id: keyId, body: Buffer.concat([nonce, cipher.getAuthTag(), hidden]) };
}

function open(place: Place, { key_id, body }: StoredSealed, key: Buffer): unknown {
  const bytes =
    body instanceof ArrayBuffer ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.length);
  let text: string;
  try {
    const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    cipher.setAAD(bindingOf(place, key_id)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    text = Buffer.concat([cipher.update(bytes.subarray(NONCE + TAG)), cipher.final()]).toString('utf8');
  } catch {
    throw new EncryptionError(
      `${nameOf(place)} cannot be decrypted with the key "${key_id}": either ENCRYPTION_KEYS holds another key under this id ` +
        'than the one it was written with (put the right one back), or the row was changed (restore it from a backup)',
    );
  }
  return JSON.parse(text);
}

/** As JSON, so that no two places read alike, however their parts are cut. */
const bindingOf = (place: Place, keyId: string): Buffer => Buffer.from(JSON.stringify([keyId, ...place]));
const nameOf = ([table, ...row]: Place): string => `${table} ${row.join('/')}`;
