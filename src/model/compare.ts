// The one order of texts, the same on every machine and in every locale: by code unit.

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
