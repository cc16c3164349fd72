// Builds the infrastructure of Terraform given as texts, for tests.
import { type Infrastructure, infrastructure } from "../../../src/inventory/cloud/infrastructure.ts";
import { Origins } from "../../../src/inventory/origins.ts";
import type { Path } from "../../../src/model/place.ts";
import { type Files, terraform } from "../terraform/evaluate-files.ts";

export type Built = Infrastructure & {
  /** `file:line` of a path in an entry, and of its use when that is elsewhere. */
  readonly lines: (id: string, ...path: Path) => string;
  readonly title: (id: string) => string;
};

export function built(files: Files | string): Built {
  const origins = new Origins();
  const made = infrastructure(terraform(typeof files === "string" ? { "main.tf": files } : files), origins);
  const lines = (id: string, ...path: Path) => {
    const { place, related = [] } = origins.get(id)!.locate(path);
    return [place, ...related.map((one) => one.place)]
      .map(({ file, range }) => `${file}:${range?.start.line}`)
      .join(" used ");
  };
  return { ...made, lines, title: (id) => origins.get(id)!.title };
}
