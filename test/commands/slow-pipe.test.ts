import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { deployment } from "../action/manifests.ts";
import { projectRoot } from "../tools.ts";

const folder = mkdtempSync(join(tmpdir(), "pipe-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a report of several megabytes", () => {
  it("reaches a reader that is slow whole", async () => {
    const count = 3_000;
    for (let file = 0; file < 10; file += 1) {
      const documents = Array.from({ length: count / 10 }, (_, index) =>
        deployment(`web-${file}-${index}`, true),
      );
      writeFileSync(join(folder, `${file}.yaml`), documents.join("---\n"));
    }
    const cli = join(projectRoot, "dist", "cli.js");
    const child = spawn(process.execPath, [cli, "check", "--nodes", "virtual", "--format", "json"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const exit = new Promise<number | null>((resolve) => child.on("close", resolve));
    await sleep(3_000);
    let text = "";
    for await (const part of child.stdout.setEncoding("utf8")) {
      text += part;
      if (text.length < 1_000_000) await sleep(5);
    }
    expect(await exit).toBe(1);
    expect(text.length).toBeGreaterThan(2_000_000);
    expect(JSON.parse(text).findings).toHaveLength(count);
  });
});
