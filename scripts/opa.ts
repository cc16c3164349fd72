// Runs OPA for the other scripts: builds it once from the pinned Go module into `.cache/opa`, then calls it from the project's root.
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

const binary = join(root, ".cache", process.platform === "win32" ? "opa.exe" : "opa");

/** What OPA must not load as data or rules when it builds. */
export const ignored = ["examples", "schema", "data", "*.yaml", "capabilities.json"];
const ignoredInBuild = [...ignored, "*_test.rego", "testing.rego"];

export function opa(args: readonly string[], quiet = false): string {
  if (!existsSync(binary) || statSync(binary).mtimeMs < statSync(join(root, "tools/go.mod")).mtimeMs) {
    execFileSync("go", ["-C", "tools", "build", "-o", binary, "github.com/open-policy-agent/opa"], {
      cwd: root,
      stdio: "inherit",
    });
  }
  const ignore = args[0] === "build" || args[0] === "test" || args[0] === "check" ? ignoreFlags(args) : [];
  return execFileSync(binary, [args[0]!, ...ignore, ...args.slice(1)], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", quiet ? "pipe" : "inherit"],
  });
}

function ignoreFlags(args: readonly string[]): string[] {
  return (args[0] === "build" ? ignoredInBuild : ignored).flatMap((pattern) => ["--ignore", pattern]);
}
