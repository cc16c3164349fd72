// The folder with the build products: the bundle's own folder when it runs from `dist/`, its neighbour when the sources run.
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** `url` is the entry's `import.meta.url`. */
export function distFolder(url: string): string {
  const folder = dirname(fileURLToPath(url));
  return basename(folder) === "src" ? join(dirname(folder), "dist") : folder;
}
