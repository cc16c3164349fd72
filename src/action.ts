// The GitHub Action: inputs → pipeline → delivery → exit code. The exit code is the verdict; nothing that happens on the way to GitHub
// changes it, and whatever is thrown makes it 2.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getInput } from "@actions/core";
import { git } from "./discovery/git.ts";
import { distFolder } from "./engine/dist-folder.ts";
import { writeError } from "./github/annotations.ts";
import { readCheckout } from "./github/checkout.ts";
import { baseRequest, readContext } from "./github/context.ts";
import { deliver, deliverFailure } from "./github/deliver.ts";
import { readInputs } from "./github/inputs.ts";
import { ConfigError } from "./model/request.ts";
import { run } from "./run.ts";

const write = (text: string) => process.stdout.write(text);
const temporary = process.env["RUNNER_TEMP"] || tmpdir();

async function act(): Promise<number> {
  const { request, base, delivery } = readInputs(
    (name) => getInput(name),
    process.env["GITHUB_WORKSPACE"] || process.cwd(),
  );
  const context = readContext(process.env, (file) => readFileSync(file, "utf8"));
  const folder = resolve(request.cwd, request.paths[0] ?? ".");
  const checkout = await readCheckout(folder, context.server, async (args, cwd) => {
    const answer = await git(args, { cwd });
    return answer.ok ? answer.output : null;
  });
  const compared = baseRequest(base, context, checkout);
  const dist = distFolder(import.meta.url);
  const world = { dist, grammar: (name: string) => readFile(join(dist, name)), now: () => performance.now() };
  const report = await run({ ...request, ...compared.request }, world);
  await deliver(report, {
    delivery,
    context,
    checkout,
    warnings: compared.warnings,
    temporary,
    write,
    sleep,
  });
  return report.exitCode;
}

try {
  process.exitCode = await act();
} catch (error) {
  process.exitCode = 2;
  const stack = error instanceof Error && !(error instanceof ConfigError) ? error.stack : undefined;
  writeError(stack ?? (error instanceof Error ? error.message : String(error)), write);
  deliverFailure();
}
