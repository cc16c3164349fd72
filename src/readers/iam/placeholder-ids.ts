// Placeholders that stand for an OCID: for certain, as the id of a resource of Terraform, or by their names. Takes their text.

/** `${oci_identity_compartment.net.id}`; evaluated, the resource alone stands for its id. */
const RESOURCE =
  /^\$\{\s*(?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?(\w+)\.[\w-]+(?:\[[^\]]*\])?(?:\.id)?\s*\}$/;

/** `${var.compartment_ocid}`, `$COMPARTMENT_ID`, `{{ compartment_ocid }}`. */
const NAMED = /^(?:\$\{?|\{\{)[^<>]*?(?:ocid|(?<![a-z])(?:compartment|tenancy)_?id)["'\])\s]*\}{0,2}$/i;

export function isIdOf(placeholder: string, type: string): boolean {
  return RESOURCE.exec(placeholder)?.[1] === type;
}

export function isNamedAsOcid(placeholder: string): boolean {
  return NAMED.test(placeholder);
}
