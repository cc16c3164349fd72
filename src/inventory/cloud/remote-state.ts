// What `terraform_remote_state` and Terragrunt's dependencies give: the output of another root module in the repository, where it can be told which one is meant.
// Takes the worlds with the outputs of their roots, gives the value and the world that it belongs to.
import type { Path } from "../../model/place.ts";
import { index, member } from "../terraform/access.ts";
import { folderOf } from "../terraform/declarations.ts";
import { toJson } from "../terraform/read-value.ts";
import type { Resource, RootOutput } from "../terraform/resource.ts";
import { dependencyAddress } from "../terraform/terragrunt/configuration.ts";
import { known, type Value } from "../terraform/value.ts";
import type { Remote, RemoteValues, World } from "./world.ts";

const DATA = /(?:^|\.)data\.(?:terraform_remote_state|tfe_outputs)\.[^.]+$/;
const OUTPUTS = new Set(["outputs", "values", "nonsensitive_values"]);

/** Words that say nothing of which root module is meant. */
const COMMON = new Set(
  "terraform tfstate state stack stacks live infra modules root main oci backend env".split(" "),
);

type Member = {
  readonly world: World;
  readonly root: string;
  readonly variant: string;
  readonly outputs: ReadonlyMap<string, Value>;
};

export class RemoteStates implements RemoteValues {
  readonly #members: Member[] = [];

  add(world: World, root: string, variant: string, outputs: readonly RootOutput[]): void {
    const values = new Map(outputs.map(({ name, value }) => [name, value]));
    this.#members.push({ world, root, variant, outputs: values });
  }

  /** The root that a unit of Terragrunt runs, for those that depend on the unit. */
  #unit(address: string): Member | undefined {
    if (!address.startsWith(dependencyAddress(""))) return undefined;
    return this.#members.find(
      ({ variant }) => variant !== "" && dependencyAddress(folderOf(variant)) === address,
    );
  }

  /** Undefined for everything else, and where more than one root may be meant. */
  read(value: Value, from: World): Remote | undefined {
    if (value.kind !== "unknown" || value.reference === undefined) return undefined;
    const { address, path } = value.reference;
    const [kind, name, ...rest] = path;
    const unit = this.#unit(address);
    if (unit !== undefined) {
      const output = kind === "outputs" && typeof name === "string" ? unit.outputs.get(name) : undefined;
      return output && { value: partOf(output, rest), world: unit.world };
    }
    if (!DATA.test(address) || !OUTPUTS.has(String(kind)) || typeof name !== "string") return undefined;
    const own = this.#members.find(({ world }) => world === from);
    const words = wordsOf(from.at(address), address);
    const candidates = this.#members.filter(
      ({ root, outputs }) => root !== own?.root && outputs.has(name) && isNamed(root, words),
    );
    const [chosen] = oneOfVariants(candidates, own?.variant ?? "");
    return chosen && { value: partOf(chosen.outputs.get(name)!, rest), world: chosen.world };
  }
}

/** As an expression takes parts: `outputs.subnets["pods"].id`. */
function partOf(value: Value, path: Path): Value {
  return path.reduce<Value>(
    (at, step) => (typeof step === "string" ? member(at, step, null) : index(at, known(step), null)),
    value,
  );
}

/** A root with several sets of variables: the one of the same name. */
function oneOfVariants(candidates: readonly Member[], variant: string): readonly Member[] {
  if (new Set(candidates.map(({ root }) => root)).size !== 1) return [];
  if (candidates.length === 1) return candidates;
  const alike = candidates.filter((one) => basename(one.variant) === basename(variant));
  return alike.length === 1 ? alike : [];
}

function basename(variant: string): string {
  return variant.slice(variant.lastIndexOf("/") + 1);
}

/** Its name, and all that its configuration says: a key, a path, a workspace. */
function wordsOf(data: Resource | undefined, address: string): ReadonlySet<string> {
  const stated = data ? JSON.stringify(toJson(data.body).json ?? "") : "";
  return new Set(words(`${address.slice(address.lastIndexOf(".") + 1)} ${stated}`));
}

function isNamed(root: string, said: ReadonlySet<string>): boolean {
  return words(root.slice(root.lastIndexOf("/") + 1)).some((word) => said.has(word));
}

function words(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2 && !COMMON.has(word));
}
