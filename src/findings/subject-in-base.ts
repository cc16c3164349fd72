// What a subject was called in the base, where its file had another name. Apart from fingerprints, whose hashing takes long to load.
import type { Renames } from "../model/renames.ts";

/** Scripts, charts and boot files go by the names of their files: `init.sh`, `Kickstart file node.ks`. */
export function subjectInBase(subject: string, file: string, renames: Renames): string {
  const before = renames.get(file);
  if (before === undefined || !` ${subject}`.endsWith(` ${file}`)) return subject;
  return subject.slice(0, -file.length) + before;
}
