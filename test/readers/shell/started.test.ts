// What images and units of systemd start.
import { describe, expect, it } from "vitest";
import { dockerfileScripts } from "../../../src/readers/shell/hosts/dockerfile.ts";
import { unitScripts } from "../../../src/readers/shell/hosts/systemd.ts";
import { growth } from "../../growth.ts";
import { commands, lines, readFile, readHosted } from "./shell-reading.ts";

describe("Dockerfiles", () => {
  it.each<[string, string, string[]]>([
    ["a list", 'FROM a\nENTRYPOINT ["kubectl", "exec", "a"]\n', ["2 kubectl exec a"]],
    ["a text", "FROM a\nCMD kubectl logs \\\n  -f a\n", ["2 kubectl logs -f a"]],
    [
      "a shell",
      'FROM a\nCMD ["sh", "-c", "kubectl exec a"]\n',
      ["2 sh -c kubectl exec a", "2 kubectl exec a"],
    ],
    ["what is handed over", 'FROM a\nENTRYPOINT ["kubectl"]\nCMD ["exec", "a"]\n', ["2 kubectl exec a"]],
    ["another stage", 'FROM a\nENTRYPOINT ["kubectl"]\nFROM b\nCMD ["exec", "a"]\n', ["2 kubectl"]],
    ["what is built", 'FROM a\nRUN kubectl exec a\n# CMD kubectl exec a\nLABEL a="CMD kubectl exec a"\n', []],
    ["another program", 'FROM a\nCMD ["nginx"]\n', []],
  ])("give %s", (_, text, expected) => expect(lines(readFile("dockerfile", text))).toEqual(expected));
});

describe("units of systemd", () => {
  const unit =
    "[Service]\nExecStartPre=-/usr/bin/kubectl get ns\nExecStart=/bin/sh -c 'kubectl exec a'\nExecStop=/bin/true\n";

  it("give what they start", () => {
    expect(lines(readFile("unit", unit))).toEqual([
      "2 kubectl get ns",
      "3 sh -c kubectl exec a",
      "3 kubectl exec a",
    ]);
    expect(lines(readFile("unit", "[Service]\nExecStart=@/usr/bin/kubectl \\\n  exec a\n"))).toEqual([
      "2 kubectl exec a",
    ]);
    expect(
      lines(readFile("unit", "[Unit]\nDescription=kubectl exec a\n[Service]\nExecStart=/bin/a\n")),
    ).toEqual([]);
  });

  it("are read where a script or cloud-init writes them", () => {
    const script = `cat > /etc/systemd/system/a.service <<EOF\n${unit}EOF\n`;
    expect(commands(script)).toEqual([
      "1 cat",
      "3 kubectl get ns",
      "4 sh -c kubectl exec a",
      "4 kubectl exec a",
    ]);
    const config = `#cloud-config\nwrite_files:\n  - path: /etc/a.service\n    content: |\n${unit.replace(/^/gm, "      ")}`;
    expect(lines(readHosted("a.yaml", config))).toEqual([
      "6 kubectl get ns",
      "7 sh -c kubectl exec a",
      "7 kubectl exec a",
    ]);
  });

  it("do not run what only looks like one", () => {
    expect(commands("cat <<EOF\nExecStart=kubectl exec a\nEOF\n")).toEqual(["1 cat"]);
  });
});

it("takes time in proportion to the text", () => {
  for (const part of ["CMD \\\n", 'CMD ["', "ExecStart=a\\\n", "FROM ", "ExecStart=-"]) {
    const read = (text: string) => [dockerfileScripts(text), unitScripts(text)];
    expect(growth((n) => part.repeat(n), read, [2000, 16_000])).toBeLessThan(20);
  }
});
