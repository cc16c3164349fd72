// Kubernetes quantities as exact numbers in base units. Takes what a manifest holds, gives a number or nothing.
import type { Json } from "../model/document.ts";

const SUFFIXES: Readonly<Record<string, readonly [base: bigint, exponent: number]>> = {
  "": [10n, 0],
  n: [10n, -9],
  u: [10n, -6],
  m: [10n, -3],
  k: [10n, 3],
  M: [10n, 6],
  G: [10n, 9],
  T: [10n, 12],
  P: [10n, 15],
  E: [10n, 18],
  Ki: [2n, 10],
  Mi: [2n, 20],
  Gi: [2n, 30],
  Ti: [2n, 40],
  Pi: [2n, 50],
  Ei: [2n, 60],
};
const QUANTITY = /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i))?$/;
/** Kubernetes keeps quantities to the billionth. */
const SCALE = 9;

/** `"100m"`, `0.1`, `"1Gi"`, `1e3` → the number of cores, bytes or pieces; equal quantities give equal numbers. */
export function quantity(value: Json | undefined): number | undefined {
  if (typeof value !== "string" && typeof value !== "number") return undefined;
  const short = shortForm(value);
  if (short !== undefined) return short;
  const match = QUANTITY.exec(String(value).trim());
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", exponent, suffix = ""] = match;
  if (whole === "" && fraction === "") return undefined;
  const [base, power] = exponent ? ([10n, Number(exponent.slice(1))] as const) : SUFFIXES[suffix]!;
  const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
  return fromScaled(scaled(digits, base, power, fraction.length));
}

/** Most quantities are a few digits, alone or with a binary suffix: these need no big numbers. */
function shortForm(value: string | number): number | undefined {
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 1e15 ? value : undefined;
  const match = /^(\d{1,6})(Ki|Mi|Gi|m)?$/.exec(value);
  if (!match) return undefined;
  const digits = Number(match[1]);
  switch (match[2]) {
    case "m":
      return digits / 1_000;
    case "Ki":
      return digits * 1_024;
    case "Mi":
      return digits * 1_048_576;
    case "Gi":
      return digits * 1_073_741_824;
    default:
      return digits;
  }
}

/** In billionths, rounded away from zero as Kubernetes does. */
function scaled(digits: bigint, base: bigint, power: number, decimals: number): bigint {
  const up = base === 2n ? 2n ** BigInt(power) : 1n;
  const tens = SCALE - decimals + (base === 10n ? power : 0);
  const product = digits * up;
  if (tens >= 0) return product * 10n ** BigInt(tens);
  const divisor = 10n ** BigInt(-tens);
  const quotient = product / divisor;
  return product % divisor === 0n ? quotient : quotient + (product < 0n ? -1n : 1n);
}

function fromScaled(billionths: bigint): number {
  const negative = billionths < 0n;
  const text = (negative ? -billionths : billionths).toString().padStart(SCALE + 1, "0");
  return Number(`${negative ? "-" : ""}${text.slice(0, -SCALE)}.${text.slice(-SCALE)}`);
}
