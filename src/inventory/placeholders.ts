// Scalars that are placeholders as a whole (`${REPLICAS}`, `{{ .Values.x }}`, `<your value>`) are not values. Takes a document, gives it
// back without them, each named in `unknown`. Text that only contains one stays as it is, unless a shell or Terraform fills it in.
import type { DataDocument, Json } from "../model/document.ts";
import { PLACEHOLDER as FILLED_IN } from "../readers/shell/manifests.ts";

const PLACEHOLDER = /^(\$\{[^{}]+\}|\$\([^()]*\)|\{\{[^{}]+\}\}|<[^<>\s][^<>]*>|\$\[\[.+\]\]|%%?[A-Z_]+%%?)$/;
/** `$(NAME)` is Kubernetes' own expansion in these fields. */
const OWN_EXPANSION = /(^|\.)((args|command|env)\.\d+(\.value)?|subPathExpr)$/;
/** What a document must show somewhere to hold a placeholder; the private character stands for shell expansions. */
const MARK = /\$[{(]|\{\{|<[^<>\s]|\$\[\[|%[A-Z_]|\uE000/;
/** `$`, `%`, `<`, `{`: what a placeholder begins with. */
const FIRST: ReadonlySet<number> = new Set([0x24, 0x25, 0x3c, 0x7b]);

export function placeholdersCut(document: DataDocument): DataDocument {
  if (document.mayMention?.(MARK) === false) return document;
  const unknown: Record<string, string> = {};
  const value = cut(document.value, "", unknown, document.origin !== undefined);
  if (Object.keys(unknown).length === 0) return document;
  return { ...document, value: value ?? null, unknown: { ...document.unknown, ...unknown } };
}

/** The same value when nothing in it is a placeholder. List elements become null, so that the others keep their index. */
function cut(value: Json, path: string, unknown: Record<string, string>, shell: boolean): Json | undefined {
  if (typeof value === "string") {
    if (shell && value.includes(FILLED_IN)) {
      unknown[path] = shown(value);
      return undefined;
    }
    if (!FIRST.has(value.charCodeAt(0)) || !PLACEHOLDER.test(value) || OWN_EXPANSION.test(path)) return value;
    unknown[path] = value;
    return undefined;
  }
  if (value === null || typeof value !== "object") return value;
  const below = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
  if (Array.isArray(value)) {
    let changed = false;
    const list = value.map((element: Json, index) => {
      const kept = cut(element, below(index), unknown, shell);
      changed ||= kept !== element;
      return kept ?? null;
    });
    return changed ? list : value;
  }
  let copy: Record<string, Json> | undefined;
  for (const [key, entry] of Object.entries(value)) {
    const filled = shell && key.includes(FILLED_IN);
    const kept = filled ? undefined : cut(entry, below(key), unknown, shell);
    if (filled) unknown[below(shown(key))] = shown(key);
    if (kept === entry) continue;
    copy ??= { ...(value as Record<string, Json>) };
    if (kept === undefined) delete copy[key];
    else copy[key] = kept;
  }
  return copy ?? value;
}

function shown(text: string): string {
  return text.replaceAll(new RegExp(`${FILLED_IN}+`, "g"), "${…}");
}
