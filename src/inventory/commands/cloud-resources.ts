// Clusters, pools and nodes that scripts make with the OCI command line. Takes script documents and the repository's files, gives the
// resources that Terraform would make of the same. Each file is a world of its own.
import type { Document } from "../../model/document.ts";
import { own } from "../../model/own.ts";
import type { Resource } from "../terraform/resource.ts";
import { SourceText } from "../terraform/site.ts";
import type { ObjectValue } from "../terraform/value.ts";
import { CLOUD_COMMANDS } from "./cloud-tables.ts";
import { CommandBody, type RepositoryFiles } from "./command-body.ts";
import { rootOf, withMadeClusters } from "./made-cluster.ts";
import { parseCommand } from "./parse.ts";

export function cloudResources(documents: readonly Document[], files: RepositoryFiles): Resource[] {
  const resources: Resource[] = [];
  const sources = new Map<string, SourceText>();
  const named = new Map<string, number>();
  for (const document of documents) {
    if (document.format !== "shell" || document.ephemeral) continue;
    for (const command of document.commands) {
      const parsed = command.program === "oci" ? parseCommand("oci", command.args) : undefined;
      if (parsed === undefined || parsed.flags["help"] === true) continue;
      const name = [parsed.verb, ...parsed.subcommand].join(" ");
      const making = own(CLOUD_COMMANDS, name);
      if (making === undefined) continue;
      const { file } = document;
      const source = sources.get(file) ?? new SourceText(file, files.readText(file) ?? "");
      sources.set(file, source);
      const said = new CommandBody(command, parsed, source, files);
      const body = said.body(making.flags);
      const label = labelIn(body) ?? name;
      const count = (named.get(`${file} ${name} ${label}`) ?? 0) + 1;
      named.set(`${file} ${name} ${label}`, count);
      const numbered = count > 1 ? [`(${count})`] : [];
      resources.push({
        address: ["oci", name, ...(label === name ? [] : [label]), ...numbered].join(" "),
        name: label,
        type: making.type,
        moduleAddress: "",
        root: rootOf(file),
        variant: "",
        existence: "known",
        instanceKey: null,
        mode: "managed",
        notation: "command",
        place: { file, range: command.range },
        block: { file, range: command.range },
        body,
        provider: said.provider(),
      });
    }
  }
  return withMadeClusters(resources, documents);
}

/** What a message calls it: the name it is given. */
function labelIn({ entries }: ObjectValue): string | undefined {
  const value = (entries.get("name") ?? entries.get("display_name") ?? entries.get("addon_name"))?.value;
  return value?.kind === "known" && value.value !== "" ? String(value.value) : undefined;
}
