// Clusters and pools out of calls of the oke module: its inputs, defaults and modes.
import { describe, expect, it } from "vitest";
import { versionOf } from "../../../src/inventory/clusters/oke-module/inputs.ts";
import { built } from "../cloud/inventory-of.ts";

const call = (inputs: string, more = "") => `module "oke" {
  source  = "oracle-terraform-modules/oke/oci"
  version = "5.4.3"
${inputs}
}
${more}`;

describe("the source", () => {
  it.each([
    ["oracle-terraform-modules/oke/oci", "5.1.0", "5.1.0"],
    ["registry.terraform.io/oracle-terraform-modules/oke/oci", null, ""],
    ["github.com/oracle-terraform-modules/terraform-oci-oke", null, ""],
    ["git::https://github.com/oracle-terraform-modules/terraform-oci-oke.git?ref=v5.2.1", null, "5.2.1"],
    ["git@github.com:oracle-terraform-modules/terraform-oci-oke.git", null, ""],
    ["oracle-terraform-modules/oke/oci//modules/network", null, null],
    [
      "git::https://github.com/oracle-terraform-modules/terraform-oci-oke.git//modules/iam?ref=v5",
      null,
      null,
    ],
    ["oracle-terraform-modules/vcn/oci", null, null],
  ])("%s is told apart", (source, version, expected) => {
    expect(versionOf({ source, version })).toBe(expected);
  });
});

describe("a call of the module", () => {
  it("has the module's defaults, which are named", () => {
    const { lists, lines } = built(call("  worker_pools = { np1 = { size = 3 } }"));
    expect(lists.clusters).toMatchObject([
      {
        notation: "module",
        type: "BASIC_CLUSTER",
        cni: "FLANNEL_OVERLAY",
        version: [1, 34, 2],
        endpoint_public: false,
        iam_by_module: false,
      },
    ]);
    expect(lists.clusters[0]!.defaults).toEqual(expect.arrayContaining(["type", "cni", "version"]));
    expect(lists.clusters[0]!.kms_key).toBeUndefined();
    expect(lists.node_pools).toMatchObject([
      {
        name: "np1",
        mode: "managed",
        form: "node-pool",
        size: 3,
        shape: "VM.Standard.E4.Flex",
        ocpus: 2,
        vnics: 2,
        max_pods: 31,
        cluster: { id: lists.clusters[0]!.id },
        image: { type: "oke", os_version: [8] },
      },
    ]);
    expect(lines(lists.clusters[0]!.id, "type")).toBe("main.tf:1");
    expect(lines(lists.node_pools[0]!.id, "size")).toBe("main.tf:4");
  });

  it("leads subnets that use its public table to the internet gateway", () => {
    const subnet = 'resource "oci_core_subnet" "own" {\n  route_table_id = module.oke.ig_route_table_id\n}\n';
    const table = (inputs: string) => {
      const { subnets, route_tables } = built(call(inputs, subnet)).lists;
      const { route_table } = subnets.find(({ address }) => address === "oci_core_subnet.own")!;
      return route_tables.find(({ id }) => id === route_table!.id);
    };
    expect(table("")).toMatchObject({
      rules: [{ destination: "0.0.0.0/0", gateway: "internet" }],
      unknown: {},
    });
    expect(table("  internet_gateway_route_rules = var.more")!.unknown).toHaveProperty("rules");
    expect(table("  enable_ipv6 = true")).toMatchObject({ rules: [], unknown: { rules: "enable_ipv6" } });
    expect(table("  create_vcn = false")).toBeUndefined();
  });

  it("reads the rules that are added to its groups, and calls no group complete", () => {
    const rules = `  cni_type = "npn"
  allow_rules_pods = {
    web = { protocol = 6, port = 8080, source = "0.0.0.0/0", source_type = "CIDR_BLOCK" }
    any = { protocol = "all", port = -1, source = "10.0.0.0/8" }
  }
  allow_rules_workers = {
    out = { protocol = 17, port_min = 53, port_max = 54, destination = "10.1.0.0/16" }
  }
`;
    const { lists, lines } = built(call(rules));
    const holder = (name: string) => ({ ref: `module.oke.${name}` });
    const of = { holder_kind: "nsg", peer_kind: "cidr" };
    expect(lists.security_rules).toMatchObject([
      {
        ...of,
        holder: holder("pod_nsg_id"),
        direction: "ingress",
        protocol: "tcp",
        ports: { min: 8080, max: 8080 },
      },
      { ...of, holder: holder("pod_nsg_id"), direction: "ingress", protocol: "all", peer: "10.0.0.0/8" },
      {
        ...of,
        holder: holder("worker_nsg_id"),
        direction: "egress",
        protocol: "udp",
        ports: { min: 53, max: 54 },
      },
    ]);
    expect(lists.security_rules[1]).not.toHaveProperty("ports");
    expect(lists.nsgs).toEqual([]);
    expect(lines(lists.security_rules[0]!.id, "peer")).toBe("main.tf:6");
    expect(built(call(rules.replace('"npn"', '"flannel"'))).lists.security_rules).toHaveLength(1);
  });

  it("tells what the policies that the module makes allow", () => {
    const of = (inputs: string) => {
      const { clusters, node_pools } = built(call(inputs)).lists;
      return [clusters[0]?.grants_by_module, node_pools[0]?.grants_by_module];
    };
    const made = '  create_iam_resources = true\n  cni_type = "npn"\n';
    const nodes = '  worker_pools = { a = { mode = "instance", size = 1 } }\n';
    expect(of(nodes)).toEqual([undefined, undefined]);
    expect(of(made)).toEqual([["use network-security-groups"], undefined]);
    expect(of(`${made}  worker_pools = { a = { size = 1 } }\n`)).toEqual([
      ["use network-security-groups"],
      undefined,
    ]);
    const join = ["CLUSTER_JOIN", "use network-security-groups"];
    expect(of(made + nodes)).toEqual([join, join]);
    expect(of(`${made}${nodes}  create_iam_worker_policy = "never"\n`)).toEqual([
      ["use network-security-groups"],
      ["use network-security-groups"],
    ]);
    expect(of(`${made}${nodes}  create_cluster = false\n`)).toEqual([
      undefined,
      ["use network-security-groups"],
    ]);
    expect(of(`${made}  cluster_kms_key_id = "ocid1.key.oc1..k"\n  enable_ipv6 = true\n`)[0]).toEqual([
      "use keys",
      "use ipv6s",
      "use network-security-groups",
    ]);
    const { clusters } = built(
      `${call(`${nodes}  create_iam_resources = var.iam`)}variable "iam" {}\n`,
    ).lists;
    expect(clusters[0]!.unknown).toHaveProperty("grants_by_module");
    expect(clusters[0]!.grants_by_module).toBeUndefined();
  });

  it("does not know the defaults of other versions", () => {
    const { lists } = built(call("  worker_pools = {}").replace("5.4.3", "4.5.9"));
    expect(lists.clusters[0]).not.toHaveProperty("type");
    expect(lists.clusters[0]!.unknown).toMatchObject({
      type: "module.oke.cluster_type",
      cni: "module.oke.cni_type",
    });
    expect(built(call("").replace("5.4.3", "5.0.0")).lists.clusters[0]!.unknown).toHaveProperty("version");
  });

  const POOLS = `  cluster_type      = "enhanced"
  cni_type          = "npn"
  max_pods_per_node = 93
  worker_pools = {
    std = {
      shape = "VM.Standard.E4.Flex", ocpus = 2
      node_labels = { tier = "web" }
    }
    vnp = {
      mode = "virtual-node-pool", size = 1
      cloud_init = [{ content = "x" }]
    }
    gpu = {
      mode = "cluster-network", shape = "BM.GPU.H100.8", kubernetes_version = "v1.33.1"
      drain = true
    }
    off = { create = false }
  }`;

  it.each([
    ["true", ["create_bastion"]],
    ["false", undefined],
    ["var.bastion", undefined],
  ])("has a bastion where the call certainly makes one: %s", (bastion, settings) => {
    const pools = `worker_pools = { vnp = { mode = "virtual-node-pool", size = 1 } }`;
    const { lists } = built(call(`create_bastion = ${bastion}\n  ${pools}`));
    expect(lists.node_pools[0]?.settings).toEqual(settings);
  });

  it.each([
    ["drain", "true", ["drain"]],
    ["drain", "var.drain", undefined],
    ["os", "var.os", ["os"]],
  ])("has the settings that say something: %s = %s", (name, value, settings) => {
    const { lists } = built(
      call(`worker_pools = { vnp = { mode = "virtual-node-pool", size = 1, ${name} = ${value} } }`),
    );
    expect(lists.node_pools[0]?.settings).toEqual(settings);
  });

  it("has pools in all modes, each with what it gets from the call", () => {
    const { lists, lines } = built(call(POOLS));
    expect(lists.clusters[0]).toMatchObject({ type: "ENHANCED_CLUSTER", cni: "OCI_VCN_IP_NATIVE" });
    const [std, vnp, gpu, ...none] = lists.node_pools;
    expect(none).toEqual([]);
    const pods = lists.subnets.find(({ address }) => address.endsWith(".pods"))!;
    expect(std).toMatchObject({
      mode: "managed",
      max_pods: 93,
      vnics: 2,
      cni: "OCI_VCN_IP_NATIVE",
      pod_subnets: [{ id: pods.id }],
      labels: { tier: "web" },
    });
    expect(vnp).toMatchObject({
      mode: "virtual",
      shape: "VM.Standard.E4.Flex",
      defaults: expect.arrayContaining(["shape"]),
      settings: ["cloud_init"],
      pod_subnets: [{ id: pods.id }],
    });
    expect(gpu).toMatchObject({
      mode: "self-managed",
      form: "cluster-network",
      vnics: 256,
      version: [1, 33, 1],
      settings: ["drain"],
      metadata: { "oke-native-pod-networking": "true", "oke-max-pods": "93" },
    });
    expect(lines(std!.id, "max_pods")).toBe("main.tf:6");
    expect(lines(std!.id, "ocpus")).toBe("main.tf:9");
    expect(lines(vnp!.id, "settings", 0)).toBe("main.tf:14");
    expect(lines(gpu!.id, "settings", 0)).toBe("main.tf:18");
    expect(lines(vnp!.id)).toBe("main.tf:12");
    expect(lines(vnp!.id, "shape")).toBe("main.tf:12");
  });

  it("lays its subnets out as the module does", () => {
    const { lists } = built(call(POOLS));
    const cidrs = Object.fromEntries(
      lists.subnets.map(({ address, cidrs, private: hidden }) => [
        address.split(".").at(-1),
        [cidrs?.[0], hidden],
      ]),
    );
    expect(cidrs).toEqual({
      cp: ["10.0.0.8/29", true],
      int_lb: ["10.0.0.32/27", true],
      pub_lb: ["10.0.128.0/27", false],
      workers: ["10.0.144.0/20", true],
      pods: ["10.0.64.0/18", true],
    });
  });

  it("takes a subnet that is given by its id for what the id refers to", () => {
    const { lists } = built(
      call(
        `  cni_type = "npn"
  create_vcn = false
  vcn_id = oci_core_vcn.v.id
  subnets = { pods = { id = oci_core_subnet.p.id }, workers = { cidr = "10.0.1.0/24" } }
  worker_pools = { a = { size = 1 } }`,
        'resource "oci_core_vcn" "v" {}\nresource "oci_core_subnet" "p" {}',
      ),
    );
    expect(lists.vcns).toHaveLength(1);
    const given = lists.subnets.find(({ address }) => address === "oci_core_subnet.p")!;
    expect(lists.node_pools[0]).toMatchObject({ pod_subnets: [{ id: given.id }] });
    expect(lists.subnets.find(({ address }) => address.endsWith("workers"))).toMatchObject({
      cidrs: ["10.0.1.0/24"],
      by_module: true,
      vcn: { id: lists.vcns[0]!.id },
    });
  });

  it("knows where its private subnets lead, from what it is asked to make", () => {
    const table = (inputs: string) => {
      const { lists } = built(call(`${inputs}\n  cni_type = "npn"`));
      const pods = lists.subnets.find(({ address }) => address.endsWith(".pods"));
      const found = lists.route_tables.find(({ id }) => id === pods?.route_table?.id);
      return found ? [found.rules?.map(({ gateway }) => gateway), Object.keys(found.unknown)] : undefined;
    };
    expect(table("")).toEqual([["nat", "service"], []]);
    expect(table('vcn_create_service_gateway = "never"')).toEqual([["nat"], []]);
    expect(table('vcn_create_nat_gateway = "never"')).toEqual([["service"], []]);
    expect(table("vcn_create_nat_gateway = var.v")).toEqual([["service"], ["rules"]]);
    expect(table("nat_gateway_route_rules = var.v")).toEqual([["nat", "service"], ["rules"]]);
    expect(
      table(
        'worker_is_public = true\n  control_plane_is_public = true\n  create_operator = false\n  load_balancers = "public"',
      ),
    ).toEqual([["service"], []]);
    expect(table("create_vcn = var.v")).toBeUndefined();
  });

  it("uses the route table that it is given with a network", () => {
    const { lists } = built(
      `${call('cni_type = "npn"\n  create_vcn = false\n  nat_route_table_id = oci_core_route_table.r.id')}
resource "oci_core_route_table" "r" {}
`,
    );
    const pods = lists.subnets.find(({ address }) => address.endsWith(".pods"));
    expect(pods?.route_table?.id).toBe(lists.route_tables[0]!.id);
  });

  it("knows which groups it makes", () => {
    const groups = (inputs: string, pool = "") => {
      const { lists } = built(
        call(
          `${inputs}\n  cni_type = "npn"\n  worker_pools = { p = { mode = "virtual-node-pool"${pool} }, m = { pod_nsg_ids = [] } }`,
        ),
      );
      const [virtual, managed] = lists.node_pools;
      const names = (refs: readonly { readonly ref: string }[] = []) =>
        refs.map(({ ref }) => ref.split(".").at(-1));
      return [
        names(lists.clusters[0]!.endpoint_nsgs),
        names(virtual!.nsgs),
        names(virtual!.pod_nsgs),
        names(managed!.pod_nsgs),
      ];
    };
    const [endpoint, nodes, pods] = ["control_plane_nsg_id", "worker_nsg_id", "pod_nsg_id"];
    expect(groups("")).toEqual([[endpoint], [nodes], [pods], [pods]]);
    expect(groups("nsgs = { workers = {} }")).toEqual([[], [nodes], [nodes], []]);
    expect(groups('nsgs = { workers = { create = "never" }, pods = { create = "never" } }')).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(groups('nsgs = { pods = { id = "ocid1.networksecuritygroup.oc1..a" } }')[2]).toHaveLength(1);
    expect(groups("nsgs = var.v")).toEqual([[endpoint], [nodes], [pods], [pods]]);
    expect(built(call("nsgs = var.v")).lists.clusters[0]!.unknown).toHaveProperty("endpoint_nsgs");
  });

  it("is what its outputs refer to", () => {
    const { lists } = built(
      call(
        "",
        'resource "oci_containerengine_virtual_node_pool" "v" {\n  cluster_id = module.oke.cluster_id\n}',
      ),
    );
    expect(lists.node_pools[0]!.cluster).toMatchObject({
      ref: "module.oke.cluster_id",
      id: lists.clusters[0]!.id,
    });
  });

  it("makes no pool of what nobody knows", () => {
    expect(built(call("  worker_pools = var.pools", 'variable "pools" {}')).lists.node_pools).toEqual([]);
    const { lists } = built(
      call("  worker_pools = { a = { mode = var.m }, b = { size = var.m } }", 'variable "m" {}'),
    );
    expect(lists.node_pools).toMatchObject([{ name: "b", unknown: { size: "var.m" } }]);
  });

  it("tells what else it installs, at the inputs that ask for it", () => {
    const { lists, lines } = built(
      call("  multus_install = false\n  cilium_install = var.c\n  cluster_autoscaler_install = true"),
    );
    expect(lists.clusters[0]!.installs).toEqual(["cluster_autoscaler_install"]);
    expect(lines(lists.clusters[0]!.id, "installs", 0)).toBe("main.tf:6");
    expect(built(call("")).lists.clusters[0]).not.toHaveProperty("installs");
    const metrics = (more: string) =>
      built(call(`metrics_server_install = true\n${more}`)).lists.clusters[0]!.installs;
    expect(metrics("")).toEqual(["metrics_server_install"]);
    expect(metrics('metrics_server_helm_values = { "hostNetwork.enabled" = "false" }')).toBeUndefined();
  });

  it("places pools without chosen availability domains in all of them", () => {
    const pool = (fields: string) =>
      built(call(`  worker_pools = { a = { mode = "virtual-node-pool", ${fields} } }`)).lists.node_pools[0]!;
    const everywhere = pool('placement_fds = ["FAULT-DOMAIN-1"]');
    expect(everywhere.placements).toMatchObject([{ fault_domains: ["FAULT-DOMAIN-1"] }]);
    expect(everywhere.placements![0]!.unknown["availability_domain"]).toContain("[*].");
    expect(everywhere.unknown).toHaveProperty("placements");
    expect(pool("size = 1")).not.toHaveProperty("placements");
    expect(pool('placement_ads = [2], placement_fds = ["FAULT-DOMAIN-1"]').placements).toEqual([
      { availability_domain: "2", fault_domains: ["FAULT-DOMAIN-1"], unknown: {} },
    ]);
  });

  it("looks virtual pools up in the region of the provider, or in its own", () => {
    const region = (inputs: string, more = "") =>
      built(call(`  ${inputs}\n  worker_pools = { a = { mode = "virtual-node-pool" } }`, more)).lists
        .node_pools[0]!.region;
    expect(region('region = "us-ashburn-1"')).toBe("us-ashburn-1");
    expect(region('region = "us-ashburn-1"', 'provider "oci" {\n  region = "eu-zurich-1"\n}')).toBe(
      "eu-zurich-1",
    );
    expect(region("")).toBeUndefined();
  });

  it("has its add-ons", () => {
    const { lists, lines } = built(
      call(`  cluster_addons = {
    CertManager = {
      version = "v1.2"
      configurations = [{ key = "numOfReplicas", value = "1" }]
    }
  }`),
    );
    expect(lists.addons).toMatchObject([
      {
        addon: "CertManager",
        addon_version: "v1.2",
        configurations: { numOfReplicas: "1" },
        cluster: { id: lists.clusters[0]!.id },
      },
    ]);
    expect(lines(lists.addons[0]!.id, "addon_version")).toBe("main.tf:6");
  });
});
