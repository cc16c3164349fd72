// The region that something is made in, as far as the provider's configuration or the command says it.
import type { Draft } from "../cloud/draft.ts";
import type { Provider } from "../terraform/provider.ts";

export function regionOf(draft: Draft, provider: Provider | undefined): { region?: string } {
  const value = provider?.("region");
  if (value === undefined || value.kind === "absent") return {};
  if (value.site !== null) draft.placeAt(["region"], value.site);
  if (value.kind !== "known") {
    draft.doubt("region", value);
    return {};
  }
  return value.value === "" ? {} : { region: String(value.value) };
}
