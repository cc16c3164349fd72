// Pods in custom resources that nobody lists: what looks like a pod spec, wherever it stands. Takes an object, gives the paths of the
// pod specs in it. Objects inside the object, patterns of policies and values of charts are no pods.
import type { Json } from "../model/document.ts";
import type { Path } from "../model/place.ts";
import { mayRunPods } from "./custom-groups.ts";
import { isObject } from "./kubernetes.ts";
import { isAnotherObject, OF_OTHERS, searchInside } from "./search-inside.ts";

const PASSED_OVER = new Set([...OF_OTHERS, "valuesInline", "valuesContent", "patches", "pattern"]);
const HOLDERS = new Set(["template", "podTemplate", "podTemplateSpec"]);
/** What says of a thing with a name that it is a container. */
const OF_A_CONTAINER = [
  "image",
  "resources",
  "command",
  "args",
  "env",
  "volumeMounts",
  "securityContext",
  "ports",
];
/** Nothing but a pod has these, whatever the resource calls what holds them. */
const UNMISTAKABLE = ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace"];
const OF_POD_SECURITY = ["fsGroup", "fsGroupChangePolicy", "supplementalGroups", "sysctls"];
const MAX_DEPTH = 12;

type Fields = { readonly [key: string]: Json };

/** What only a pod spec has, in the type it has there. */
const OF_A_POD: Readonly<Record<string, (value: Json) => boolean>> = {
  hostNetwork: isFlag,
  hostPID: isFlag,
  hostIPC: isFlag,
  shareProcessNamespace: isFlag,
  initContainers: isNamedList,
  volumes: isNamedList,
  imagePullSecrets: isNamedList,
  tolerations: Array.isArray,
  topologySpreadConstraints: Array.isArray,
  securityContext: isObject,
  nodeSelector: isObject,
  affinity: isObject,
};

export function unlistedPods(group: string, value: Json): readonly Path[] {
  if (!mayRunPods(group)) return [];
  const found: Path[] = [];
  searchInside(value, {
    passedOver: PASSED_OVER,
    maxDepth: MAX_DEPTH,
    visit: (fields, path) => {
      if (isAnotherObject(fields, path)) return false;
      if (!isPod(fields, path)) return true;
      found.push([...path]);
      return !Array.isArray(fields["containers"]);
    },
  });
  return found;
}

function isPod(value: Fields, path: Path): boolean {
  const [holder, key] = [path.at(-2), path.at(-1)];
  if (key === "podSpec" || key === "pod" || (key === "spec" && HOLDERS.has(String(holder))))
    return (
      Array.isArray(value["containers"]) ||
      Object.entries(OF_A_POD).some(([field, fits]) => Object.hasOwn(value, field) && fits(value[field]!))
    );
  if (UNMISTAKABLE.some((field) => isFlag(value[field])) || hasPodSecurity(value)) return true;
  return isContainerList(value["containers"]) || isContainerList(value["initContainers"]);
}

/** Containers have no such settings. */
function hasPodSecurity({ securityContext, podSecurityContext }: Fields): boolean {
  return (
    isObject(podSecurityContext) ||
    (isObject(securityContext) && OF_POD_SECURITY.some((field) => Object.hasOwn(securityContext, field)))
  );
}

function isContainerList(list: Json | undefined): boolean {
  return Array.isArray(list) && list.length > 0 && list.every(isContainer);
}

function isContainer(value: Json): boolean {
  return (
    isObject(value) && typeof value["name"] === "string" && OF_A_CONTAINER.some((field) => field in value)
  );
}

function isFlag(value: Json | undefined): boolean {
  return typeof value === "boolean";
}

function isNamedList(value: Json): boolean {
  return Array.isArray(value) && value.every((one) => isObject(one) && typeof one["name"] === "string");
}
