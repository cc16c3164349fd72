// What rules say (violations) and what people read (findings).
import type { Json } from "./document.ts";
import type { Path, Place, Related } from "./place.ts";
import type { Severity } from "./severity.ts";

export type FactValue = string | number | boolean | readonly (string | number | boolean)[];

/** What crosses the WASM border: the inventory's own terms, no files, no lines, no wording. */
export type Violation = {
  readonly rule: string;
  /** `id` of the inventory entry at fault. */
  readonly item: string;
  /** From that entry's own root (a container's `["ports", 0, "hostPort"]`); a missing part ends at what lacks it. */
  readonly path: Path;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly severity?: Severity;
  /** It is about virtual nodes, and whether the item lands on one is not known. */
  readonly uncertain?: boolean;
  /** The requirement ids that apply to this very violation; default: all of the rule's. */
  readonly requirements?: readonly string[];
  readonly related?: readonly { readonly item: string; readonly path?: Path; readonly note: string }[];
};

/** `open` counts; `unchanged` stood in the base already. */
export type Standing = "open" | "suppressed" | "baseline" | "unchanged";

/** A violation with a place, words, a severity and a standing. */
export type Finding = {
  readonly rule: string;
  readonly requirements: readonly string[];
  readonly severity: Severity;
  readonly message: string;
  readonly remediation: string;
  readonly place: Place;
  /** The source lines of the place, at most a few, for reporters. */
  readonly excerpt: readonly string[];
  /** The object it is about: `apps/Deployment default/web`, `oci_core_subnet.pods`, `kubectl exec`. */
  readonly subject: string;
  /** Path in the document, where the document is data. */
  readonly path: Path;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly related: readonly Related[];
  readonly fingerprint: string;
  readonly standing: Standing;
  /** Why it does not count, when it does not: the reason given with a suppression. */
  readonly standingReason?: string;
  /** `id` of the workload it stands in the way of, for the readiness summary. */
  readonly workload?: string;
};

/**
 * Where an inventory entry came from. The inventory keeps one per `id`, outside the JSON that rules see.
 * `locate` answers for any path inside the entry, also for one that does not exist (its nearest ancestor).
 */
export type Origin = {
  readonly file: string;
  /** Identity in the report: `apps/Deployment default/web`. */
  readonly subject: string;
  /** Name in messages: `Deployment "web"`. */
  readonly title: string;
  readonly locate: (path: Path) => {
    readonly place: Place;
    readonly related?: readonly Related[];
    /** Path in the document, where it is not the entry's with `path` behind it. */
    readonly path?: Path;
  };
  /** Where a part of the entry that has an id of its own comes from; only entries with such parts have it. */
  readonly part?: (path: Path) => Origin;
  /** Path of the entry in its document; prefixed to a violation's path. */
  readonly path: Path;
  /** Value of the document, so that list elements in a path can be named by their identity. */
  readonly value?: Json;
  /** Range of the whole object it belongs to, for suppression comments. */
  readonly object: Place;
  readonly workload?: string;
};
