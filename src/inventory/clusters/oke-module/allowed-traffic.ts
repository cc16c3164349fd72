// The rules that authors add to the module's network security groups of nodes and pods. Takes the call, adds security rules; those that the
// module brings are not among them, so that nothing can be said of what its groups do not admit.
import { Draft } from "../../cloud/draft.ts";
import { ruleFields } from "../../network/security-rule.ts";
import { readMap, readNumber } from "../../terraform/read-value.ts";
import { moduleNsg, type Role } from "./nsgs.ts";
import type { OkeCall } from "./oke-call.ts";

const INPUTS: Readonly<Record<string, Role>> = { allow_rules_pods: "pods", allow_rules_workers: "workers" };

export function addAllowedTraffic(oke: OkeCall): void {
  const { call, inputs, world, parts, written } = oke;
  for (const [input, role] of Object.entries(INPUTS)) {
    const rules = readMap(inputs.value, input);
    const [holder] = moduleNsg(oke, role, oke.draft(), "holder");
    if (rules.kind !== "known" || holder === undefined) continue;
    for (const [name, body] of rules.value) {
      if (body.kind !== "object") continue;
      const draft = new Draft(body, world.references);
      draft.place([], []);
      const direction = draft.value("destination").kind === "absent" ? "ingress" : "egress";
      const subject = `${call.address}.${input}["${name}"]`;
      parts.add("security_rules", { ...written("", subject), title: `Security rule "${name}"` }, draft, {
        holder,
        holder_kind: "nsg" as const,
        direction,
        ...ruleFields(draft, direction, "nsg"),
        ...ports(draft),
      });
    }
  }
}

/** One port, or a range; -1 stands for all. */
function ports(draft: Draft): { ports?: { readonly min: number; readonly max: number } } {
  const [port, low, high] = ["port", "port_min", "port_max"].map((key) => readNumber(draft.value(key)));
  const doubtful = [port, low, high].find((one) => one?.kind === "unknown");
  draft.place(["ports"], [draft.value("port").kind === "absent" ? "port_min" : "port"]);
  if (doubtful?.kind === "unknown") {
    draft.doubt("ports", doubtful.ref);
    return {};
  }
  const [min, max] = [low, high].map((end) => (end?.kind === "known" ? end : port));
  return min?.kind === "known" && max?.kind === "known" && min.value >= 0
    ? { ports: { min: min.value, max: max.value } }
    : {};
}
