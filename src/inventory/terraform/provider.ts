// Which provider configuration a block is made with: its own `provider`, what the caller hands down, or the one without an alias.
// Takes blocks, gives names such as `oci.home`, and functions that tell an attribute of a configuration.
import type { HclBlock, HclExpression } from "../../model/hcl.ts";
import type { Value } from "./value.ts";

/** An attribute of a provider's configuration; undefined when it states none. */
export type Provider = (attribute: string) => Value | undefined;

/** `provider "oci" { alias = "home" }` is `oci.home`. */
export function providerKey({ labels, body }: HclBlock): string | undefined {
  const alias = body.attributes.find(({ name }) => name === "alias")?.expression;
  if (alias === undefined) return labels[0];
  return alias.kind === "literal" ? `${labels[0]}.${alias.value}` : undefined;
}

/** The configuration that a resource asks for; what its type begins with when it asks for none. Null when it cannot be told. */
export function providerOf(type: string, { body }: HclBlock): string | null {
  const stated = body.attributes.find(({ name }) => name === "provider")?.expression;
  return stated === undefined ? type.split("_")[0]! : nameIn(stated);
}

/** What a called module knows a configuration by → what its caller calls it. */
export function handedDown({ body }: HclBlock): ReadonlyMap<string, string> {
  const stated = body.attributes.find(({ name }) => name === "providers")?.expression;
  const pairs = stated?.kind === "object" ? stated.items : [];
  return new Map(
    pairs.flatMap(({ key, value }) => {
      const [inside, outside] = [nameIn(key), nameIn(value)];
      return inside === null || outside === null ? [] : [[inside, outside] as const];
    }),
  );
}

/** In JSON the name is a text. */
function nameIn(expression: HclExpression): string | null {
  if (expression.kind === "literal") return typeof expression.value === "string" ? expression.value : null;
  if (expression.kind === "name") return expression.name;
  if (expression.kind !== "member") return null;
  const outer = nameIn(expression.object);
  return outer === null ? null : `${outer}.${expression.name}`;
}
