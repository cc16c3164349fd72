// Encoded parts and commands over several lines: what is read, and where it stands.
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { plainText } from "../../../src/inventory/bootstrap/plain-text.ts";
import { textFromBase64 } from "../../../src/readers/shell/encoded-text.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const SCRIPT = "#!/bin/bash\nbash /etc/oke/oke-install.sh\n";

describe("commands of cloud-config", () => {
  it.each([
    [
      "words below one another",
      "runcmd:\n  - - bash\n    - a.sh\n    - --flag\n    - x\n  - next",
      "bash a.sh --flag x",
    ],
    [
      "words with remarks and empty lines between them",
      "runcmd:\n  - - bash\n# remark\n    - a.sh\n\n    # - no word\n    - x\n  - next",
      "bash a.sh x",
    ],
    [
      "a list in brackets with a remark in it",
      "runcmd:\n  - [bash,\n     # remark [\n     a.sh]\n  - next",
      "[bash, a.sh]",
    ],
    ["words below a dash alone", "runcmd:\n-\n  - bash\n  - a.sh\n- next", "bash a.sh"],
    ["a folded text", "runcmd:\n  - >-\n    bash a.sh\n    --flag x\n  - next", "bash a.sh --flag x"],
    ["a plain text that goes on", "bootcmd:\n- bash a.sh\n    --flag x\n- next", "bash a.sh --flag x"],
    [
      "a list in brackets",
      "runcmd:\n  - [bash,\n     a.sh,\n     --flag, x]\n  - next",
      "[bash, a.sh, --flag, x]",
    ],
  ])("stand on one line: %s", (_, text, command) => {
    const { text: plain } = plainText(text);
    expect(plain).toHaveLength(text.length);
    const lines = plain.split("\n").map((line) => line.replace(/^[\s>-]+/, "").replaceAll(/\s+/g, " "));
    expect(lines).toContain(command);
    expect(lines).toContain("next");
  });

  it.each([
    "runcmd:\n  - |\n    bash a.sh\n    b.sh\n  - next",
    "runcmd:\n  - bash a.sh\n  - b.sh\npackages:\n  - a\n    b",
    "#!/bin/bash\necho a\n  - b\n    c\n",
  ])("are left alone where lines are apart: %j", (text) => {
    expect(plainText(text).text).toBe(text);
  });
});

describe("what is encoded", () => {
  it.each([
    [
      "a MIME part",
      (code: string) =>
        `Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/x-shellscript\nContent-Transfer-Encoding: base64\n\n${code}\n--B--\n`,
    ],
    [
      "a file of cloud-config",
      (code: string) =>
        `#cloud-config\nwrite_files:\n- path: /a\n  encoding: b64\n  content: ${code}\nruncmd: [a]\n`,
    ],
    [
      "a file over several lines",
      (code: string) =>
        `write_files:\n- encoding: b64\n  content: |\n    ${code.slice(0, 20)}\n    ${code.slice(20)}\n  path: /a\n`,
    ],
  ])("is added behind the text, at the place of its code: %s", (_, made) => {
    const code = base64(SCRIPT);
    const text = made(code);
    const plain = plainText(text);
    const at = plain.text.indexOf("/etc/oke/oke-install.sh");
    expect(at).toBeGreaterThan(text.length);
    expect(plain.origin(at)).toBe(text.indexOf(code.slice(0, 20)));
    expect(plain.origin(3)).toBe(3);
  });

  it("is unpacked, unless it is no text", () => {
    expect(textFromBase64(gzipSync(SCRIPT).toString("base64"))).toBe(SCRIPT);
    expect(
      textFromBase64(Buffer.from([31, 139, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]).toString("base64")),
    ).toBeUndefined();
    expect(
      textFromBase64(Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).toString("base64")),
    ).toBeUndefined();
    expect(textFromBase64("not base64 at all!!!")).toBeUndefined();
  });
});
