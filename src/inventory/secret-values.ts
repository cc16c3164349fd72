// The inventory's `secrets`: what `secrets.ts` found, joined with the objects that hold it. Takes concealed documents and objects, gives
// entries and tells `origins` where each stands; values never come here.
import { groupBy } from "../model/group.ts";
import type { SecretValue } from "../model/inventory/secret.ts";
import type { KubernetesObject, Workloads } from "../model/inventory/workload.ts";
import type { Path, Place, Range } from "../model/place.ts";
import { type FoundObject, subjectOf, titleOf } from "./kubernetes.ts";
import type { Origins } from "./origins.ts";
import type { Concealed, FoundSecret } from "./secrets.ts";

/** Folders whose Secrets are made up, by the names that people give them. */
const TESTS = /(^|\/)(tests?|__tests__|testdata|test-data|fixtures|e2e)\//i;

export function inTests(file: string): boolean {
  return TESTS.test(file);
}

/** `objects` and `listed` hold the same objects in the same order, kind by kind. `concealed` is in the order of the documents. */
export function secretValues(
  concealed: readonly Concealed[],
  objects: readonly FoundObject[],
  listed: Workloads["objects"],
  origins: Origins,
): SecretValue[] {
  const files = new Set(
    concealed.filter(({ secrets }) => secrets.length > 0).map(({ document }) => document.file),
  );
  const holders = holdersOf(objects, listed, files);
  return concealed.flatMap(({ document, secrets }) => {
    const here = secrets.length === 0 ? [] : (holders.get(keyOf(document)) ?? []);
    return secrets.map((found): SecretValue => {
      const holder = here.find(({ object }) =>
        object.path.every((part, index) => found.path[index] === part),
      );
      const id = origins.next("s");
      const place = (): Place => ({
        file: document.file,
        range: rangeOf(found, document.locate(found.path)),
      });
      origins.set(id, {
        file: document.file,
        subject: holder ? subjectOf(holder.object) : document.file,
        title: holder ? titleOf(holder.object) : document.file,
        path: found.path,
        value: document.value,
        locate: () => ({ place: place() }),
        object: { file: document.file, range: document.locate(holder?.object.path ?? []) },
      });
      return {
        id,
        name: found.key,
        address: holder ? titleOf(holder.object) : document.file,
        notation: document.origin === "terraform" ? "terraform" : "manifest",
        existence: "known",
        unknown: {},
        object: holder?.entry.id ?? "",
        path: found.path.slice(holder?.object.path.length ?? 0),
        holder: found.holder,
        key: found.key,
        form: found.form,
        in_tests: inTests(document.file),
      };
    });
  });
}

type Holder = { readonly object: FoundObject; readonly entry: KubernetesObject };

/** Only in files where something was found: a place is worked out when it is asked for. */
function holdersOf(
  objects: readonly FoundObject[],
  listed: Workloads["objects"],
  files: ReadonlySet<string>,
): Map<string, Holder[]> {
  const seen = new Map<string, number>();
  const holders = new Map<string, Holder[]>();
  for (const object of objects) {
    const index = seen.get(object.kind) ?? 0;
    seen.set(object.kind, index + 1);
    const entry = listed[object.kind]?.[index];
    if (entry === undefined || !files.has(object.document.file)) continue;
    const key = keyOf(object.document);
    const here = holders.get(key);
    if (here) here.push({ object, entry });
    else holders.set(key, [{ object, entry }]);
  }
  return holders;
}

/** Documents are copied on the way, so they are known by where they begin. */
function keyOf(document: { readonly file: string; readonly locate: (path: Path) => Range }): string {
  const { start } = document.locate([]);
  return `${document.file}:${start.line}:${start.column}`;
}

/** Only text that begins on the line after its key has its lines where the file has them; folded text has other ones. */
function rangeOf({ line }: FoundSecret, range: Range): Range {
  const below = range.end.line - range.start.line;
  if (line === undefined || line.of < 2 || below < line.of || below > line.of + 1) return range;
  const at = range.start.line + 1 + line.index;
  return { start: { line: at, column: 1 }, end: { line: at + 1, column: 1 } };
}

/** Lines of a file that no report may show: where values were replaced. */
export function hiddenRanges(concealed: readonly Concealed[]): (file: string) => readonly Range[] {
  const byFile = groupBy(
    concealed.filter(({ hidden }) => hidden.length > 0),
    ({ document }) => document.file,
  );
  const known = new Map<string, readonly Range[]>();
  return (file) => {
    const ranges =
      known.get(file) ??
      (byFile.get(file) ?? []).flatMap(({ document, hidden }) => hidden.map((path) => document.locate(path)));
    known.set(file, ranges);
    return ranges;
  };
}
