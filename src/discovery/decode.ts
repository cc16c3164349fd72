// Takes the bytes of a file; gives its text, or says that it is none. Knows no languages.

export type Decoded =
  /** `damaged`: some bytes were not valid and stand as U+FFFD. A byte order mark is taken off. */
  { readonly kind: "text"; readonly text: string; readonly damaged: boolean } | { readonly kind: "binary" };

/** A zero byte among so many first bytes means that a file is no text. */
const probed = 8192;

export function decode(bytes: Uint8Array): Decoded {
  const encoding = markedEncoding(bytes);
  if (encoding === "utf-8" && bytes.subarray(0, probed).includes(0)) return { kind: "binary" };
  try {
    return { kind: "text", text: new TextDecoder(encoding, { fatal: true }).decode(bytes), damaged: false };
  } catch {
    return { kind: "text", text: new TextDecoder(encoding).decode(bytes), damaged: true };
  }
}

function markedEncoding(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}
