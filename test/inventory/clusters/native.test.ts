// Clusters and pools out of native resources, however their values are written.
import { describe, expect, it } from "vitest";
import { built } from "../cloud/inventory-of.ts";

const POOL = `resource "oci_containerengine_node_pool" "np" {
  cluster_id         = oci_containerengine_cluster.main.id
  compartment_id     = var.compartment
  kubernetes_version = "v1.30.1"
  name               = "np"
  node_shape         = "VM.Standard.E4.Flex"
  node_shape_config {
    ocpus         = 2
    memory_in_gbs = 16
  }
  node_config_details {
    size    = 3
    nsg_ids = [oci_core_network_security_group.w.id]
    placement_configs {
      availability_domain = "AD-1"
      subnet_id           = oci_core_subnet.workers.id
      fault_domains       = ["FAULT-DOMAIN-1"]
    }
    node_pool_pod_network_option_details {
      cni_type          = "OCI_VCN_IP_NATIVE"
      max_pods_per_node = 62
      pod_subnet_ids    = [oci_core_subnet.pods.id]
    }
  }
  initial_node_labels {
    key   = "tier"
    value = "web"
  }
  node_source_details {
    source_type = "IMAGE"
    image_id    = "Oracle-Linux-8.9-2024.01.26-0-OKE-1.29.1-679"
  }
  node_metadata = { user_data = base64encode("#!/bin/bash\\necho hi") }
}
resource "oci_containerengine_cluster" "main" {
  name               = "main"
  type               = "BASIC_CLUSTER"
  kubernetes_version = "v1.30.1"
  vcn_id             = oci_core_vcn.v.id
  compartment_id     = var.compartment
  cluster_pod_network_options {
    cni_type = "OCI_VCN_IP_NATIVE"
  }
  endpoint_config {
    subnet_id            = oci_core_subnet.api.id
    is_public_ip_enabled = false
  }
  options {
    service_lb_subnet_ids = [oci_core_subnet.lb.id]
  }
}
resource "oci_core_vcn" "v" {
  cidr_blocks = ["10.0.0.0/16"]
}
resource "oci_core_subnet" "pods" {
  vcn_id = oci_core_vcn.v.id
}
variable "compartment" {}
`;

describe("a native cluster with a managed pool", () => {
  const { lists, lines, title, userData } = built(POOL);
  const [cluster] = lists.clusters;
  const [pool] = lists.node_pools;

  it("states what the cluster states", () => {
    expect(cluster).toMatchObject({
      address: "oci_containerengine_cluster.main",
      notation: "terraform",
      existence: "known",
      name: "main",
      type: "BASIC_CLUSTER",
      version: [1, 30, 1],
      cni: "OCI_VCN_IP_NATIVE",
      endpoint_public: false,
      vcn: { ref: "oci_core_vcn.v", kind: "resource", id: lists.vcns[0]!.id },
      compartment: { ref: "var.compartment", kind: "expression" },
      unknown: {},
    });
  });

  it("states what the pool states, with its VNICs", () => {
    expect(pool).toMatchObject({
      mode: "managed",
      cluster: { id: cluster!.id },
      size: 3,
      shape: "VM.Standard.E4.Flex",
      ocpus: 2,
      vnics: 2,
      max_pods: 62,
      pod_subnets: [{ ref: "oci_core_subnet.pods", id: lists.subnets[0]!.id }],
      placements: [{ availability_domain: "AD-1", fault_domains: ["FAULT-DOMAIN-1"], unknown: {} }],
      labels: { tier: "web" },
      image: {
        os: "Oracle Linux",
        os_version: [8, 9],
        date: "2024-01-26",
        oke: true,
        kubernetes_version: [1, 29, 1],
        build: 679,
      },
      cloud_init: { state: "stated", encoding: "base64" },
      unknown: {},
    });
  });

  it("leads to the lines of its attributes, and to the nearest block where there is none", () => {
    expect(lines(pool!.id, "max_pods")).toBe("main.tf:21");
    expect(lines(pool!.id, "pod_subnets", 0)).toBe("main.tf:22");
    expect(lines(pool!.id, "pod_nsgs")).toBe("main.tf:19");
    expect(lines(pool!.id, "placements", 0, "subnet")).toBe("main.tf:16");
    expect(lines(pool!.id, "labels", "tier")).toBe("main.tf:25");
    expect(lines(pool!.id, "cycling")).toBe("main.tf:1");
    expect(lines(pool!.id)).toBe("main.tf:1");
    expect(title(pool!.id)).toBe('Node pool "np"');
  });

  it("hands the bootstrap text over", () => {
    expect(userData).toMatchObject([
      { id: pool!.cloud_init!.bootstrap, pool: pool!.id, texts: [{ pieces: ["#!/bin/bash\necho hi"] }] },
    ]);
  });
});

/** The pool's pods per node, written in other ways. */
const poolWith = (value: string, more = "") => `resource "oci_containerengine_node_pool" "np" {
  node_shape = "VM.Standard.E4.Flex"
  node_config_details {
    node_pool_pod_network_option_details {
      max_pods_per_node = ${value}
    }
  }
}
${more}`;

describe("a value", () => {
  it("is followed through variables to the file that sets it", () => {
    const { lists, lines } = built({
      "main.tf": poolWith("var.pods", 'variable "pods" { default = 31 }'),
      "terraform.tfvars": "\npods = 62",
    });
    expect(lists.node_pools[0]!.max_pods).toBe(62);
    expect(lines(lists.node_pools[0]!.id, "max_pods")).toBe("terraform.tfvars:2 used main.tf:5");
  });

  it("is followed through locals", () => {
    const { lists, lines } = built(poolWith("local.pods", "locals {\n  pods = 62\n}"));
    expect(lists.node_pools[0]!.max_pods).toBe(62);
    expect(lines(lists.node_pools[0]!.id, "max_pods")).toBe("main.tf:10 used main.tf:5");
  });

  it("is left out and named when nobody knows it", () => {
    const { lists } = built(poolWith("var.pods", 'variable "pods" {}'));
    expect(lists.node_pools[0]).not.toHaveProperty("max_pods");
    expect(lists.node_pools[0]!.unknown["max_pods"]).toBe("var.pods");
  });

  it("makes a pool of every instance of for_each", () => {
    const { lists, title } = built(`resource "oci_containerengine_virtual_node_pool" "vp" {
  for_each = { a = 1, b = 2 }
  size     = each.value
}`);
    expect(lists.node_pools.map(({ address, size, mode }) => [address, size, mode])).toEqual([
      ['oci_containerengine_virtual_node_pool.vp["a"]', 1, "virtual"],
      ['oci_containerengine_virtual_node_pool.vp["b"]', 2, "virtual"],
    ]);
    expect(title(lists.node_pools[1]!.id)).toBe('Virtual node pool "vp[b]"');
  });

  it("is followed into a local module, whose resources know the outside", () => {
    const { lists, lines } = built({
      "main.tf": `module "pool" {
  source  = "./pool"
  pods    = 93
  cluster = oci_containerengine_cluster.c.id
}
resource "oci_containerengine_cluster" "c" {}`,
      "pool/main.tf": `variable "pods" {}
variable "cluster" {}
resource "oci_containerengine_node_pool" "np" {
  cluster_id = var.cluster
  node_config_details {
    node_pool_pod_network_option_details {
      max_pods_per_node = var.pods
    }
  }
}`,
    });
    const [pool] = lists.node_pools;
    expect(pool).toMatchObject({
      address: "module.pool.oci_containerengine_node_pool.np",
      max_pods: 93,
      cluster: { id: lists.clusters[0]!.id },
    });
    expect(lines(pool!.id, "max_pods")).toBe("main.tf:3 used pool/main.tf:7");
  });

  it("may exist or not, and is judged all the same", () => {
    const { lists } = built(`variable "on" {}
resource "oci_containerengine_virtual_node_pool" "vp" {
  count = var.on ? 1 : 0
  size  = 1
}`);
    expect(lists.node_pools).toMatchObject([{ existence: "possible", size: 1 }]);
  });

  it("means its own root module's resources", () => {
    const text =
      'resource "oci_core_vcn" "v" {}\nresource "oci_containerengine_cluster" "c" {\n  vcn_id = oci_core_vcn.v.id\n}';
    const { lists } = built({ "a/main.tf": text, "b/main.tf": text });
    expect(lists.clusters.map(({ vcn }) => vcn!.id)).toEqual(lists.vcns.map(({ id }) => id));
  });
});

describe("a virtual pool", () => {
  it("has its own names for the same things", () => {
    const { lists, lines } = built(`resource "oci_containerengine_virtual_node_pool" "vp" {
  display_name = "vp"
  placement_configurations {
    availability_domain = "AD-1"
    fault_domain        = ["FAULT-DOMAIN-1"]
    subnet_id           = oci_core_subnet.n.id
  }
  pod_configuration {
    shape     = "Pod.Standard.E4.Flex"
    subnet_id = oci_core_subnet.p.id
  }
  taints {
    key    = "virtual"
    value  = "yes"
    effect = "NoSchedule"
  }
  ssh_public_key = "x"
}`);
    const [pool] = lists.node_pools;
    expect(pool).toMatchObject({
      mode: "virtual",
      shape: "Pod.Standard.E4.Flex",
      placements: [{ fault_domains: ["FAULT-DOMAIN-1"] }],
      taints: [{ key: "virtual", value: "yes", effect: "NoSchedule" }],
      settings: ["ssh_public_key"],
    });
    expect(lines(pool!.id, "pod_subnets", 0)).toBe("main.tf:10");
    expect(lines(pool!.id, "settings", 0)).toBe("main.tf:17");
    expect(lines(pool!.id, "pod_nsgs")).toBe("main.tf:8");
  });
});

describe("fault domains of a virtual pool without known names", () => {
  const count = (value: string) => {
    const { lists } = built(`variable "more" {}
data "oci_identity_fault_domains" "fd" {}
resource "oci_containerengine_virtual_node_pool" "vp" {
  placement_configurations {
    fault_domain = ${value}
  }
}`);
    return lists.node_pools[0]!.placements![0]!.fault_domain_count;
  };

  it("are counted where the list itself is known", () => {
    expect(count("[data.oci_identity_fault_domains.fd.fault_domains[0].name]")).toBe(1);
    expect(count('["FAULT-DOMAIN-1", var.more]')).toBe(2);
  });

  it("are not counted where it is not, or where the names say it", () => {
    expect(count("var.more")).toBeUndefined();
    expect(count('concat(["FAULT-DOMAIN-1"], var.more)')).toBeUndefined();
    expect(count('["FAULT-DOMAIN-1"]')).toBeUndefined();
  });
});

describe("a self-managed node", () => {
  const SCRIPT = `base64encode("#!/bin/bash\\nbash /etc/oke/oke-install.sh --apiserver-endpoint 10.0.0.3 --kubelet-ca-cert LS0t")`;
  it("is an instance whose script joins a cluster", () => {
    const { lists } = built(`resource "oci_core_instance" "gpu" {
  shape = "BM.GPU.H100.8"
  metadata = {
    user_data = ${SCRIPT}
    oke-native-pod-networking = "true"
    oke-max-pods = "31"
    pod-subnets = join(",", [oci_core_subnet.a.id])
  }
  create_vnic_details { subnet_id = oci_core_subnet.a.id }
  source_details {
    source_type = "image"
    source_id = "ocid1.image.oc1..x"
  }
}
resource "oci_core_instance" "bastion" {
  shape = "VM.Standard.E4.Flex"
  metadata = { ssh_authorized_keys = "ssh-rsa x" }
}
resource "oci_core_subnet" "a" {}
resource "oci_containerengine_cluster" "c" {}`);
    expect(lists.node_pools).toHaveLength(1);
    expect(lists.node_pools[0]).toMatchObject({
      mode: "self-managed",
      form: "instance",
      cluster: { id: lists.clusters[0]!.id },
      cni: "OCI_VCN_IP_NATIVE",
      max_pods: 31,
      pod_subnets: [{ ref: "oci_core_subnet.a" }],
      vnics: 256,
      metadata: { "oke-max-pods": "31" },
      cloud_init: { state: "stated", encoding: "base64" },
    });
  });

  it("is the pool that uses a configuration, with what the configuration launches", () => {
    const { lists, lines } = built(`resource "oci_core_instance_configuration" "c" {
  instance_details {
    launch_details {
      shape = "BM.GPU.H100.8"
      metadata = { "oke-max-pods" = "31" }
    }
  }
}
resource "oci_core_cluster_network" "n" {
  instance_pools {
    instance_configuration_id = oci_core_instance_configuration.c.id
    size = 4
  }
}
resource "oci_core_instance_pool" "p" {
  instance_configuration_id = oci_core_instance_configuration.c.id
  size = 2
}`);
    expect(lists.node_pools.map(({ form, size, shape }) => [form, size, shape])).toEqual([
      ["cluster-network", 4, "BM.GPU.H100.8"],
      ["instance-pool", 2, "BM.GPU.H100.8"],
    ]);
    expect(lists.node_pools[0]!.cloud_init).toEqual({ state: "absent" });
    expect(lines(lists.node_pools[0]!.id, "shape")).toBe("main.tf:4");
    expect(lines(lists.node_pools[0]!.id, "size")).toBe("main.tf:12");
  });
});
