// Security lists with their rules: `oci_core_security_list`, and `oci_core_default_security_list` for the one that a VCN brings with it.
import type { Ref } from "../../model/inventory/entry.ts";
import { adapter, type Found } from "../cloud/adapter.ts";
import { Draft } from "../cloud/draft.ts";
import { ignoresBlock } from "../terraform/lifecycle.ts";
import { defaultAlias, managedVcn } from "./defaults.ts";
import { ruleFields } from "./security-rule.ts";

export const securityList = adapter({
  type: "oci_core_security_list",
  list: "security_lists",
  title: "Security list",
  read: (found) => ({
    ...found.draft.string("name", "display_name"),
    ...found.draft.ref("vcn", "vcn_id"),
    complete: addRules(found, found.written.title),
  }),
});

export const defaultSecurityList = adapter({
  type: "oci_core_default_security_list",
  list: "security_lists",
  title: "Default security list",
  aliases: defaultAlias("default_security_list_id"),
  read: (found) => {
    const vcn = managedVcn(found.resource, "default_security_list_id", found.world);
    found.draft.place(["default_of"], ["manage_default_resource_id"]);
    const ref = vcn && found.draft.references.to(vcn.address);
    return {
      ...found.draft.string("name", "display_name"),
      ...(ref && { vcn: ref, default_of: ref }),
      complete: addRules(found, found.written.title),
    };
  },
});

/** Adds the rules; false when there may be others: OKE adds its own to lists whose changes Terraform is told to leave alone. */
function addRules({ id, draft, resource, parts, written }: Found, list: string): boolean {
  const holder: Ref = { ...draft.references.to(resource.address), id };
  for (const direction of ["ingress", "egress"] as const) {
    const name = `${direction}_security_rules`;
    for (const [index, { body }] of draft.blocks(name, name).entries()) {
      const rule = new Draft(body, draft.references);
      rule.place([], []);
      const title = `${direction === "ingress" ? "Ingress" : "Egress"} rule ${index + 1} of ${list[0]!.toLowerCase()}${list.slice(1)}`;
      parts.add("security_rules", { ...written, title }, rule, {
        holder,
        holder_kind: "security-list",
        direction,
        ...ruleFields(rule, direction, "security-list"),
      });
    }
  }
  return ["ingress_security_rules", "egress_security_rules"].every(
    (name) => draft.unknown[name] === undefined && !ignoresBlock(resource.lifecycle, name),
  );
}
