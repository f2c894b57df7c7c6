/** An id that every device derives alike, so that what two of them send again arrives once. */

import { format } from "./uuid7.ts";

/** SHA-256 of the parts, as a UUID of version 8 (RFC 9562: the maker's own). */
export async function derivedId(...parts: (string | number)[]): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join("\n")));
  const bytes = new Uint8Array(digest).slice(0, 16);
  bytes[6] = 0x80 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return format(bytes);
}
