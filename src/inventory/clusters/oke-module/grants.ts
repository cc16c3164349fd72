// What the module's own policies allow, when it is asked to make them. Takes the inputs, gives the actions that rules ask about.
import type { Draft } from "../../cloud/draft.ts";
import { get, readBoolean, readMap, readString } from "../../terraform/read-value.ts";
import type { Value } from "../../terraform/value.ts";
import type { Inputs } from "./inputs.ts";

type Grants = { readonly grants_by_module?: readonly string[] };

/** Undefined stands for what nobody knows. */
type Answer = boolean | undefined;

export function grants(inputs: Inputs, draft: Draft): Grants {
  draft.place(["grants_by_module"], ["create_iam_resources"]);
  const made = flag(inputs.value, "create_iam_resources");
  if (made === undefined) draft.doubt("grants_by_module", "create_iam_resources");
  if (!made) return {};
  const answers: Readonly<Record<string, Answer>> = {
    CLUSTER_JOIN: asked(inputs.value, "create_iam_worker_policy", selfManaged(inputs)),
    "use keys": asked(
      inputs.value,
      "create_iam_kms_policy",
      stated(get(inputs.value, ["cluster_kms_key_id"])),
    ),
    "use ipv6s": flag(inputs.value, "enable_ipv6"),
    "use network-security-groups": true,
  };
  const found = Object.keys(answers).filter((action) => answers[action] === true);
  if (Object.values(answers).includes(undefined)) draft.doubt("grants_by_module", "create_iam_resources");
  return { grants_by_module: found };
}

/** `auto`: where it is of use. */
function asked(inputs: Value, input: string, useful: Answer): Answer {
  const read = readString(inputs, input);
  if (read.kind !== "known") return undefined;
  return read.value === "always" ? true : read.value === "auto" ? useful : false;
}

/** Nodes of any other mode than `node-pool`, in a cluster that the module makes. */
function selfManaged(inputs: Inputs): Answer {
  const creates = flag(inputs.value, "create_cluster");
  if (creates === false) return false;
  const pools = readMap(inputs.value, "worker_pools");
  if (pools.kind === "absent") return false;
  if (pools.kind === "unknown") return undefined;
  const answers = [...pools.value.values()].map((pool): Answer => {
    const own = readString(pool, "mode");
    const mode = own.kind === "absent" ? readString(inputs.value, "worker_pool_mode") : own;
    const create = readBoolean(pool, "create");
    if (create.kind === "known" && !create.value) return false;
    return mode.kind === "known" ? mode.value !== "node-pool" : undefined;
  });
  if (answers.includes(true)) return creates;
  return pools.open || answers.includes(undefined) ? undefined : false;
}

function flag(inputs: Value, name: string): Answer {
  const read = readBoolean(inputs, name);
  return read.kind === "known" ? read.value : undefined;
}

function stated(value: Value): Answer {
  if (value.kind === "unknown") return undefined;
  return value.kind === "known" && value.value !== "";
}
