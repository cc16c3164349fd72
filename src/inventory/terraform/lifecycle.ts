// The `lifecycle` block of a resource. Takes its body, gives what it says about changes and destruction. Nothing in it is evaluated:
// Terraform allows literals and names only.
import type { HclBlock, HclBody } from "../../model/hcl.ts";
import type { Foreign } from "./scope.ts";
import type { Site, SourceText } from "./site.ts";

export type Lifecycle = {
  readonly preventDestroy: boolean;
  /** Names of attributes as they are written; `all` for every one. */
  readonly ignoreChanges: readonly { readonly name: string; readonly site: Site }[];
};

export function lifecycleOf(body: HclBody, stated: SourceText): Lifecycle | undefined {
  const block: (HclBlock & Foreign) | undefined = body.blocks.find(({ type }) => type === "lifecycle");
  if (block === undefined) return undefined;
  const source = block.source ?? stated;
  const expression = (name: string) =>
    block.body.attributes.find((attribute) => attribute.name === name)?.expression;
  const prevent = expression("prevent_destroy");
  const ignored = expression("ignore_changes");
  const names = ignored === undefined ? [] : ignored.kind === "tuple" ? ignored.items : [ignored];
  return {
    preventDestroy: prevent?.kind === "literal" && prevent.value === true,
    ignoreChanges: names.map(({ start, end }) => ({
      name: source.text.slice(start, end).replace(/^"|"$/g, ""),
      site: { source, start, end },
    })),
  };
}

/** Whether changes of a nested block, or of everything, are left to others. */
export function ignoresBlock(lifecycle: Lifecycle | undefined, block: string): boolean {
  const ignored = lifecycle?.ignoreChanges ?? [];
  return ignored.some(({ name }) => name === "all" || name === block || name.startsWith(`${block}[`));
}
