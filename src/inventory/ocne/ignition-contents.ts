// What an Ignition or Butane file puts into files. Takes the text of a source (`data:` address, inline text), gives it decoded, and the
// kinds of credentials in a text. Knows nothing of where the text stands.
import { gunzipSync } from "node:zlib";
import { isOpen } from "./open-text.ts";

/** Larger contents are judged by their beginning, bytes. */
const MAX_CONTENT = 1_000_000;

/** The text of a `data:` address; undefined for any other address and for what cannot be decoded. */
export function dataText(source: string, compressed: boolean): string | undefined {
  const match = /^data:([^,]{0,200}),/.exec(source);
  if (match === null) return undefined;
  const body = source.slice(match[0].length, match[0].length + MAX_CONTENT * 2);
  try {
    const bytes = /;base64$/i.test(match[1]!)
      ? Buffer.from(decodePercent(body), "base64")
      : Buffer.from(decodePercent(body));
    return (compressed ? gunzipSync(bytes, { maxOutputLength: MAX_CONTENT }) : bytes).toString("utf8");
  } catch {
    return undefined;
  }
}

/** Like `decodeURIComponent`, but leaves alone what is no escape. */
function decodePercent(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );
}

const TOKEN = /(?<![A-Za-z0-9.])[a-z0-9]{6}\.[a-z0-9]{16}(?![A-Za-z0-9.])/;
const CERTIFICATE_KEY = /\bcertificate-?key\b["']?\s*[:= ]\s*["']?[0-9a-f]{64}\b/i;
const CLIENT_KEY = /\bclient-key-data["']?\s*:\s*["']?[A-Za-z0-9+/=]{40}/;
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]/;

/** The kinds of credentials in a text, none for one that something fills in first. */
export function credentialsIn(text: string): string[] {
  const found: string[] = [];
  if (PRIVATE_KEY.test(text)) found.push("private key");
  if (CLIENT_KEY.test(text)) found.push("client key");
  if (CERTIFICATE_KEY.test(text)) found.push("certificate key");
  if (TOKEN.test(text)) found.push("join token");
  return found;
}

/** Files that hold keys of the cluster whatever their text looks like, unless something fills it in. */
export function isKeyFile(path: string, text: string | undefined): boolean {
  if (
    !/^\/etc\/kubernetes\/pki\/.*\.key$|^\/etc\/kubernetes\/(?:admin|super-admin|kubelet|controller-manager|scheduler)\.conf$/.test(
      path,
    )
  )
    return false;
  return text !== undefined && text.trim() !== "" && !isOpen(text.trim());
}
