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

export function createsCluster(commands: readonly Pick<Command, "program" | "args">[]): boolean {
  return commands.some(({ program, args }) => {
    const words =
      program === null ? undefined : Object.hasOwn(CREATORS, program) ? CREATORS[program] : undefined;
    if (words === undefined) return false;
    const operands = args
      .map(({ value }) => value)
      .filter((value) => value === null || !value.startsWith("-"));
    return words.every((word) => operands.includes(word));
  });
}
