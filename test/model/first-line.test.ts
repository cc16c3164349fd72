// What a first line says.
import { describe, expect, it } from "vitest";
import { isCloudConfig, isShellScript } from "../../src/model/first-line.ts";
import { growth } from "../growth.ts";

describe("isShellScript", () => {
  it.each([
    "#!/bin/sh",
    "#! /bin/bash -xe\nls",
    "#!/usr/bin/env bash\r\nls",
    "#!/usr/bin/env -S bash -e",
    "#!bash",
    "#!/usr/local/bin/ksh\n",
  ])("is true for %j", (text) => expect(isShellScript(text)).toBe(true));

  it.each([
    "",
    "ls",
    " #!/bin/sh",
    "#!/usr/bin/python3 sh",
    "#!/usr/bin/env nix-shell",
    "#!/bin/bash.static",
    "#!\n/bin/sh",
    `#!${"/".repeat(300)}sh`,
  ])("is false for %j", (text) => expect(isShellScript(text)).toBe(false));

  it("looks at the beginning only", () => {
    const look = (text: string) => void isShellScript(text);
    expect(growth((n) => `#!${"/".repeat(n)}`, look, [4000, 32_000])).toBeLessThan(20);
  });
});

describe("isCloudConfig", () => {
  it.each([
    "#cloud-config",
    "#cloud-config\r\nruncmd: []",
    "#cloud-config # of the pool",
    "## template: jinja\n#cloud-config\n",
    "##template: jinja\r\n#cloud-config\n",
  ])("is true for %j", (text) => expect(isCloudConfig(text)).toBe(true));

  it.each(["", "# cloud-config", "#cloud-config-archive", "a: b\n#cloud-config", "#cloud-configuration"])(
    "is false for %j",
    (text) => expect(isCloudConfig(text)).toBe(false),
  );
});
