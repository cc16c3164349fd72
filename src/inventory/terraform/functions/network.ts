// Address arithmetic: `cidrsubnet`, `cidrsubnets`, `cidrhost`, `cidrnetmask`, for both address families.
import type { Json } from "../../../model/document.ts";
import { asNumber, asText, type PlainFunction } from "./plain.ts";

type Network = { readonly base: bigint; readonly length: number; readonly bits: 32 | 128 };

function parseNetwork(text: string | undefined): Network | undefined {
  const match = /^([0-9A-Fa-f.:]+)\/(\d{1,3})$/.exec(text ?? "");
  if (match === null) return undefined;
  const length = Number(match[2]);
  const address = parseAddress(match[1]!);
  if (address === undefined || length > address.bits) return undefined;
  const shift = BigInt(address.bits - length);
  return { base: (address.value >> shift) << shift, length, bits: address.bits };
}

function parseAddress(text: string): { value: bigint; bits: 32 | 128 } | undefined {
  if (!text.includes(":")) {
    const parts = text
      .split(".")
      .map((part) => (/^\d{1,3}$/.test(part) && Number(part) < 256 ? BigInt(part) : null));
    if (parts.length !== 4 || parts.includes(null)) return undefined;
    return { value: (parts as bigint[]).reduce((all, part) => (all << 8n) | part, 0n), bits: 32 };
  }
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - (head?.length ?? 0) - (tail?.length ?? 0);
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [
    ...(head ?? []),
    ...Array<string>(halves.length === 2 ? missing : 0).fill("0"),
    ...(tail ?? []),
  ];
  if (groups.some((group) => !/^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return { value: groups.reduce((all, group) => (all << 16n) | BigInt(`0x${group}`), 0n), bits: 128 };
}

function formatAddress(value: bigint, bits: 32 | 128): string {
  if (bits === 32) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join(".");
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16),
  );
  const zeros = [...`${groups.join(":")}:`.matchAll(/(?:^|(?<=:))(?:0:){2,}/g)].sort(
    (a, b) => b[0].length - a[0].length,
  )[0];
  if (zeros === undefined) return groups.join(":");
  const text = `${groups.join(":")}:`;
  const before = text.slice(0, zeros.index).replace(/:$/, "");
  const after = text.slice(zeros.index + zeros[0].length).replace(/:$/, "");
  return `${before}::${after}`;
}

function subnet(network: Network, newBits: number, number: bigint): string | undefined {
  const length = network.length + newBits;
  if (!Number.isInteger(newBits) || newBits < 0 || length > network.bits) return undefined;
  if (number < 0n || number >= 1n << BigInt(newBits)) return undefined;
  return `${formatAddress(network.base | (number << BigInt(network.bits - length)), network.bits)}/${length}`;
}

function whole(json: Json | undefined): bigint | undefined {
  const number = asNumber(json);
  return number !== undefined && Number.isInteger(number) ? BigInt(number) : undefined;
}

function cidrSubnet([prefix, newBits, number]: readonly Json[]): Json | undefined {
  const network = parseNetwork(asText(prefix));
  const [bits, at] = [asNumber(newBits), whole(number)];
  return network === undefined || bits === undefined || at === undefined
    ? undefined
    : subnet(network, bits, at);
}

/** Consecutive networks of the given sizes, each aligned to its own. */
function cidrSubnets([prefix, ...sizes]: readonly Json[]): Json | undefined {
  const network = parseNetwork(asText(prefix));
  if (network === undefined) return undefined;
  const found: string[] = [];
  let next = 0n;
  for (const size of sizes) {
    const bits = asNumber(size);
    if (bits === undefined || !Number.isInteger(bits) || bits < 1 || network.length + bits > network.bits)
      return undefined;
    const unit = 1n << BigInt(network.bits - network.length - bits);
    const number = (next + unit - 1n) / unit;
    const made = subnet(network, bits, number);
    if (made === undefined) return undefined;
    found.push(made);
    next = (number + 1n) * unit;
  }
  return found;
}

function cidrHost([prefix, number]: readonly Json[]): Json | undefined {
  const network = parseNetwork(asText(prefix));
  const at = whole(number);
  if (network === undefined || at === undefined) return undefined;
  const size = 1n << BigInt(network.bits - network.length);
  const host = at < 0n ? size + at : at;
  return host < 0n || host >= size ? undefined : formatAddress(network.base + host, network.bits);
}

function cidrNetmask([prefix]: readonly Json[]): Json | undefined {
  const network = parseNetwork(asText(prefix));
  if (network === undefined || network.bits !== 32) return undefined;
  return formatAddress((0xffffffffn << BigInt(32 - network.length)) & 0xffffffffn, 32);
}

export const NETWORK_FUNCTIONS: Readonly<Record<string, PlainFunction>> = {
  cidrsubnet: cidrSubnet,
  cidrsubnets: cidrSubnets,
  cidrhost: cidrHost,
  cidrnetmask: cidrNetmask,
};
