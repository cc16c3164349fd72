// Whether commands make a throw-away cluster. Takes commands, gives yes or no; knows no files.
import type { Command } from "../../model/document.ts";

/** The words after the program that make a cluster. */
const CREATORS: Readonly<Record<string, readonly string[]>> = {
  kind: ["create", "cluster"],
  minikube: ["start"],
  k3d: ["cluster", "create"],
  ctlptl: ["create", "cluster"],
  kwokctl: ["create", "cluster"],
};

/** Installers of small distributions, piped into a shell: whatever they make, it is not OKE. */
const INSTALLER = /^https:\/\/get\.(?:k3s\.io|rke2\.io|k0s\.sh)\b/;

export function createsCluster(commands: readonly Pick<Command, "program" | "args">[]): boolean {
  return commands.some(({ program, args }) => {
    if (program === "curl" || program === "wget")
      return args.some(({ value }) => INSTALLER.test(value ?? ""));
    const words =
      program === null ? undefined : Object.hasOwn(CREATORS, program) ? CREATORS[program] : undefined;
    if (words === undefined) return false;
    const operands = args
      .map(({ value }) => value)
      .filter((value) => value === null || !value.startsWith("-"));
    return words.every((word) => operands.includes(word));
  });
}
