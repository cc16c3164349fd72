// A problem: a file, or a part of one, that could not be read as what it claims to be, or a tool that could not do its work.
import type { Place } from "./place.ts";
import type { Severity } from "./severity.ts";

/**
 * `code` is `<area>/<kebab-case fault>` (`yaml/duplicate-key`, `hcl/unclosed-block`, `iam/unknown-verb`, `rule/failed`).
 * Severity `error` makes the exit code 2 (see `unreadable` in the configuration), the others do not.
 */
export type Problem = {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
};
