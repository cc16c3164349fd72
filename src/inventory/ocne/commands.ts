// Calls of `ocne`, and commands that prepare a join, as inventory entries. Takes the scripts and what leads from a path to the entry of
// a configuration. Judges nothing.
import type { Command, ScriptDocument } from "../../model/document.ts";
import type { OcneCommand } from "../../model/inventory/ocne.ts";
import type { Origins } from "../origins.ts";
import { callOf, flagsOf, UNKNOWN_VERB } from "./call.ts";
import { type ConfigSearch, configOf } from "./config-argument.ts";
import { versionOf } from "./configuration.ts";
import { BOOT_LINE, bootUrls } from "./kickstart.ts";
import { outputOf } from "./output.ts";

export type CommandContext = ConfigSearch & { readonly origins: Origins };

/** Calls read per script; nobody writes more by hand. */
export const MAX_CALLS = 300;

/** `tooMany` is called with each script that holds more calls than are read. */
export function ocneCommands(
  scripts: readonly ScriptDocument[],
  context: CommandContext,
  tooMany: (script: ScriptDocument) => void,
): OcneCommand[] {
  return scripts.flatMap((script, number) => {
    let lines: readonly string[] | undefined;
    const lineOf = (line: number) => {
      lines ??= (context.readText(script.file) ?? "").split("\n");
      return lines[line - 1] ?? "";
    };
    let calls = 0;
    return script.commands.flatMap((command, index) => {
      if (
        command.program === "ocne" &&
        command.args.some(({ value }) => value === "--help" || value === "-h")
      )
        return [];
      const call = command.program === "ocne" ? callOf(command) : undefined;
      const prepares = preparations(command);
      const urls = command.program === "ocne" ? [] : urlsIn(command);
      if (call === undefined && prepares.length === 0 && urls.length === 0) return [];
      if (++calls > MAX_CALLS) {
        if (calls === MAX_CALLS + 1) tooMany(script);
        return [];
      }
      const id = context.origins.next("ocne-command");
      const parsed = flagsOf(call);
      const version = parsed.flags["version"];
      const config = parsed.flags["config"];
      const title =
        call === undefined || call.verb === UNKNOWN_VERB
          ? (command.program ?? "command")
          : `ocne ${call.verb}`.trim();
      addOrigin(id, script, command, title, context.origins);
      return [
        {
          id,
          address: title,
          notation: "command" as const,
          existence: "known" as const,
          unknown: {},
          file: script.file,
          script: `${script.file} ${number}`,
          index,
          verb: call?.verb ?? "",
          ...parsed,
          output: outputOf(command, script, lineOf),
          ...(typeof config === "string" && { config: configOf(config, script, index, context) }),
          ...(typeof version === "string" &&
            versionOf(version) !== undefined && { version: versionOf(version)! }),
          prepares,
          urls,
        },
      ];
    });
  });
}

/** What a joining node needs, made by kubeadm here or on a node through a console. */
function preparations({ program, args, text, heredoc }: Command): string[] {
  const words =
    program === "kubeadm"
      ? `kubeadm ${args.map(({ value, text: source }) => value ?? source).join(" ")}`
      : `${text}\n${heredoc?.text ?? ""}`;
  const found: string[] = [];
  if (/\bkubeadm\s+token\s+create\b/.test(words)) found.push("token");
  if (/\bkubeadm\s+init\s+phase\s+upload-certs\b/.test(words)) found.push("certificates");
  return found;
}

function urlsIn({ args, heredoc }: Command): OcneCommand["urls"] {
  const bootLines = (heredoc?.text ?? "").split("\n").filter((line) => BOOT_LINE.test(line));
  return [...args.map(({ value, text }) => value ?? text), ...bootLines].flatMap((text) =>
    bootUrls(text, []),
  );
}

function addOrigin(
  id: string,
  script: ScriptDocument,
  command: Command,
  title: string,
  origins: Origins,
): void {
  const place = { file: script.file, range: command.range };
  origins.set(id, {
    file: script.file,
    subject: title,
    title: `Command "${title}"`,
    path: [],
    locate: () => ({ place }),
    object: place,
  });
}
