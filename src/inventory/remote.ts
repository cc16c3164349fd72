// Names of things that are fetched: addresses of manifests, and charts. Takes text, gives text.
import { posix } from "node:path";

/** What kubectl and kustomize fetch rather than read. */
export const REMOTE = /^(?:https?:\/\/|(?:git@|ssh:\/\/git@)?github\.com[/:]|git::)/;

/** Longer ones name nothing. */
const MAX_REFERENCE = 2_000;

/** The chart's own name: without repository, folder, version of the package, tag. */
export function chartName(reference: string): string {
  const [plain = ""] = reference.slice(0, MAX_REFERENCE).split("?");
  // `basename` passes over slashes at the end.
  return posix
    .basename(plain)
    .replace(/-v?\d+\.\d+[\w.+-]*\.tgz$|\.tgz$/, "")
    .replace(/(?<=.):[\w.-]+$|@sha256:.*$/, "");
}
