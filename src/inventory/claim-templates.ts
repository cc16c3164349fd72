// Persistent volumes that custom resources have made for their pods, by whatever name they call the template. Takes an object, gives
// where each template stands and what it asks for; judges nothing.
import type { Json } from "../model/document.ts";
import type { Unknown } from "../model/inventory/entry.ts";
import type { ClaimTemplate } from "../model/inventory/workload.ts";
import type { Path } from "../model/place.ts";
import { mayRunPods } from "./custom-groups.ts";
import { at, text } from "./kubernetes.ts";
import { OF_OTHERS, searchInside } from "./search-inside.ts";

type Fields = { readonly [key: string]: Json };

/** Volumes of a pod are judged with the pod; the others hold no objects of the cluster. */
const PASSED_OVER = new Set([...OF_OTHERS, "valuesInline", "ephemeral"]);
const CLASS = ["storageClassName", "storageClass"];
const SIZE = ["size", "storage"];
const QUANTITY = /^\d+(\.\d+)?[EPTGMk]i?$/;
/** What these call a volume with a size alone, which every cluster's default class is to fill. */
const SIZED: Readonly<Record<string, ReadonlySet<string>>> = {
  "postgresql.cnpg.io": new Set(["storage", "walStorage"]),
  "acid.zalan.do": new Set(["volume"]),
  "rabbitmq.com": new Set(["persistence"]),
};
/** Where a claim may leave out its access modes and is still known for one. */
const CALLED = /claim|pvc|volume|storage|persist/i;
const MAX_DEPTH = 12;

/** `unknown` names what cannot be known in the object: such a class or volume counts as stated. */
export function claimTemplates(group: string, value: Json, unknown: Unknown = {}): readonly ClaimTemplate[] {
  if (!mayRunPods(group)) return [];
  const found: ClaimTemplate[] = [];
  searchInside(value, {
    passedOver: PASSED_OVER,
    maxDepth: MAX_DEPTH,
    visit: (fields, path) => {
      if (isAnother(fields, path)) return false;
      const spec = asClaim(fields, path, group);
      if (!spec) return true;
      const template = path.slice(0, path.at(-1) === "spec" ? -1 : undefined);
      found.push({ path: template, spec: { ...filled(path, unknown), ...spec } });
      return false;
    },
  });
  return found;
}

function filled(path: Path, unknown: Unknown): Fields {
  const at = (name: string) => unknown[[...path, name].join(".")];
  const storageClassName = at("storageClassName") ?? at("storageClass") ?? at("class");
  const volumeName = at("volumeName");
  return {
    ...(storageClassName !== undefined && { storageClassName }),
    ...(volumeName !== undefined && { volumeName }),
  };
}

/** A template of a claim may say that it is one. */
function isAnother(value: Fields, path: Path): boolean {
  return (
    path.length > 0 && typeof value["apiVersion"] === "string" && value["kind"] !== "PersistentVolumeClaim"
  );
}

function asClaim(value: Fields, path: Path, group: string): Fields | undefined {
  // The object's own spec is no template.
  if (path.length < 2) return undefined;
  const storage = text(at(value, ["resources", "requests", "storage"]));
  if (Array.isArray(value["accessModes"]) || (storage !== "" && CALLED.test(path.join("."))))
    return onlyClaim(value);
  const size = SIZE.some((key) => QUANTITY.test(text(value[key])));
  const alone = SIZED[group]?.has(String(path.at(-1))) === true;
  const persistent = value["type"] === "persistent-claim";
  const named = (persistent ? ["class"] : CLASS).find((key) => typeof value[key] === "string");
  if (!persistent && !(size && (named !== undefined || alone))) return undefined;
  const mode = text(value["accessMode"]);
  return {
    ...(named !== undefined && { storageClassName: value[named]! }),
    ...(mode !== "" && { accessModes: [mode] }),
  };
}

/** What decides which volume a claim gets. */
function onlyClaim({ accessModes, storageClassName, volumeName }: Fields): Fields {
  return {
    ...(accessModes !== undefined && { accessModes }),
    ...(storageClassName !== undefined && { storageClassName }),
    ...(volumeName !== undefined && { volumeName }),
  };
}
