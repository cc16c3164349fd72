// Takes what findings are about; gives each a name that survives moving, so that base, baseline and code scanning can know it again.
import { createHash } from "node:crypto";
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import type { Renames } from "../model/renames.ts";
import { logicalPath } from "./logical-path.ts";
import { subjectInBase } from "./subject-in-base.ts";

export type Fingerprinted = {
  readonly rule: string;
  readonly file: string;
  readonly subject: string;
  readonly path: Path;
  /** Value of the document that `path` leads through. */
  readonly value?: Json | undefined;
};

/**
 * 32 hexadecimal digits per item, in the items' order. Never the line: rule, file as the base calls it, subject, logical path, and a
 * counter for items that are equal in all of these, which makes the order of the items part of the input.
 */
export function fingerprints(
  items: readonly Fingerprinted[],
  renames: Renames = new Map(),
): readonly string[] {
  const counts = new Map<string, number>();
  return items.map(({ rule, file, subject, path, value }) => {
    const identity = JSON.stringify([
      rule,
      renames.get(file) ?? file,
      withoutInstance(subjectInBase(subject, file, renames)),
      logicalPath(path, value),
    ]);
    const count = counts.get(identity) ?? 0;
    counts.set(identity, count + 1);
    return createHash("sha256").update(`${identity}${count}`).digest("hex").slice(0, 32);
  });
}

/** Instances of `count` and `for_each` are one thing in the source, and come and go without it. */
function withoutInstance(subject: string): string {
  return subject.replace(/\[(?:"[^"]*"|\d+)\]/g, "");
}
