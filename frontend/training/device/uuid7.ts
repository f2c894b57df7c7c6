/** UUIDv7 (RFC 9562): time first, so that ids made here sort in the order in which they were made. Opaque elsewhere. */

let last = 0;
let counter = 0;

function random(bytes: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

/** A clock that is set back, or stands still, must not break the order: then the last instant is counted on. */
function tick(now: number): void {
  if (now > last) {
    last = now;
    counter = new DataView(random(2).buffer).getUint16(0) & 0x7ff;
  } else if (++counter > 0xfff) {
    last += 1;
    counter = 0;
  }
}

export function uuid7(now: number = Date.now()): string {
  tick(Math.min(Math.max(Math.floor(now), 0), 2 ** 48 - 2));
  const bytes = random(16);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(last / 2 ** 32));
  view.setUint32(2, last % 2 ** 32);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  return format(bytes);
}

/** 16 bytes in the usual spelling. */
export function format(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
