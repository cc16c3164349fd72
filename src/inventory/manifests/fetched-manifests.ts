// Manifests that Terraform fetches from a URL (`data "http"`), for something else to apply. Takes evaluated resources, gives entries for
// those whose URL is known and ends like a manifest.
import { concealedText } from "../../model/concealed-text.ts";
import type { RemoteManifest } from "../../model/inventory/package.ts";
import { Draft } from "../cloud/draft.ts";
import { CloudOrigin } from "../cloud/origin.ts";
import { References } from "../cloud/references.ts";
import type { Origins } from "../origins.ts";
import type { Targets } from "../targets.ts";
import type { Resource } from "../terraform/resource.ts";

const MANIFEST = /^https?:\/\/[^?#]+\.ya?ml(?:[?#]|$)/i;

export function fetchedManifests(
  resources: readonly Resource[],
  targets: Targets,
  origins: Origins,
): RemoteManifest[] {
  return resources.flatMap((resource) => {
    if (resource.mode !== "data" || resource.type !== "http") return [];
    const draft = new Draft(resource.body, new References());
    draft.place([], ["url"]);
    const { url = "" } = draft.string("url", "url");
    if (!MANIFEST.test(url)) return [];
    const { address, existence, place, block } = resource;
    const entry: RemoteManifest = {
      ...{ id: origins.next("remote"), address, notation: "terraform", existence },
      unknown: draft.unknown,
      url: concealedText(url),
      nodes: targets.of(place.file, {}),
    };
    origins.set(
      entry.id,
      new CloudOrigin({ subject: address, title: `Data source "${address}"`, place, block }, draft, entry),
    );
    return [entry];
  });
}
