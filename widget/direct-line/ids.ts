/** Ids that this browser makes up for what it sends. */

/** 96 random bits. `crypto.randomUUID` is only there on secure pages, and some intranets are not. */
export function newClientId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
