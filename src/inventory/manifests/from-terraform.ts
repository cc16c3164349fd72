// Kubernetes objects that Terraform applies: typed resources, `kubernetes_manifest`, and YAML in `kubectl_manifest`. Takes evaluated
// resources, gives documents as if they had been files, whose places are those in Terraform.
import type { DataDocument, Json } from "../../model/document.ts";
import type { Path, Position, Range } from "../../model/place.ts";
import { isTerraformJson } from "../../model/terraform-file.ts";
import { get, textOf, toJson } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import type { Value } from "../terraform/value.ts";
import { placeOf, positionIn } from "../terraform/value-places.ts";
import { convertBody } from "./convert.ts";
import { withBlocks } from "./json-blocks.ts";
import { kindOf } from "./kinds.ts";
import { isLaidOn, laidOn } from "./laid-on.ts";

/** `whole`: nothing in the text is unknown, so that its faults are its own. */
export type YamlPart = {
  readonly file: string;
  readonly text: string;
  readonly position: (offset: number) => Position;
  readonly whole: boolean;
};
export type ReadYaml = (part: YamlPart) => readonly DataDocument[];

/** Stands for what is not known in a text; a value that holds it is not known either. */
const HOLE = "\uE000";

export function terraformManifests(resources: readonly Resource[], readYaml: ReadYaml): DataDocument[] {
  const seen = new Set<string>();
  return resources.flatMap((resource) => {
    if (resource.mode !== "managed") return [];
    const documents = documentsOf(resource, readYaml);
    // Other variables that change nothing give the same object once more.
    const identity = JSON.stringify([resource.place, resource.address, documents.map(({ value }) => value)]);
    if (seen.has(identity)) return [];
    seen.add(identity);
    return documents;
  });
}

function documentsOf(resource: Resource, readYaml: ReadYaml): DataDocument[] {
  if (resource.type === "kubernetes_manifest") return manifest(resource, readYaml);
  if (resource.type === "kubectl_manifest")
    return yamlText(resource, get(resource.body, ["yaml_body"]), readYaml);
  return typed(resource);
}

function typed(resource: Resource): DataDocument[] {
  const kind = kindOf(resource.type);
  const body = isTerraformJson(resource.place.file) ? withBlocks(resource.body) : resource.body;
  if (isLaidOn(resource.type)) {
    const laid = laidOn(convertBody(body, ""));
    if (laid === undefined) return [];
    const { value, unknown, source } = laid;
    return [{ ...document(resource, value, unknown, (path) => [body, source(path)]), partial: true }];
  }
  if (!kind) return [];
  const { value, unknown, source } = convertBody(body, kind.kind);
  const object = resource.type.startsWith(DEFAULT_ACCOUNT) ? withName(value, "default") : value;
  return [document(resource, { ...kind, ...object }, unknown, (path) => [body, source(path)])];
}

/** The account that each namespace has by itself: the resource does not state its name. */
const DEFAULT_ACCOUNT = "kubernetes_default_service_account";

function withName(value: { readonly [key: string]: Json }, name: string): { readonly [key: string]: Json } {
  const metadata = value["metadata"];
  const rest = typeof metadata === "object" && metadata !== null && !Array.isArray(metadata) ? metadata : {};
  return { ...value, metadata: { name, ...rest } };
}

function manifest(resource: Resource, readYaml: ReadYaml): DataDocument[] {
  const body = get(resource.body, ["manifest"]);
  const text = decodedText(body);
  if (text && positionIn(text, 0) !== null) return yamlText(resource, text, readYaml);
  const { json, unknown } = toJson(body);
  return json === undefined ? [] : [document(resource, json, unknown, (path) => [body, path])];
}

/** What `yamldecode` or `jsondecode` was given: its places are nearer than the call's, and it may hold what is not known. */
function decodedText(value: Value): Value | undefined {
  if (value.kind === "object") return value.decodes;
  if (value.kind !== "unknown" || value.call === undefined) return undefined;
  return /^(?:yaml|json)decode$/.test(value.call.name) ? value.call.args[0] : undefined;
}

function yamlText(resource: Resource, body: Value, readYaml: ReadYaml): DataDocument[] {
  const pieces = textOf(body);
  if (pieces === null || isYamlFile(body)) return [];
  const text = pieces.map((piece) => piece ?? HOLE).join("");
  const start = resource.place.range?.start ?? { line: 1, column: 1 };
  const first = positionIn(body, 0);
  const file = first?.file ?? resource.place.file;
  const position = (offset: number) => {
    const found = positionIn(body, offset);
    return found && found.file === file ? found.position : (first?.position ?? start);
  };
  return readYaml({ file, text, position, whole: !pieces.includes(null) }).map((one) => ({
    ...one,
    origin: "terraform",
  }));
}

/** The file is read by itself, and has its own say about where things stand. */
function isYamlFile({ kind, site, ...rest }: Value): boolean {
  if (kind !== "known" || site === null || !("source" in site)) return false;
  return /\.(?:ya?ml|json)$/.test(site.source.file) && "value" in rest && site.source.text === rest.value;
}

function document(
  { place, block }: Resource,
  value: Json,
  unknown: Readonly<Record<string, string>>,
  source: (path: Path) => readonly [Value, Path],
): DataDocument {
  const { file } = place;
  const whole = block.range ?? place.range;
  return {
    format: "json",
    file,
    value,
    comments: [],
    partial: false,
    origin: "terraform",
    unknown,
    sourceText: () => undefined,
    written: (path) => {
      const { primary, related } = placeOf(...source(path));
      return primary && related ? { place: primary, used: related } : undefined;
    },
    locate: (path) => (path.length === 0 ? undefined : rangeIn(file, ...source(path))) ?? whole ?? NOWHERE,
  };
}

const NOWHERE: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** The nearest place in the resource's own file: what a variable holds may be written elsewhere. */
function rangeIn(file: string, root: Value, path: Path): Range | undefined {
  for (let length = path.length; length >= 0; length--) {
    const { primary, related } = placeOf(root, path.slice(0, length));
    for (const place of [primary, related]) if (place?.file === file && place.range) return place.range;
  }
  return undefined;
}
