// Pods per node, for every shape of the table at its boundaries, through the shipped rules: MIN((VNICs - 1) * 31, 110).
import { describe, expect, it } from "vitest";
import data from "../policies/data/shapes.json" with { type: "json" };
import { scanExample } from "./example.ts";

type Shape = {
  readonly vnics?: number;
  readonly per_ocpu?: number;
  readonly min?: number;
  readonly max?: number;
  readonly steps?: Readonly<Record<string, number>>;
  readonly ocpus?: number;
};
type Case = { readonly shape: string; readonly ocpus?: number; readonly vnics: number };

const RULES = ["more-pods-than-vnics-carry", "more-pods-than-kubernetes-allows", "single-vnic-shape"];

/** Fixed shapes as they are; flexible ones where the number of VNICs changes: at 1 to 6 OCPUs, at each step, and at the most. */
function cases(): Case[] {
  const shapes: Readonly<Record<string, Shape>> = data.shapes;
  return Object.entries(shapes).flatMap(([shape, { vnics, per_ocpu, min = 0, max = 0, steps }]) => {
    if (vnics !== undefined) return [{ shape, vnics }];
    if (steps)
      return Object.entries(steps).map(([ocpus, at]) => ({ shape, ocpus: Number(ocpus), vnics: at }));
    const each = per_ocpu ?? 1;
    return [1, 2, 3, 4, 5, 6, max].map((ocpus) => ({
      shape,
      ocpus,
      vnics: Math.min(max, Math.max(min, ocpus * each)),
    }));
  });
}

function pool({ shape, ocpus }: Case, index: number, pods: number): string {
  return `resource "oci_containerengine_node_pool" "p${index}" {
  name           = "p${index}"
  cluster_id     = var.cluster_id
  compartment_id = var.compartment_id
  node_shape     = "${shape}"
${ocpus === undefined ? "" : `  node_shape_config {\n    ocpus = ${ocpus}\n  }\n`}  node_config_details {
    nsg_ids = [var.nsg_id]
    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = ${pods}
      pod_subnet_ids    = [var.pod_subnet_id]
      pod_nsg_ids       = [var.pod_nsg_id]
    }
  }
}
`;
}

/** Names of the pools with a finding, and the rule. */
async function found(pods: (one: Case) => number, all: readonly Case[]): Promise<string[]> {
  const text = all.map((one, index) => pool(one, index, pods(one))).join("\n");
  const { judged, problems } = await scanExample({
    name: "main.tf",
    files: new Map([["main.tf", text]]),
    nodes: "auto",
    asOf: "seed",
    expected: [],
  });
  expect(problems).toEqual([]);
  return judged
    .filter(({ finding }) => RULES.includes(finding.rule))
    .map(({ finding }) => `${/p\d+$/.exec(finding.subject)?.[0]} ${finding.rule}`);
}

describe("pods per shape", () => {
  const all = cases();
  const carrying = all.filter(({ vnics }) => vnics >= 2);
  const limit = ({ vnics }: Case) => Math.min((vnics - 1) * 31, 110);

  it("knows fixed and flexible shapes, those with one VNIC and those at every step up to 110 pods", () => {
    const limits = new Set(all.map(limit));
    expect([...limits].toSorted((a, b) => a - b)).toEqual([0, 31, 62, 93, 110]);
    expect(Object.keys(data.shapes).length).toBe(new Set(all.map(({ shape }) => shape)).size);
  });

  it("lets every shape have as many pods as its VNICs carry", async () => {
    expect(await found(limit, carrying)).toEqual([]);
  });

  it("reports one pod more on every shape, by what limits it", async () => {
    const expected = carrying.map(
      (one, index) =>
        `p${index} ${limit(one) < 110 ? "more-pods-than-vnics-carry" : "more-pods-than-kubernetes-allows"}`,
    );
    expect((await found((one) => limit(one) + 1, carrying)).toSorted()).toEqual(expected.toSorted());
  });

  it("reports shapes with one VNIC whatever the number of pods", async () => {
    const single = all.filter(({ vnics }) => vnics < 2);
    expect((await found(() => 1, single)).toSorted()).toEqual(
      single.map((_, index) => `p${index} single-vnic-shape`).toSorted(),
    );
  });
});
