// Folders that hold nothing a person wrote: never entered, unless named or below a named one.

const names: ReadonlySet<string> = new Set([".git", "node_modules", ".terraform"]);

export function isPrunedFolder(name: string): boolean {
  return names.has(name);
}

/** Whether a file lies in such a folder; `file` is relative to where the walk begins, with forward slashes. */
export function isPruned(file: string): boolean {
  const parts = file.split("/");
  return parts.some((part, index) => index < parts.length - 1 && names.has(part));
}
