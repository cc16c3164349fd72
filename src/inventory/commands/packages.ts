// What commands install: Helm charts and manifests from URLs. Takes commands, gives `charts` and `remote_manifests`. What a throw-away
// cluster gets is left out.
import { concealedText } from "../../model/concealed-text.ts";
import type { Chart, RemoteManifest } from "../../model/inventory/package.ts";
import type { Origins } from "../origins.ts";
import type { FoundCommand } from "./found-command.ts";
import { chartOf } from "./helm-chart.ts";
import type { Parsed } from "./parse.ts";
import { surroundings, urlsOf } from "./remote-url.ts";

/** What a pipeline may do with what is printed into it other than to install it. */
const UNDOING: ReadonlySet<string> = new Set(["delete", "diff"]);

export type Packages = {
  readonly charts: readonly Chart[];
  readonly remote_manifests: readonly RemoteManifest[];
};

/** `isRead` tells whether the repository has a file of that name, which then speaks for itself. */
export function packagesOf(
  commands: readonly FoundCommand[],
  origins: Origins,
  isRead: (name: string) => boolean,
): Packages {
  const charts: Chart[] = [];
  const remote_manifests: RemoteManifest[] = [];
  const undone = new Set(commands.filter(undoes).map(pipelineOf));
  const scripts = surroundings(commands, isRead);
  for (const found of commands) {
    if (found.entry.ephemeral || undone.has(pipelineOf(found)) || rehearses(found)) continue;
    const chart = chartOf(found);
    if (chart) charts.push({ ...entry(found, "chart", origins), ...chart, via: "helm-command" });
    for (const { url, argument } of urlsOf(found, scripts.get(found.script)!)) {
      remote_manifests.push({ ...entry(found, "remote", origins, argument), url: concealedText(url) });
    }
  }
  return { charts, remote_manifests };
}

/** Stands where the command stands, `argument` where one of its words says it. */
function entry(
  { entry: { id: command, address, nodes } }: FoundCommand,
  prefix: string,
  origins: Origins,
  argument?: number,
) {
  const id = origins.next(prefix);
  const origin = origins.get(command)!;
  const locate: typeof origin.locate = () => origin.locate(argument === undefined ? [] : ["args", argument]);
  origins.set(id, { ...origin, locate });
  return { id, address, notation: "command", existence: "known", unknown: {}, nodes } as const;
}

function pipelineOf({ script, command }: FoundCommand): string {
  return `${script.file} ${script.host} ${script.range.start.line} ${command.pipeline.id}`;
}

/** `… | kubectl delete -f -` */
function undoes({ command, parsed }: FoundCommand): boolean {
  return (
    command.program === "kubectl" && parsed !== undefined && (UNDOING.has(parsed.verb) || isRehearsal(parsed))
  );
}

function rehearses({ command, parsed }: FoundCommand): boolean {
  return (
    command.program === "helm" && parsed !== undefined && parsed.verb !== "template" && isRehearsal(parsed)
  );
}

function isRehearsal({ flags }: Parsed): boolean {
  const mode = flags["dry-run"];
  return mode === true || (typeof mode === "string" && !/^(?:none|false)$/.test(mode));
}
