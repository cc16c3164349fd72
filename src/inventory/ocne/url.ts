// Addresses in configuration: scheme and host, nothing else. Takes text, gives an `OcneUrl`; credentials and queries stay behind.
import type { OcneUrl } from "../../model/inventory/ocne.ts";
import { isOpen } from "./open-text.ts";

const URL_TEXT = /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/)?(?:[^/?#]*@)?(\[[^\]]*\]|[^/:?#]*)/;

/** Undefined for text that is no address, or whose scheme is not known. */
export function urlOf(text: string, what: string, path: OcneUrl["path"]): OcneUrl | undefined {
  const match = URL_TEXT.exec(text);
  if (match === null) return undefined;
  const [, scheme = "", host = ""] = match;
  return { path, what, scheme: scheme.toLowerCase(), ...(!isOpen(host) && { host: host.toLowerCase() }) };
}
