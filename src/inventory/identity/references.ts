// Placeholders as references: `${oci_identity_compartment.dev.id}` is that resource. Takes the text of a placeholder or OCID, gives
// what the rest of the inventory calls the same thing.
import type { Ref } from "../../model/inventory/entry.ts";

/** The address of a managed resource, with the attribute that names it behind. */
const identified =
  /^((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?!(?:var|local|data|each|count|path|module)\.)[a-z]\w*\.[\w-]+(?:\[[^\]]*\])?)\.(?:id|name|display_name|ocid)$/;

/**
 * Canonical text of what stands in the placeholder. Where a repository has several roots, the inventory puts a root's name before its
 * references: it is left out here, as statements are compared with what has none.
 */
export function refText(text: string): string {
  if (isBareOcid(text)) return text;
  const inner = (/^\$\{([\s\S]*)\}$/.exec(text.trim())?.[1] ?? text).trim().split(": ").at(-1)!;
  return identified.exec(inner)?.[1] ?? inner;
}

const address =
  /^(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?!(?:var|local|data|each|count|path)\.)[a-z]\w*\.[\w-]+(?:\[[^\]]*\])?$/;

export function refOf(text: string): Ref {
  if (isOcid(text)) return { ref: text.trim(), kind: "ocid" };
  const ref = refText(text);
  if (!text.includes("${")) return { ref, kind: "name" };
  return { ref, kind: address.test(ref) && !ref.startsWith("module.") ? "resource" : "expression" };
}

export function isOcid(text: string): boolean {
  const code = text.charCodeAt(0);
  // Most names begin with another letter.
  if (code !== 111 && code !== 79 && code > 32 && code < 128) return false;
  return /^\s*ocid1[.:]/i.test(text);
}

/** An OCID and nothing else: there is nothing to take off. */
function isBareOcid(text: string): boolean {
  return text.startsWith("ocid1.") && !/[\s${]/.test(text);
}

/** Whether a reference is the tenancy itself, by its OCID, its data source or what everybody calls the variable. */
export function isTenancy(ref: string): boolean {
  return (
    /^ocid1\.tenancy\./i.test(ref) ||
    /(?:^|[._])(?:tenancy|tenant|root_compartment)(?:_?(?:oc)?id)?$/i.test(ref) ||
    /^TENANCY-ROOT$/i.test(ref) ||
    /(?:^|\.)data\.oci_identity_tenancy\.[^.]+(?:\.id)?$/.test(ref)
  );
}
