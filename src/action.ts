// The GitHub Action: inputs → pipeline → delivery → exit code. The exit code is the verdict: nothing that happens on the way to GitHub
// changes it, and whatever is thrown makes it 2.
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { getInput } from "@actions/core";
import { resolveRoot } from "./discovery/root.ts";
import { distFolder } from "./engine/dist-folder.ts";
import { readCheckout } from "./github/checkout.ts";
import { baseRequest, readContext } from "./github/context.ts";
import { deliver, deliverFailure } from "./github/deliver.ts";
import { readInputs } from "./github/inputs.ts";
import { run } from "./run.ts";

const { env } = process;
const write = (text: string) => process.stdout.write(text);

async function act(): Promise<number> {
  const { request, base, delivery } = readInputs(
    (name) => getInput(name),
    env["GITHUB_WORKSPACE"] || process.cwd(),
  );
  const context = readContext(env, (file) => readFileSync(file, "utf8"));
  const checkout = await readCheckout(resolveRoot(request), context.server);
  const dist = distFolder(import.meta.url);
  const grammar = (name: string) => readFile(join(dist, name));
  const report = await run(
    { ...request, ...baseRequest(base, context, checkout) },
    { dist, grammar, now: () => performance.now() },
  );
  const temporary = env["RUNNER_TEMP"] || tmpdir();
  await deliver(report, {
    delivery,
    context,
    checkout,
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
  await deliverFailure(error, { summary: !/^false$/i.test(getInput("summary")), write });
}
