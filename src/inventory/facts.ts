// Dated facts. Takes the facts of `policies/data/facts.json` and a date, gives the values that hold on that date.
import type { Facts } from "../model/inventory.ts";

export type DatedFacts = {
  readonly facts: Readonly<
    Record<
      string,
      readonly {
        readonly from: string | null;
        readonly value: Facts[string];
        readonly source: string;
        readonly override?: string;
      }[]
    >
  >;
};

/** The day the five source pages were last all valid together. */
const SEED = "2025-02-12";

/** `latest` is the date of the newest fact, `seed` the date of the source pages, anything else is a date itself. */
export function factDate(asOf: string, dated: DatedFacts): string {
  if (asOf === "seed") return SEED;
  if (asOf !== "latest") return asOf;
  const dates = Object.values(dated.facts).flatMap((entries) => entries.map(({ from }) => from ?? ""));
  return dates.toSorted().at(-1) ?? SEED;
}

/** ISO dates compare as text. Of the entries that have begun, the newest holds; `null` began before everything. */
export function factsOn(date: string, dated: DatedFacts): Facts {
  const holding = Object.entries(dated.facts).map(([name, entries]) => {
    const begun = entries.filter(({ from }) => (from ?? "") <= date);
    const newest = begun.reduce((a, b) => ((b.from ?? "") >= (a.from ?? "") ? b : a), begun[0]!);
    return [name, newest.value] as const;
  });
  return Object.fromEntries(holding);
}
