// Networks of a configuration as CIDRs. Takes text as OCNE reads it (comma-separated), gives what is well-formed and known.
import { isIP } from "node:net";

/** Addresses become networks of one; text that is neither is left out. */
export function cidrsOf(text: string): string[] {
  return text.split(",").flatMap((part) => cidrOf(part.trim()) ?? []);
}

function cidrOf(text: string): string | undefined {
  const [address = "", prefix, ...rest] = text.split("/");
  const bits = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : 0;
  if (bits === 0 || rest.length > 0) return undefined;
  if (prefix === undefined) return `${address}/${bits}`;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= bits ? `${address}/${Number(prefix)}` : undefined;
}
