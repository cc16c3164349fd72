// Network security groups and the rules that belong to them, which are resources of their own.
import type { Ref } from "../../model/inventory/entry.ts";
import { adapter, type Found } from "../cloud/adapter.ts";
import { readString } from "../terraform/read-value.ts";
import type { Resource } from "../terraform/resource.ts";
import { ruleFields } from "./security-rule.ts";

export const nsg = adapter({
  type: "oci_core_network_security_group",
  list: "nsgs",
  title: "Network security group",
  read: (found) => ({
    ...found.draft.string("name", "display_name"),
    ...found.draft.ref("vcn", "vcn_id"),
    complete: isComplete(found),
  }),
});

export const nsgRule = adapter({
  type: "oci_core_network_security_group_security_rule",
  list: "security_rules",
  title: "Security rule",
  read: ({ draft }) => {
    const holder = draft.ref("holder", "network_security_group_id").holder ?? unknownHolder();
    const { direction: stated } = draft.string("direction", "direction");
    const direction: "ingress" | "egress" | undefined =
      stated?.toUpperCase() === "INGRESS"
        ? "ingress"
        : stated?.toUpperCase() === "EGRESS"
          ? "egress"
          : undefined;
    const holder_kind = "nsg" as const;
    const side: "ingress" | "egress" =
      direction ?? (draft.value("source").kind === "absent" ? "egress" : "ingress");
    return { holder, holder_kind, ...(direction && { direction }), ...ruleFields(draft, side, "nsg") };
  },
});

function unknownHolder(): Ref {
  return { ref: "no group is stated", kind: "expression" };
}

/**
 * Every rule is there to be read. A rule whose group cannot be known may be this one's, and an unknown `for_each` may make more rules
 * than can be seen; a mere condition is good enough.
 */
function isComplete({ resource, world }: Found): boolean {
  const open = world.once("groups with more rules", () => {
    const groups = new Set<Resource | "any">();
    for (const rule of world.ofType("oci_core_network_security_group_security_rule")) {
      const target = world.target(rule.body, "network_security_group_id");
      if (target !== undefined) {
        if (rule.more) groups.add(target);
        continue;
      }
      const text = readString(rule.body, "network_security_group_id");
      if (text.kind !== "known" || !/^ocid1\./.test(text.value)) groups.add("any");
    }
    return groups;
  });
  return !open.has(resource) && !open.has("any");
}
