// The values that options and configuration share. Separate from the schema so that a run without configuration does not load it.

export const nodesValues = ["auto", "virtual", "managed", "self-managed", "mixed"] as const;
export const severityValues = ["error", "warning", "notice"] as const;
export const failOnValues = [...severityValues, "never"] as const;

/** A date that does not exist passes: see `isAsOf`. */
export const asOfPattern = /^(?:latest|seed|\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))$/;

/** `latest`, `seed`, or a day of the calendar as YYYY-MM-DD. */
export function isAsOf(text: string): boolean {
  if (!asOfPattern.test(text)) return false;
  if (!/^\d/.test(text)) return true;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
