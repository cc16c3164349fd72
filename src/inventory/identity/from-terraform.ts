// The statements and matching rules of evaluated Terraform: of policies, dynamic groups, and the arguments of modules that are not in
// the repository. Takes resources and module calls, gives sources whose unknown parts stand as `${reference}`. Parses none of them.
import { posix } from "node:path";
import type { StatementText } from "../../model/document.ts";
import type { Notation } from "../../model/inventory/entry.ts";
import type { Position } from "../../model/place.ts";
import { beginsAsEntry } from "../../readers/iam/documents.ts";
import { elements } from "../terraform/access.ts";
import type { Terraform } from "../terraform/evaluate.ts";
import { get } from "../terraform/read-value.ts";
import type { ModuleCall, Resource } from "../terraform/resource.ts";
import { refText, type Value } from "../terraform/value.ts";
import { positionIn } from "../terraform/value-places.ts";
import { refOf } from "./references.ts";
import type { StatementSource } from "./source.ts";

const GROUPS: ReadonlySet<string> = new Set([
  "oci_identity_dynamic_group",
  "oci_identity_domains_dynamic_resource_group",
]);

/** Levels of arguments of a module that are looked at. */
const MAX_DEPTH = 12;

export function terraformStatements({
  resources,
  moduleCalls,
  stackOf = () => "",
}: Pick<Terraform, "resources" | "moduleCalls"> & {
  readonly stackOf?: (one: Resource | ModuleCall) => string;
}): StatementSource[] {
  const stacked = (sources: StatementSource[], one: Resource | ModuleCall) => {
    const stack = stackOf(one);
    return stack === "" ? sources : sources.map((source) => ({ ...source, stack }));
  };
  return [
    ...resources.flatMap((resource) => {
      if (resource.mode !== "managed") return [];
      if (resource.type === "oci_identity_policy") return stacked(policy(resource), resource);
      return GROUPS.has(resource.type) ? stacked(group(resource), resource) : [];
    }),
    ...moduleCalls.flatMap((call) => stacked(inArguments(call), call)),
  ];
}

/** Folders of which something was evaluated. */
export function foldersOf({
  resources,
  moduleCalls,
}: Pick<Terraform, "resources" | "moduleCalls">): ReadonlySet<string> {
  return new Set([...resources, ...moduleCalls].map(({ place }) => posix.dirname(place.file)));
}

function policy(resource: Resource): StatementSource[] {
  const compartment = textIn(resource.body, "compartment_id");
  const name = textIn(resource.body, "name");
  const owner = {
    key: keyOf(resource),
    address: resource.address,
    ...(name !== undefined && { name }),
    ...(compartment !== undefined && { compartment }),
  };
  const common = {
    ...declared(resource),
    owner,
    kind: "statement",
    ...(compartment !== undefined && { attachment: refOf(compartment) }),
  } as const;
  return listed(get(resource.body, ["statements"])).map(({ value, sure }) =>
    source(value, resource, sure ? common : { ...common, existence: "possible" }),
  );
}

function group(resource: Resource): StatementSource[] {
  const rule = get(resource.body, ["matching_rule"]);
  if (rule.kind === "absent") return [];
  const name = textIn(resource.body, "name") ?? textIn(resource.body, "display_name");
  const endpoint = textIn(resource.body, "idcs_endpoint");
  const owner = {
    key: keyOf(resource),
    address: resource.address,
    ...(name !== undefined && { name }),
    ...(endpoint !== undefined && { domain: `\${${endpoint.replace(/^\$\{|\}$/g, "")}}` }),
  };
  return [source(rule, resource, { ...declared(resource), owner, kind: "matching-rule" })];
}

/** Modules of landing zones take policies and dynamic groups as nested objects. */
function inArguments(call: ModuleCall): StatementSource[] {
  const found: StatementSource[] = [];
  const visit = (value: Value, path: string, depth: number): void => {
    if (depth > MAX_DEPTH) return;
    if (value.kind === "object") {
      const compartment = textIn(value, "compartment_id");
      const name = textIn(value, "name") ?? textIn(value, "display_name");
      const owner = {
        key: `${keyOf(call)}${path}`,
        address: call.address,
        ...(name !== undefined && { name }),
        ...(compartment !== undefined && { compartment }),
      };
      for (const [key, entry] of value.entries) {
        if (key === "matching_rule" && entry.value.kind !== "absent" && entry.value.kind !== "object") {
          found.push(source(entry.value, call, { ...declared(call), owner, kind: "matching-rule" }));
        } else if (
          /^(?:policy_)?statements$/.test(key) &&
          entry.value.kind === "list" &&
          entry.value.items.some(isStatement)
        ) {
          const common = {
            ...declared(call),
            owner,
            kind: "statement",
            ...(compartment !== undefined && { attachment: refOf(compartment) }),
          } as const;
          for (const { value: item } of listed(entry.value)) found.push(source(item, call, common));
        } else visit(entry.value, `${path}/${key}`, depth + 1);
      }
    } else if (value.kind === "list")
      for (const [index, item] of value.items.entries()) visit(item, `${path}/${index}`, depth + 1);
  };
  visit(call.arguments, "", 0);
  return found;
}

function isStatement(value: Value): boolean {
  return beginsAsEntry(
    pieces(value)
      .map(({ text }) => text)
      .join(""),
  );
}

function declared({ address, existence, block, root }: Resource | ModuleCall) {
  const notation: Notation = root.endsWith(".json") ? "plan" : "terraform";
  return { address, existence, object: block, notation };
}

function keyOf({ root, variant, address }: Resource | ModuleCall): string {
  return `${root} ${variant} ${address}`;
}

type Listed = { readonly value: Value; readonly sure: boolean };

/** The items of a list, each way that a condition leaves open among them. What is no list is one item that nobody knows. */
function listed(value: Value): Listed[] {
  if (value.kind === "absent") return [];
  const all = value.kind === "known" ? null : elements(value);
  if (all === null && value.kind === "unknown" && value.sample !== undefined) return samples(value.sample);
  if (all === null || (all.open && all.items.length === 0)) return [{ value, sure: false }];
  return all.items.flatMap(({ value: item }): Listed[] => {
    if (item.kind === "absent") return [];
    if (item.kind !== "unknown") return [{ value: item, sure: !all.open }];
    if (item.sample !== undefined) return samples(item.sample);
    if (item.alternatives === undefined) return [{ value: item, sure: !all.open }];
    return item.alternatives
      .filter(({ kind }) => kind !== "absent")
      .map((one) => ({ value: one, sure: false }));
  });
}

/** However many elements there are, this is what they look like; an element may itself be a list of statements. */
function samples(sample: Value): Listed[] {
  const inside = sample.kind === "list" ? listed(sample) : [{ value: sample, sure: false }];
  return inside.map(({ value }) => ({ value, sure: false }));
}

type Piece = { readonly text: string; readonly value: Value; readonly known: boolean };

function pieces(value: Value): Piece[] {
  if (value.kind === "known") return [{ text: String(value.value), value, known: true }];
  if (value.kind === "unknown" && value.text !== undefined) return value.text.flatMap(pieces);
  return [{ text: `\${${refText(value)}}`, value, known: false }];
}

/** A placeholder stands behind the text before it, wherever what it refers to is declared. */
function holeAt(value: Value, before: Piece | undefined): ReturnType<typeof positionIn> {
  if (before?.known) return positionIn(before.value, before.text.length);
  const { site } = value;
  return positionIn({ kind: "unknown", reason: "", ref: "", site }, 0);
}

function textIn(body: Value, name: string): string | undefined {
  const value = get(body, [name]);
  return value.kind === "absent"
    ? undefined
    : pieces(value)
        .map(({ text }) => text)
        .join("");
}

function source(
  value: Value,
  holder: Resource | ModuleCall,
  more: Omit<StatementSource, keyof Pick<StatementText, "text" | "place" | "at">>,
): StatementSource {
  const parts = pieces(value);
  const text = parts.map((part) => part.text).join("");
  const fallback = { file: holder.place.file, position: holder.place.range?.start ?? { line: 1, column: 1 } };
  const stands = (offset: number) => {
    let from = 0;
    for (const [index, part] of parts.entries()) {
      const last = index === parts.length - 1;
      if (offset < from + part.text.length || last) {
        const found = part.known ? positionIn(part.value, offset - from) : holeAt(value, parts[index - 1]);
        return found ?? positionIn(value, 0);
      }
      from += part.text.length;
    }
    return positionIn(value, 0);
  };
  const start = stands(0) ?? fallback;
  // A part that was written in another file is shown where the text begins.
  const at = (offset: number): Position => {
    const found = stands(offset);
    return found?.file === start.file ? found.position : start.position;
  };
  return {
    ...more,
    text,
    at,
    place: { file: start.file, range: { start: start.position, end: at(text.length) } },
  };
}
