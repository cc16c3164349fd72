// What stands in base64, also packed with gzip, as cloud-init takes it. Takes the characters, gives the text. Knows nothing of where it
// stands.
import { gunzipSync } from "node:zlib";

/** Decoded texts are not longer. */
const MAX_DECODED = 4_000_000;

/** The text that base64 stands for, unpacked when it is packed; nothing when it is no base64 of a text. */
export function textFromBase64(encoded: string): string | undefined {
  const plain = encoded.replace(/\s+/g, "");
  if (
    plain.length < 16 ||
    plain.length % 4 !== 0 ||
    plain.length > MAX_DECODED ||
    !/^[A-Za-z0-9+/]+={0,2}$/.test(plain)
  )
    return undefined;
  const decoded = unpacked(Buffer.from(plain, "base64"))?.toString("utf8");
  return decoded === undefined || /[\0\uFFFD]/.test(decoded) ? undefined : decoded;
}

function unpacked(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_DECODED });
  } catch {
    return undefined;
  }
}
