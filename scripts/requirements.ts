// The list of requirements in `policies/requirements.yaml`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { root } from "./root.ts";

export type Requirement = {
  readonly id: string;
  readonly tier: number;
  readonly status: "rule" | "planned" | "none";
  readonly title?: string;
  /** Slugs of the rules that report it. */
  readonly rules?: readonly string[];
  /** Notations in which it can be shown. */
  readonly forms?: readonly string[];
  /** Why there is no rule. */
  readonly reason?: string;
  readonly note?: string;
};

export function requirements(): readonly Requirement[] {
  return load(readFileSync(join(root, "policies/requirements.yaml"), "utf8")) as Requirement[];
}
