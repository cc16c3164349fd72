import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCloudInitMime, mimeParts } from "../../src/model/mime.ts";

const MESSAGE = [
  "MIME-Version: 1.0",
  "Content-Type: multipart/mixed;",
  '  boundary="==B=="',
  "",
  "--==B==",
  "Content-Type: text/cloud-config; charset=us-ascii",
  "",
  "#cloud-config",
  "--==B==",
  "Content-Transfer-Encoding: base64",
  "Content-Type: text/x-shellscript",
  "",
  "IyE=",
  "--==B==--",
  "behind",
].join("\n");

describe("mimeParts", () => {
  it.each([MESSAGE, MESSAGE.replaceAll("\n", "\r\n"), MESSAGE.replace("--==B==--\nbehind", "")])(
    "gives each part with its body",
    (text) => {
      const parts = mimeParts(text);
      expect(parts.map(({ type, encoding }) => [type, encoding])).toEqual([
        ["text/cloud-config", "7bit"],
        ["text/x-shellscript", "base64"],
      ]);
      expect(parts.map(({ start, end }) => text.slice(start, end).trim())).toEqual(["#cloud-config", "IyE="]);
    },
  );

  it("reads each header once, whatever follows", () => {
    const headers = `Content-Type: multipart/mixed\r\n${"A: b\r\n".repeat(40)}${`${" ".repeat(40)}c\n`.repeat(40)}`;
    expect(mimeParts(`${headers}no header`)).toEqual([]);
    expect(isCloudInitMime(`${"A: b\r\n".repeat(40)}Content-Type: text/cloud-config`)).toBe(false);
  });

  it("gives parts inside parts, and nothing for other texts", () => {
    const outer = `Content-Type: multipart/mixed; boundary=A\n\n--A\n${MESSAGE}\n--A--\n`;
    expect(mimeParts(outer)).toHaveLength(2);
    expect(mimeParts("#!/bin/bash\necho Content-Type: multipart/mixed\n")).toEqual([]);
  });

  it("gives bodies inside the text for any text", () => {
    const line = fc.constantFrom(
      "--B",
      "--B--",
      "",
      "Content-Type: multipart/mixed; boundary=B",
      "Content-Type: text/plain",
      "x",
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join("\n");
        for (const { start, end } of mimeParts(text)) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});

describe("isCloudInitMime", () => {
  it("knows texts for cloud-init from mail", () => {
    expect(isCloudInitMime(MESSAGE)).toBe(true);
    expect(
      isCloudInitMime('Content-Type: multipart/mixed; boundary="B"\n\n--B\nContent-Type: text/html\n'),
    ).toBe(false);
    expect(isCloudInitMime("#cloud-config\n")).toBe(false);
  });
});
