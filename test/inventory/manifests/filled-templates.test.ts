// A template of a manifest, by itself and filled in by Terraform.
import { describe, expect, it } from "vitest";
import { scanExample } from "../../example.ts";

const subjects = async (files: Readonly<Record<string, string>>) => {
  const { judged } = await scanExample({
    ...{ name: "", nodes: "virtual", asOf: "seed", expected: [] },
    files: new Map(Object.entries(files)),
  });
  return judged.map(({ finding }) => `${finding.place.file} ${finding.subject}`).toSorted();
};

const NAME = "${name}";
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: ${NAME}
spec:
  hostPID: true
  containers:
    - name: a
      image: registry.example/a:1
      resources: { requests: { cpu: "1", memory: 1Gi }, limits: { cpu: "1", memory: 1Gi } }
`;

const applied = (source: string) =>
  `resource "kubectl_manifest" "a" {\n  yaml_body = templatefile("${source}", { name = "x" })\n}\n`;

describe("a template of a manifest", () => {
  it.each(["pod.yaml", "pod.yaml.tftpl", "k/pod.yml"])(
    "is judged once where Terraform fills in %s",
    async (file) => {
      expect(await subjects({ "main.tf": applied(file), [file]: POD })).toEqual([`${file} Pod default/x`]);
    },
  );

  it("leaves the other objects of its file to be judged by themselves", async () => {
    const parts = `resource "kubectl_manifest" "a" {\n  yaml_body = split("---\\n", file("all.yaml"))[0]\n}\n`;
    expect(
      await subjects({
        "main.tf": parts,
        "all.yaml": `${POD.replace(NAME, "a")}---\n${POD.replace(NAME, "b")}`,
      }),
    ).toEqual(["all.yaml Pod default/a", "all.yaml Pod default/b"]);
  });

  it("is judged by itself where Terraform fills in another", async () => {
    expect(await subjects({ "main.tf": applied("other.yaml"), "pod.yaml": POD, "other.yaml": POD })).toEqual([
      "other.yaml Pod default/x",
      "pod.yaml Pod default/",
    ]);
  });
});
